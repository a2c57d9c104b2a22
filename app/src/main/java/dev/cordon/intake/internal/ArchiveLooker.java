package dev.cordon.intake.internal;

import dev.cordon.formats.FormatException;
import dev.cordon.formats.archives.Archive;
import dev.cordon.formats.archives.ArchiveLimits;
import dev.cordon.formats.archives.ArchiveMember;
import dev.cordon.formats.archives.MemberFinding;
import dev.cordon.formats.archives.MemberVisitor;
import dev.cordon.formats.content.Content;
import dev.cordon.formats.content.ContentJudge;
import dev.cordon.formats.content.PackedLimits;
import dev.cordon.formats.profiles.Profiles;
import dev.cordon.intake.OperationFacts;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks through the members of an archive in the first pass. Of a member only what is remarkable is
 * remembered.
 */
final class ArchiveLooker implements MemberVisitor {

  /** How many members of one archive are read, those of archives in it included. */
  static final int MOST_MEMBERS = 200_000;

  private static final int DEPTH = 3;
  private static final int NAME_BYTES = 1 << 16;

  private final String name;
  private final OperationFacts facts;
  private final Profiles profiles;
  private final ArchiveLimits limits;
  private final MediaFindings media = new MediaFindings();
  private final Map<Integer, Findings> members = new HashMap<>();
  private long unjudged;

  ArchiveLooker(String name, OperationFacts facts, Profiles profiles, PackedLimits unfolding) {
    this.name = name;
    this.facts = facts;
    this.profiles = profiles;
    this.limits = limits(unfolding);
  }

  /** How far archives are opened. */
  static ArchiveLimits limits(PackedLimits unfolding) {
    return new ArchiveLimits(DEPTH, MOST_MEMBERS, NAME_BYTES, unfolding);
  }

  /** Looks through the archive; returns why it ended before its time. */
  Optional<String> walk(InputStream stream) throws IOException {
    String damage = Archive.walk(stream, limits, this).damage();
    unjudged += damage == null ? 0 : 1;
    return Optional.ofNullable(damage);
  }

  Map<Integer, Findings> members() {
    return members;
  }

  Findings findings(Content archive) {
    return new Findings(
        archive,
        media.places(),
        media.count(),
        unjudged,
        Map.of(),
        Map.<String, List<String>>of(),
        null);
  }

  @Override
  public void content(ArchiveMember member, Content content, InputStream stream)
      throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(stream, ContentJudge.HEAD_BYTES + 1024);
    byte[] head = Judge.head(buffered);
    try {
      Findings found =
          new Looker(profiles)
              .look(
                  content,
                  head,
                  new MemberBytes(buffered),
                  MemberFacts.logFormat(facts, name, member));
      media.addAll(found, "in #" + member.number() + ":");
      unjudged += found.unjudged();
      if (found.isRemarkable()) {
        members.put(member.number(), found);
      }
    } catch (FormatException unreadable) {
      unjudged++;
    }
  }

  @Override
  public void told(ArchiveMember member, MemberFinding finding) {
    if (finding.media() != null) {
      media.add(
          finding.media(),
          "in #"
              + member.number()
              + ", "
              + finding.bytes()
              + " bytes, SHA-256 "
              + finding.sha256()
              + ", its header at byte "
              + member.headerOffset());
    } else if (finding.reason() != null) {
      unjudged++;
    }
  }

  @Override
  public boolean wants(ArchiveMember member) {
    return true;
  }

  /** What is odd about the archive may hide bytes nobody looked at. */
  @Override
  public void remark(String remark) {
    unjudged++;
  }
}
