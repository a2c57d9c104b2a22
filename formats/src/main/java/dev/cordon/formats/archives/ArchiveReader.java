package dev.cordon.formats.archives;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one archive member by member; throws where the archive cannot be read on. */
interface ArchiveReader {

  /** A member's header. */
  record Header(
      String name,
      ArchiveMember.Kind kind,
      long offset,
      long statedBytes,
      @Nullable Instant modified,
      @Nullable String linkTarget,
      @Nullable String closedReason) {

    /** Whether its content can be read. */
    boolean isOpen() {
      return closedReason == null;
    }
  }

  /** The next member, or null at the end; passes over what is left of the one before. */
  @Nullable Header next() throws IOException;

  /** The content of the member met last. */
  InputStream content() throws IOException;

  /** What did not fit in the content read last, once it is at its end. */
  @Nullable String contentRemark();

  /** What is odd about the archive, once it is at its end. */
  List<String> remarks();
}
