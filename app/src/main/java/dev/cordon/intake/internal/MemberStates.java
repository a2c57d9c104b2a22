package dev.cordon.intake.internal;

import dev.cordon.formats.archives.ArchiveMember;
import dev.cordon.formats.archives.MemberFinding;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What becomes of the members of an archive, one after the other, and how many of which. */
final class MemberStates {

  private final Map<String, Integer> counts = new LinkedHashMap<>();
  private int members;
  private int depthBefore;
  private @Nullable String form;
  private boolean hasRecords;
  private @Nullable String refusal;

  /**
   * What became of a member.
   *
   * @param isTaken whether it is stored; else it is quarantined
   * @param what what it is
   * @param words the note or reason; null where there is nothing to say
   */
  record Verdict(boolean isTaken, String what, String words) {}

  /** The member met now was read. */
  void read(String asForm, boolean anyRecords) {
    form = asForm;
    hasRecords = anyRecords;
  }

  /** The member met now is of no known form. */
  void unknown(String description) {
    refusal = "is not recognised: " + description;
  }

  /** The member met now says what it is and can not be read as such. */
  void unreadable(String reason) {
    refusal = reason;
  }

  /** What became of the member, now that it is at its end. */
  Verdict judge(ArchiveMember member, MemberFinding finding) {
    boolean isArchive = depthBefore > member.around().size();
    Verdict verdict = verdict(member, finding, isArchive);
    members++;
    counts.merge(verdict.isTaken() ? kind(member, finding) : "quarantined", 1, Integer::sum);
    depthBefore = member.around().size();
    form = null;
    hasRecords = false;
    refusal = null;
    String odd = member.remarks().isEmpty() ? "" : "; " + String.join("; ", member.remarks());
    return new Verdict(verdict.isTaken(), verdict.what(), verdict.words() + odd);
  }

  private Verdict verdict(ArchiveMember member, MemberFinding finding, boolean isArchive) {
    String reason = refusal == null ? finding.reason() : refusal;
    if (member.kind() == ArchiveMember.Kind.FOLDER) {
      return new Verdict(true, "folder", "a folder");
    }
    if (member.kind() == ArchiveMember.Kind.LINK) {
      return new Verdict(true, "link", "a link, which is not followed");
    }
    if (finding.media() != null) {
      String words = "media (" + finding.media() + "): its bytes stay where they lie";
      return new Verdict(true, finding.media().name(), words);
    }
    if (form != null && hasRecords) {
      return new Verdict(true, form, reason == null ? "read as " + form : reason);
    }
    if (form != null) {
      String none = "is " + form + " without any table or list of records";
      return new Verdict(false, form, reason == null ? none : reason);
    }
    if (reason != null) {
      return new Verdict(false, isArchive ? "archive" : "unknown", reason);
    }
    if (isArchive) {
      return new Verdict(true, "archive", "an archive, its members follow");
    }
    return new Verdict(true, "empty", "holds nothing");
  }

  private String kind(ArchiveMember member, MemberFinding finding) {
    if (finding.media() != null) {
      return "media";
    }
    if (member.kind() != ArchiveMember.Kind.FILE) {
      return "folders and links";
    }
    return form == null ? "archives and empty files" : "with records";
  }

  /** How many members of which kind. */
  String summary() {
    String parts =
        counts.entrySet().stream()
            .map(entry -> entry.getValue() + " " + entry.getKey())
            .collect(Collectors.joining(", "));
    String all = members == 1 ? "1 member" : members + " members";
    return parts.isEmpty() ? all : all + ": " + parts;
  }
}
