package dev.cordon.dispatch.content;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything one version of a package says.
 *
 * @param about what it is and under which terms
 * @param law the receiving country's answer
 * @param subjects by number
 * @param omissions what was left out, and by which rule
 * @param changes against the version before
 */
public record PackageContent(
    About about, Law law, List<Subject> subjects, List<Omission> omissions, List<Change> changes) {

  /** Copies the lists. */
  public PackageContent {
    subjects = List.copyOf(subjects);
    omissions = List.copyOf(omissions);
    changes = List.copyOf(changes);
  }

  /**
   * What it is and under which terms.
   *
   * @param grading in its scheme, such as B2 or 2CP
   * @param transfer on which basis it leaves for a third country, in words; null where none is
   *     needed
   * @param contact whom to ask
   * @param languages of its reports, two letters each
   */
  public record About(
      String number,
      int version,
      UUID operation,
      String operationName,
      String authority,
      String purpose,
      String senderName,
      String recipientName,
      String country,
      String handlingCode,
      @Nullable String handlingNote,
      String gradingScheme,
      String grading,
      String legalBasis,
      @Nullable String transfer,
      String contact,
      @Nullable LocalDate expiresOn,
      String profile,
      List<String> languages,
      Instant draftedAt) {

    /** Copies the list. */
    public About {
      languages = List.copyOf(languages);
    }
  }

  /** The law questions of the receiving jurisdiction. */
  public record Law(
      String conduct,
      LocalDate on,
      String coverage,
      String reason,
      List<String> questions,
      @Nullable String gapReason,
      @Nullable String catalogue) {

    /** Copies the list. */
    public Law {
      questions = List.copyOf(questions);
    }
  }

  /**
   * A confirmed subject with its facts and, apart from them, assessments.
   *
   * @param attributionReason why this country, in a named person's words
   */
  public record Subject(
      UUID id,
      String number,
      String category,
      String attributionReason,
      List<Fact> facts,
      List<Assessment> assessments) {

    /** Copies the lists. */
    public Subject {
      facts = List.copyOf(facts);
      assessments = List.copyOf(assessments);
    }
  }

  /**
   * A record and the row of the sealed source it came from.
   *
   * @param sourceSha256 of the sealed source, 64 hexadecimal digits; null in drafts of earlier
   *     versions of Cordon
   */
  public record Fact(
      String kind,
      String label,
      String value,
      @Nullable Instant at,
      Concern concerns,
      String sourceName,
      @Nullable String sourceSha256,
      String sourceTable,
      long sourceRow) {

    /** The same but for the source's digest. */
    Fact withoutDigest() {
      return new Fact(kind, label, value, at, concerns, sourceName, null, sourceTable, sourceRow);
    }
  }

  /** Whom a fact is about. */
  public enum Concern {
    /** The subject. */
    SUBJECT,
    /** A third person who stands in the subject's evidence (Directive (EU) 2016/680 Art. 6). */
    OTHER;

    /** As the files and the database write it. */
    public String text() {
      return this == SUBJECT ? "subject" : "other";
    }
  }

  /**
   * What somebody or a written rule concluded, never a fact.
   *
   * @param kind link, or country
   * @param label the rule or the kind of evidence
   * @param words in a sentence
   */
  public record Assessment(String kind, String label, String words) {}

  /**
   * What was left out.
   *
   * @param subject the subject's number; null for what concerns all
   * @param field which kind of record
   * @param count how many
   * @param reason which rule
   */
  public record Omission(@Nullable String subject, String field, long count, String reason) {}

  /**
   * A difference to the version before.
   *
   * @param what added, removed or changed
   * @param detail of what, in a sentence
   */
  public record Change(String what, String subject, String detail) {}
}
