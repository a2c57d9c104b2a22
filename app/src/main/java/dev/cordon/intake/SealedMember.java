package dev.cordon.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A member of an archive that is a source. Its name is sealed text: written encrypted, never shown
 * by {@link #toString}.
 *
 * @param place its place in the archive from 1, those of archives in it counted too
 * @param names its name as written, behind those of the archives around it
 * @param linkTarget what a link points to, sealed like the name
 * @param size how many bytes it holds, its own packing left on
 * @param sha256 their digest in hexadecimal digits; null where it could not be opened
 * @param headerOffset where its header begins in the unpacked archive it stands in
 * @param content what it is
 * @param damage why it could not be opened, or ended before its time
 */
public record SealedMember(
    int place,
    List<String> names,
    @Nullable String linkTarget,
    long size,
    @Nullable String sha256,
    long headerOffset,
    String content,
    @Nullable String damage) {

  /** Copies the list. */
  public SealedMember {
    names = List.copyOf(names);
  }

  @Override
  public String toString() {
    return "SealedMember[#" + place + ", " + content + ", " + size + " bytes]";
  }
}
