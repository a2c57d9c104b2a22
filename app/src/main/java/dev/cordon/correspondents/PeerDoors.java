package dev.cordon.correspondents;

import dev.cordon.Columns;
import dev.cordon.access.AgencyId;
import dev.cordon.access.MemberId;
import dev.cordon.access.OperationId;
import dev.cordon.access.SignedIn;
import dev.cordon.kernel.merkle.NoteKey;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The doors pushes from other servers may knock at, before anybody is signed in. */
@Component
public class PeerDoors {

  private final JdbcClient jdbc;

  PeerDoors(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A door: whose signature opens it, and under whose rights what arrives is taken in.
   *
   * @param operation the one here
   * @param keeper the member who let this server take from there, and answers for it
   */
  public record Door(OperationId operation, UUID key, NoteKey noteKey, SignedIn keeper) {}

  /** Those of an operation, named by its id here or at the agency that made the packages. */
  @Transactional(readOnly = true)
  public List<Door> of(UUID namedOperation) {
    return jdbc.sql(CorrespondentSql.DOOR)
        .param("operation", namedOperation)
        .query((row, number) -> {
          UUID agency = PeerRows.uuidOrNull(row, "agency_id");
          return new Door(
              new OperationId(Columns.uuid(row, "operation_id")),
              Columns.uuid(row, "key_id"),
              NoteKey.parse(row.getString("note_key")),
              new SignedIn(
                  row.getString("sign_in_name"),
                  row.getString("display_name"),
                  new MemberId(Columns.uuid(row, "keeper")),
                  agency == null ? null : new AgencyId(agency),
                  row.getBoolean("administrator")));
        })
        .list();
  }
}
