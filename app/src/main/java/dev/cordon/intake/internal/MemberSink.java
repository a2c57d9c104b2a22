package dev.cordon.intake.internal;

import dev.cordon.formats.archives.ArchiveMember;
import dev.cordon.formats.archives.MemberFinding;

/** Takes the members of an archive for the sealed list of them. */
@FunctionalInterface
public interface MemberSink {

  /**
   * A member with its name.
   *
   * @param what what it is, without its name
   */
  void member(ArchiveMember member, MemberFinding finding, String what);
}
