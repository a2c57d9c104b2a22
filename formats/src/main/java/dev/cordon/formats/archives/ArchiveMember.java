package dev.cordon.formats.archives;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A member as its header describes it; every text is as written and never used as a path.
 *
 * @param around the names of the archives it stands in, outermost first; empty at the top
 * @param number its number in the whole walk, from 1
 * @param headerOffset where its header begins in the unpacked archive it stands in
 * @param statedBytes its size by its header, -1 where the header does not say
 * @param modified its time by its header, where it has a zone of its own
 * @param linkTarget what a link points to
 * @param remarks what is odd about it: a name that would leave the folder, a name given twice
 */
public record ArchiveMember(
    List<String> around,
    int number,
    String name,
    Kind kind,
    long headerOffset,
    long statedBytes,
    @Nullable Instant modified,
    @Nullable String linkTarget,
    List<String> remarks) {

  /** What a member is. */
  public enum Kind {
    /** A file with content. */
    FILE,
    /** A folder. */
    FOLDER,
    /** A symbolic or hard link. */
    LINK,
    /** A device, a pipe or a socket. */
    DEVICE,
    /** Something this reader does not know. */
    OTHER
  }

  /** Copies the lists. */
  public ArchiveMember {
    around = List.copyOf(around);
    remarks = List.copyOf(remarks);
  }

  /** Its name with those of the archives around it, for people. */
  public String fullName() {
    return around.isEmpty() ? name : String.join(" > ", around) + " > " + name;
  }
}
