package dev.cordon.access;

import java.util.Locale;

/**
 * A part of what there is to know. What a role reaches of it stands in {@code cordon.need_to_know}.
 */
public enum Area {
  /** What was taken in, its balance and what investigators know. */
  SOURCES,
  /** Accounts, links, records and countries as rules propose them. */
  PROPOSALS,
  /** Persons a member confirmed, and the judgements. */
  SUBJECTS,
  /** Countries a member decided. */
  COUNTRIES,
  /** Packages for agencies: drafts, subjects, records, recalls. */
  PACKAGES,
  /** Receipts and outcomes agencies report for packages. */
  OUTCOMES,
  /** Action days, sites, warrants, field reports, measures. */
  ACTION,
  /** Addresses, names and words of planned sites and of reports from them. */
  ACTION_PLANS,
  /** Why an action day was ordered so, leaks, who may know of it, minutes and lessons. */
  ACTION_COMMAND,
  /** Exhibits and their custody. */
  EVIDENCE,
  /** Digests of files on exhibits, and signals. */
  TRIAGE,
  /** Lists of known digests and what they matched. */
  HASH_LISTS,
  /** What persons decided about items of the queue. */
  ASSESSMENTS,
  /** The register of identified victims. */
  VICTIMS,
  /** Who opened, marked or locked which conversation. */
  SEALED_TEXT,
  /** Figures and what was published. */
  FIGURES,
  /** Handling codes set on single records. */
  HANDLING,
  /** Entries and what opens them. */
  LEDGER,
  /** Members of the operation, grants, invitations. */
  MEMBERS,
  /** Acts that wait for a second person. */
  APPROVALS,
  /** Which keys the operation has. */
  KEYS,
  /** Findings in the ledger and what those who watch said of them. */
  OVERSIGHT,
  /** Files of persons for the right of access, the register of processing, exports. */
  DATA_PROTECTION,
  /** Emergency openings and their reviews. */
  BREAK_GLASS,
  /** Requests to providers and their answers. */
  REQUESTS,
  /** Who does what until when, about any record. */
  TASKS,
  /** Agencies' keys and servers, packages received, signed messages and receipts. */
  CORRESPONDENCE,
  /** Perceptual codes of files on exhibits; they can be partly inverted. */
  PERCEPTUAL_CODES;

  /** As the database writes it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Read from what the database writes. */
  public static Area of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
