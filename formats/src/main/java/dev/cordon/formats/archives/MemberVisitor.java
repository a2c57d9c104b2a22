package dev.cordon.formats.archives;

import dev.cordon.formats.content.Content;
import java.io.IOException;
import java.io.InputStream;

/** Receives the members of an archive, in the order of its bytes; two walks give the same. */
public interface MemberVisitor {

  /**
   * A member that can be read and is neither media nor an archive itself: what it is, and its
   * content with its packing taken off. The stream ends, and never throws, where the member is
   * damaged; it is valid during the call only and need not be read to its end.
   */
  void content(ArchiveMember member, Content content, InputStream stream) throws IOException;

  /** Every member, after its content: archives in archives after their members. */
  void told(ArchiveMember member, MemberFinding finding);

  /** Whether {@link #content} is wanted for this member although nothing known is in it. */
  default boolean wants(ArchiveMember member) {
    return false;
  }

  /**
   * Whether members are handed over as they are stored, by {@link #raw}, instead of being judged:
   * for readers that hash everything and keep nothing.
   */
  default boolean takesRaw() {
    return false;
  }

  /** A member as it is stored, under the same terms as {@link #content}. */
  default void raw(ArchiveMember member, InputStream stream) throws IOException {}

  /** Something odd about the archive itself: local headers and directory disagree, for one. */
  default void remark(String remark) {}
}
