package dev.cordon.evidence;

import java.util.Locale;

/** What was done with an exhibit. */
public enum ActKind {
  REGISTERED("entered in the register"),
  HANDED_OVER("handed over"),
  CONFIRMED("hand-over confirmed"),
  DISPUTED("hand-over disputed"),
  MOVED("moved to another place"),
  SEAL_OPENED("seal opened"),
  SEALED("sealed"),
  NOTED("condition noted"),
  GROUNDS("grounds of the seizure named"),
  HASHED("hash recorded"),
  PART_TAKEN("part taken out"),
  SPLIT("divided"),
  MERGED("joined with others"),
  RETURNED("returned"),
  FORFEITED("forfeited"),
  DESTROYED("destroyed"),
  COPY_MADE("working copy registered"),
  COPY_CHECKED("working copy checked, unchanged"),
  COPY_DIFFERS("working copy differs, work stopped");

  private final String label;

  ActKind(String label) {
    this.label = label;
  }

  /** As people call it. */
  public String label() {
    return label;
  }

  /** As the database writes it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it touches the thing itself; the others only say something about it. */
  public boolean touches() {
    return switch (this) {
      case REGISTERED,
          HANDED_OVER,
          MOVED,
          SEAL_OPENED,
          SEALED,
          PART_TAKEN,
          SPLIT,
          MERGED,
          RETURNED,
          FORFEITED,
          DESTROYED ->
          true;
      case CONFIRMED, DISPUTED, NOTED, GROUNDS, HASHED, COPY_MADE, COPY_CHECKED, COPY_DIFFERS ->
          false;
    };
  }

  /** Read from what the database writes. */
  public static ActKind of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
