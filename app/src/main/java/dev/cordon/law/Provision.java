package dev.cordon.law;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One provision of one jurisdiction in one wording, as far as the sources were read. A pointer for
 * a lawyer, never a verdict.
 *
 * @param id short name, unique in the catalogue
 * @param citation how the law is cited
 * @param area the part of the country it applies to; null when the whole
 * @param begins the day this wording began
 * @param ends the day it ended, that day excluded; null when no end is known of
 * @param conducts what the sources say of each conduct with fully synthetic material
 * @param realism how real the material must look
 * @param ageBand the apparent age it speaks of
 * @param maximum the penalties, in the words of the source
 * @param confidence how far this can be relied on
 * @param sources where it was read
 * @param note what else must be known; null when nothing
 * @param questions what the receiving agency must ask
 * @param reviewedByLawyer whether a lawyer has signed this row
 */
public record Provision(
    @JsonProperty(required = true) String id,
    @JsonProperty(required = true) String citation,
    @Nullable String area,
    @JsonProperty(required = true) Boundary begins,
    @Nullable Boundary ends,
    @JsonProperty(required = true) Map<Conduct, Scope> conducts,
    @JsonProperty(required = true) Realism realism,
    @JsonProperty(value = "age_band", required = true) AgeBand ageBand,
    @JsonProperty(required = true) String maximum,
    @JsonProperty(required = true) Confidence confidence,
    @JsonProperty(required = true) List<String> sources,
    @Nullable String note,
    @JsonProperty(required = true) List<String> questions,
    @JsonProperty(value = "reviewed_by_lawyer", required = true) boolean reviewedByLawyer) {

  /** Whether a wording is in force. */
  public enum Force {
    /** Certainly. */
    IN_FORCE,
    /** It had certainly not begun. */
    NOT_YET,
    /** It had certainly ended. */
    ENDED,
    /** The sources do not say. */
    UNKNOWN
  }

  /** Copies the collections and refuses an empty provision. */
  public Provision {
    conducts = Map.copyOf(conducts);
    sources = List.copyOf(sources);
    questions = List.copyOf(questions);
    if (conducts.isEmpty()) {
      throw new IllegalArgumentException("provision " + id + " names no conduct");
    }
    if (sources.isEmpty()) {
      throw new IllegalArgumentException("provision " + id + " names no source");
    }
  }

  /** Whether this wording is in force on the given day. */
  public Force on(LocalDate day) {
    if (begins.surelyAhead(day)) {
      return Force.NOT_YET;
    }
    if (ends != null && ends.surelyReached(day)) {
      return Force.ENDED;
    }
    boolean surelyBegun = begins.surelyReached(day);
    boolean surelyStillOn = ends == null || ends.surelyAhead(day);
    return surelyBegun && surelyStillOn ? Force.IN_FORCE : Force.UNKNOWN;
  }

  /** What the sources say of the conduct; nothing when the provision does not speak of it. */
  public Optional<Scope> scopeOf(Conduct conduct) {
    return Optional.ofNullable(conducts.get(conduct));
  }

  /** The citation with the area it is limited to. */
  public String citationWithArea() {
    return area == null ? citation : citation + " [" + Objects.requireNonNull(area) + "]";
  }
}
