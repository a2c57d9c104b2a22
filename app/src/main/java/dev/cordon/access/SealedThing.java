package dev.cordon.access;

import java.util.Locale;
import java.util.UUID;

/**
 * One thing whose sealed content is opened by itself.
 *
 * @param id the thread, exhibit, victim, media item or source
 */
public record SealedThing(Kind kind, UUID id) {

  /** What is sealed. */
  public enum Kind {
    /** The texts of one thread. */
    THREAD,
    /** A search through all threads of an operation, which gives counts. */
    SEARCH,
    /** The file names on one exhibit. */
    FILE_NAMES,
    /** What names and places one victim. */
    VICTIM,
    /** The names of the members of one archive that is a source. */
    MEMBERS,
    /** The grounds of an assessment of one media item. */
    GROUNDS;

    /** As the database writes it. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A search through an operation. */
  public static SealedThing search(OperationId operation) {
    return new SealedThing(Kind.SEARCH, operation.value());
  }

  /** As the ledger commits to it. */
  @Override
  public String toString() {
    return kind.text() + "/" + id;
  }
}
