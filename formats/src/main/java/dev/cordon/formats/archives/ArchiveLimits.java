package dev.cordon.formats.archives;

import dev.cordon.formats.content.PackedLimits;

/**
 * How far an archive may unfold.
 *
 * @param depth how many archives around each other
 * @param members how many members in all
 * @param nameBytes how long a name, a link's target or another header text may be
 * @param unfolding ratio and total over all members together, and packings around one member
 */
public record ArchiveLimits(int depth, int members, int nameBytes, PackedLimits unfolding) {

  /** Three archives deep, a million members, names to 64 KiB, 400 times beyond 64 MiB. */
  public static final ArchiveLimits STANDARD =
      new ArchiveLimits(3, 1_000_000, 1 << 16, PackedLimits.STANDARD);

  /** Checks that all are positive. */
  public ArchiveLimits {
    if (depth < 1 || members < 1 || nameBytes < 256) {
      throw new IllegalArgumentException(
          "limits too small: depth " + depth + ", members " + members + ", names " + nameBytes);
    }
  }
}
