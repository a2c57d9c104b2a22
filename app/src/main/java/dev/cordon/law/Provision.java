package dev.cordon.law;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One wording of one provision, as far as the sources were read. A pointer for a lawyer, never a
 * verdict.
 *
 * @param id short name of the wording, unique in the catalogue
 * @param provision the provision it is a wording of; its wordings must not overlap in time
 * @param citation how the law is cited
 * @param appliesIn the parts of the country it applies to; null when the whole
 * @param status how far it has come
 * @param proposed the day it became known as a bill or announcement; null when not known
 * @param begins the day this wording began
 * @param ends the day it ended, that day excluded; null when no end is known of
 * @param realism how real the material must look
 * @param ageBand the apparent age it speaks of
 * @param privateUse whether material its maker keeps is excepted
 * @param says what it says of each conduct
 * @param confidence how far this can be relied on
 * @param sources where it was read
 * @param note what else must be known; null when nothing
 * @param questions what the receiving agency must ask
 * @param review that a lawyer has signed this row; null when none has
 */
public record Provision(
    @JsonProperty(required = true) String id,
    @JsonProperty(required = true) String provision,
    @JsonProperty(required = true) String citation,
    @JsonProperty("applies_in") @Nullable List<String> appliesIn,
    @JsonProperty(required = true) Status status,
    @Nullable Boundary proposed,
    @JsonProperty(required = true) Boundary begins,
    @Nullable Boundary ends,
    @JsonProperty(required = true) Realism realism,
    @JsonProperty(value = "age_band", required = true) AgeBand ageBand,
    @JsonProperty(value = "private_use", required = true) PrivateUse privateUse,
    @JsonProperty(required = true) List<Rule> says,
    @JsonProperty(required = true) Confidence confidence,
    @JsonProperty(required = true) List<String> sources,
    @Nullable String note,
    @JsonProperty(required = true) List<Inquiry> questions,
    @Nullable Review review) {

  /** Whether a wording is in force. */
  public enum Force {
    /** Certainly. */
    IN_FORCE,
    /** It was known as a bill, or passed, and had certainly not begun. */
    PENDING,
    /** It had certainly not begun, and that it was on its way is not known. */
    NOT_YET,
    /** It had certainly ended. */
    ENDED,
    /** The sources do not say. */
    UNKNOWN
  }

  /** Copies the collections and refuses what contradicts itself. */
  public Provision {
    appliesIn = appliesIn == null ? null : List.copyOf(appliesIn);
    says = List.copyOf(says);
    sources = List.copyOf(sources);
    questions = List.copyOf(questions);
    ProvisionCheck.check(id, appliesIn, status, proposed, begins, ends, says, sources);
  }

  /** Whether this wording is in force on the given day. */
  public Force on(LocalDate day) {
    if (begins.surelyAhead(day)) {
      return proposed != null && proposed.surelyReached(day) ? Force.PENDING : Force.NOT_YET;
    }
    if (ends != null && ends.surelyReached(day)) {
      return Force.ENDED;
    }
    boolean surelyBegun = status == Status.IN_FORCE && begins.surelyReached(day);
    boolean surelyStillOn = ends == null || ends.surelyAhead(day);
    return surelyBegun && surelyStillOn ? Force.IN_FORCE : Force.UNKNOWN;
  }

  /** Whether it holds in that jurisdiction: the whole country's, or one of the parts it names. */
  public boolean holdsIn(String jurisdiction) {
    return appliesIn == null || appliesIn.contains(jurisdiction);
  }

  /** The rule for the conduct with the material; nothing when it does not speak of that. */
  public Optional<Rule> ruleFor(Conduct conduct, Material material) {
    return says.stream().filter(rule -> rule.scopeOf(conduct, material).isPresent()).findFirst();
  }
}
