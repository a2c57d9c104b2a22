package dev.cordon.access;

import dev.cordon.Columns;
import dev.cordon.RefusedException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** What the database, with its own clock, says of a grant before it is made. */
record GrantFacts(
    Instant endsAt,
    boolean startsInPast,
    boolean endsTooEarly,
    boolean endsTooLate,
    boolean heldAlready,
    boolean left,
    boolean administrator,
    boolean outsideCovered,
    boolean coversWrongly) {

  static GrantFacts of(ResultSet row, int number) throws SQLException {
    Instant startsAt = Columns.instant(row, "starts_at");
    Instant endsAt = Columns.instant(row, "ends_at");
    Instant coveredFrom = Columns.instantOrNull(row, "covered_from");
    Instant coveredUntil = Columns.instantOrNull(row, "covered_until");
    return new GrantFacts(
        endsAt,
        row.getBoolean("starts_in_past"),
        row.getBoolean("ends_too_early"),
        row.getBoolean("ends_too_late"),
        row.getBoolean("held_already"),
        row.getBoolean("has_left"),
        row.getBoolean("administrator"),
        coveredFrom != null
            && coveredUntil != null
            && (startsAt.isBefore(coveredFrom) || endsAt.isAfter(coveredUntil)),
        row.getBoolean("covers_self")
            || row.getBoolean("covers_cover")
            || row.getBoolean("other_agency"));
  }

  void check(Role role, boolean covering) {
    refuse(left, "The member has left; invite the person anew.");
    refuse(
        administrator && role != Role.ADMINISTRATOR,
        "Who administers the installation sees no case data and holds no role in an operation.");
    refuse(startsInPast, "The grant would start in the past; leave the start empty for now.");
    refuse(endsTooEarly, "The grant would end before it starts, or in the past.");
    refuse(endsTooLate, "The grant would outlast its operation; choose an earlier end.");
    refuse(
        covering && coversWrongly,
        "Only a colleague of the same agency stands in, and not for somebody who stands in.");
    refuse(covering && outsideCovered, "A cover lies within the time of the grant it covers.");
    refuse(heldAlready, "The member holds this role over that time already; choose another span.");
  }

  private static void refuse(boolean when, String why) {
    if (when) {
      throw new RefusedException(why);
    }
  }
}
