package dev.cordon.evidence;

import dev.cordon.Columns;
import dev.cordon.access.AgencyId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of the database as this stage's records. */
final class EvidenceRows {

  private EvidenceRows() {}

  static Exhibit exhibit(ResultSet row, int number) throws SQLException {
    return new Exhibit(
        Columns.uuid(row, "id"),
        new AgencyId(Columns.uuid(row, "agency_id")),
        row.getString("number"),
        row.getString("kind"),
        ItemClass.of(row.getString("item_class")),
        row.getString("description"),
        row.getString("own_number"),
        row.getString("serial"),
        row.getString("found_in"),
        row.getString("seal"),
        row.getString("country"),
        Columns.instant(row, "seized_at"),
        row.getString("place"),
        row.getString("seized_by"),
        row.getObject("measure_id", UUID.class),
        row.getString("report"),
        row.getInt("item_number"),
        row.getString("warrant"),
        row.getString("legal_basis"),
        row.getString("held_by"),
        Columns.instant(row, "held_since"),
        row.getString("seal_now"),
        row.getString("location"),
        ExhibitState.of(row.getString("state")),
        Columns.instant(row, "last_at"),
        Columns.instant(row, "last_recorded_at"),
        row.getInt("acts"),
        row.getInt("hand_overs"),
        row.getInt("unconfirmed"),
        row.getBoolean("copy_stopped"));
  }

  static CustodyAct act(ResultSet row, int number) throws SQLException {
    return new CustodyAct(
        Columns.uuid(row, "id"),
        row.getInt("number"),
        ActKind.of(row.getString("kind")),
        Columns.instant(row, "happened_at"),
        row.getString("place"),
        row.getString("words"),
        row.getString("person"),
        row.getString("seal_before"),
        row.getObject("hand_over_id", UUID.class),
        row.getObject("related_exhibit_id", UUID.class),
        row.getString("related_number"),
        order(row),
        Columns.texts(row, "irregularities"),
        row.getString("explanation"),
        row.getString("holder"),
        row.getString("seal"),
        row.getString("location"),
        ExhibitState.of(row.getString("state")),
        row.getString("statement"),
        row.getString("recorded_by_name"),
        Columns.instant(row, "recorded_at"));
  }

  private static CustodyAct.@Nullable Order order(ResultSet row) throws SQLException {
    String reference = row.getString("order_reference");
    return reference == null
        ? null
        : new CustodyAct.Order(
            row.getString("order_authority"),
            reference,
            row.getObject("order_date", LocalDate.class));
  }

  static HandOver handOver(ResultSet row, List<HandOver.Answer> answers) throws SQLException {
    UUID toAgency = row.getObject("to_agency_id", UUID.class);
    return new HandOver(
        Columns.uuid(row, "id"),
        row.getInt("sequence"),
        row.getString("from_person"),
        row.getString("to_person"),
        toAgency == null ? null : new AgencyId(toAgency),
        row.getString("place"),
        row.getString("purpose"),
        Columns.instant(row, "happened_at"),
        row.getString("seal_before"),
        row.getString("seal_after"),
        row.getString("condition"),
        answers);
  }

  static HandOver.Answer answer(ResultSet row) throws SQLException {
    return new HandOver.Answer(
        HandOver.Party.valueOf(row.getString("party").toUpperCase(Locale.ROOT)),
        row.getString("answer").equals("confirmed"),
        row.getString("paper"),
        row.getString("words"),
        row.getString("said_by_name"),
        Columns.instant(row, "said_at"));
  }
}
