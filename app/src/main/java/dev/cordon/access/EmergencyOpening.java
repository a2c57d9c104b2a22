package dev.cordon.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A member opened, in an emergency, what the member's role does not reach.
 *
 * @param by the member's name, as far as the reader may know it
 * @param own whether the reader opened it
 * @param open whether it still stands
 * @param review what another person said of it; none: it waits
 * @param overdue whether it waits for longer than three days
 */
public record EmergencyOpening(
    UUID id,
    String by,
    boolean own,
    List<Area> areas,
    Danger danger,
    String reason,
    Instant openedAt,
    Instant endsAt,
    boolean open,
    Optional<Review> review,
    boolean overdue) {

  public EmergencyOpening {
    areas = List.copyOf(areas);
  }

  /** Whose life is in danger. */
  public enum Danger {
    /** A child. */
    CHILD,
    /** Anyone. */
    LIFE
  }

  /** What another person said of it. */
  public record Review(boolean justified, String words, String by, Instant at) {}

  /** What can be opened: areas that only make sense together. */
  public enum Scope {
    PERSONS(
        "Persons: subjects, proposals, countries",
        Area.SUBJECTS,
        Area.PROPOSALS,
        Area.COUNTRIES,
        Area.SOURCES),
    PACKAGES("Packages of all agencies", Area.PACKAGES, Area.OUTCOMES),
    ACTION("Sites, warrants and reports of all agencies", Area.ACTION),
    EVIDENCE(
        "Exhibits and triage of all agencies",
        Area.EVIDENCE,
        Area.TRIAGE,
        Area.HASH_LISTS,
        Area.ASSESSMENTS),
    VICTIMS("The register of victims; not its sealed columns", Area.VICTIMS);

    private final String title;
    private final List<Area> areas;

    Scope(String title, Area... areas) {
      this.title = title;
      this.areas = List.of(areas);
    }

    /** In words. */
    public String title() {
      return title;
    }

    /** What it opens. */
    public List<Area> areas() {
      return areas;
    }
  }
}
