package dev.cordon.dispatch;

import dev.cordon.RefusedException;
import dev.cordon.dispatch.SubjectMaterial.Confirmed;
import dev.cordon.dispatch.content.PackageContent.Subject;
import dev.cordon.dispatch.content.RecipientProfile;
import dev.cordon.protection.Grade;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a draft lacks or contradicts, looked for before it is asked out and once more when it is
 * approved, since the case goes on in between (Directive (EU) 2016/680 Art. 7(2)).
 */
@Component
class PreSendCheck {

  private static final int SHOWN = 10;

  private final JdbcClient jdbc;
  private final SubjectMaterial material;
  private final ContentStore contents;

  PreSendCheck(JdbcClient jdbc, SubjectMaterial material, ContentStore contents) {
    this.jdbc = jdbc;
    this.material = material;
    this.contents = contents;
  }

  /** Everything that is missing or contradictory, the gravest first. */
  List<SendFinding> findings(IntelligencePackage draft) {
    List<SendFinding> findings = new ArrayList<>();
    List<Subject> subjects = contents.subjects(draft.id());
    standing(draft, subjects, findings);
    profile(draft, subjects, findings);
    expiry(draft, findings);
    listed(draft, findings);
    missing(draft, findings);
    findings.sort(java.util.Comparator.comparing(SendFinding::blocks).reversed());
    return findings;
  }

  /** Refuses what must not go, naming everything that speaks against it. */
  void require(IntelligencePackage draft) {
    List<String> blocking =
        findings(draft).stream().filter(SendFinding::blocks).map(SendFinding::words).toList();
    if (!blocking.isEmpty()) {
      throw new RefusedException(
          "Package "
              + draft.number()
              + ", version "
              + draft.version()
              + ", can not go out: "
              + blocking.stream().limit(SHOWN).collect(Collectors.joining(" "))
              + (blocking.size() > SHOWN ? " And " + (blocking.size() - SHOWN) + " more." : "")
              + " Make a new draft once that is put right.");
    }
  }

  private void standing(
      IntelligencePackage draft, List<Subject> subjects, List<SendFinding> findings) {
    Map<UUID, Confirmed> now = new HashMap<>();
    material
        .confirmed(draft.operation(), draft.country())
        .forEach(one -> now.put(one.subject(), one));
    if (subjects.isEmpty()) {
      findings.add(SendFinding.blocking("It holds no subject."));
    }
    for (Subject subject : subjects) {
      Confirmed one = now.get(subject.id());
      if (one == null) {
        findings.add(
            SendFinding.blocking(
                subject.number()
                    + " is no longer confirmed and attributed to "
                    + draft.country()
                    + "."));
      } else if (!one.category().equals(subject.category())) {
        findings.add(
            SendFinding.blocking(
                subject.number()
                    + " is now "
                    + one.category().replace('_', ' ')
                    + ", the draft says "
                    + subject.category().replace('_', ' ')
                    + "."));
      }
    }
  }

  private static void profile(
      IntelligencePackage draft, List<Subject> subjects, List<SendFinding> findings) {
    RecipientProfile.of(draft.form().profile())
        .ifPresentOrElse(
            profile ->
                profile
                    .objections(subjects, draft.grading().toString(), draft.handlingCode().name())
                    .forEach(words -> findings.add(SendFinding.blocking(words + "."))),
            () ->
                findings.add(
                    SendFinding.blocking(
                        "Its profile " + draft.form().profile() + " is not known any more.")));
  }

  private static void expiry(IntelligencePackage draft, List<SendFinding> findings) {
    LocalDate expires = draft.form().expiresOn();
    if (expires == null) {
      findings.add(SendFinding.told("It says no day after which it is to be deleted or reviewed."));
    } else if (expires.isBefore(LocalDate.now(ZoneOffset.UTC))) {
      findings.add(SendFinding.blocking("It expired on " + expires + "."));
    }
  }

  private void listed(IntelligencePackage draft, List<SendFinding> findings) {
    names(ContentSql.WITHOUT_RECORDS, draft)
        .forEach(number -> findings.add(SendFinding.blocking(number + " has no record in it.")));
    jdbc.sql(ContentSql.HELD_BY_OTHERS)
        .param("package", draft.id().value())
        .param("recipient", draft.recipient().value())
        .query(String.class)
        .list()
        .forEach(number ->
            findings.add(SendFinding.told(number + " is held by another agency already.")));
    Integer latest =
        jdbc.sql(ContentSql.LATER_DRAFT)
            .param("operation", draft.operation().value())
            .param("number", draft.number())
            .query(Integer.class)
            .single();
    if (latest > draft.version()) {
      findings.add(SendFinding.blocking("There is a later draft, version " + latest + "."));
    }
  }

  private List<String> names(String sql, IntelligencePackage draft) {
    return jdbc.sql(sql).param("package", draft.id().value()).query(String.class).list();
  }

  private static void missing(IntelligencePackage draft, List<SendFinding> findings) {
    if (draft.form().contact() == null) {
      findings.add(SendFinding.told("It names nobody to ask."));
    }
    if (draft.grading().equals(Grade.NOT_ASSESSED)) {
      findings.add(SendFinding.told("Source and information are not graded."));
    }
    if (draft.law().coverage().needsReason() && draft.law().gapReason() == null) {
      findings.add(
          SendFinding.told(
              "The law there does not surely cover the conduct; a reason is asked for."));
    }
    if (draft.clearance().toBeStated()) {
      findings.add(
          SendFinding.told("The basis of its transfer to a third country is to be stated."));
    }
  }
}
