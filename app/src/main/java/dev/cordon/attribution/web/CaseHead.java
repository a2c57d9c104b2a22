package dev.cordon.attribution.web;

import dev.cordon.attribution.Attribution;
import dev.cordon.resolution.Proposal;
import dev.cordon.resolution.Subject;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What stands at the top of a proposal's or a subject's page.
 *
 * @param isSubject whether it is a subject; a proposal otherwise
 * @param stands whether a person's confirmation stands
 * @param other the number of the subject of a proposal, or nothing
 * @param country as decided; nothing for a proposal
 */
record CaseHead(
    UUID id,
    String number,
    boolean isSubject,
    boolean stands,
    @Nullable UUID subject,
    @Nullable String other,
    String state,
    String tone,
    String category,
    @Nullable String country,
    String names,
    @Nullable String proposedCountry,
    String strength,
    String rule,
    String why) {

  static CaseHead of(Proposal proposal, Attribution.Proposed proposed, String names) {
    boolean stands = proposal.subject() != null;
    return new CaseHead(
        proposal.id().value(),
        proposal.number(),
        false,
        stands,
        proposal.subject() == null ? null : proposal.subject().value(),
        proposal.subjectNumber(),
        stands ? "confirmed" : "waits for a person",
        stands ? "good" : "wait",
        "",
        null,
        names,
        proposed.country(),
        strength(proposed),
        proposed.rule(),
        proposed.why());
  }

  static CaseHead of(Subject subject, Attribution attribution, String names) {
    boolean stands = subject.state().equals("confirmed");
    Attribution.Proposed proposed = attribution.proposed();
    return new CaseHead(
        subject.id().value(),
        subject.number(),
        true,
        stands,
        subject.id().value(),
        null,
        subject.state(),
        stands ? "good" : "bad",
        subject.category().text(),
        attribution.country(),
        names,
        proposed.country(),
        strength(proposed),
        proposed.rule(),
        proposed.why());
  }

  private static String strength(Attribution.Proposed proposed) {
    return proposed.strength().toLowerCase(Locale.ROOT);
  }
}
