package dev.cordon.correspondence;

import dev.cordon.Columns;
import dev.cordon.access.Access;
import dev.cordon.access.AgencyId;
import dev.cordon.access.Area;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** For whom this server speaks in an operation: the agency that leads it here. */
@Component
class Own {

  private final JdbcClient jdbc;
  private final Access access;
  private final CurrentMember currentMember;

  Own(JdbcClient jdbc, Access access, CurrentMember currentMember) {
    this.jdbc = jdbc;
    this.access = access;
    this.currentMember = currentMember;
  }

  /** The agency that leads the operation here. */
  record Agency(AgencyId id, String name, String country) {}

  Agency agency(OperationId operation) {
    return jdbc.sql(CorrespondenceSql.OWN_AGENCY)
        .param("operation", operation.value())
        .query((row, number) ->
            new Agency(
                new AgencyId(Columns.uuid(row, "id")),
                row.getString("name"),
                row.getString("country")))
        .optional()
        .orElseThrow(NotPermittedException::new);
  }

  /** Passes for a coordinator, and for officers of the agency that leads; for no other agency's. */
  Agency require(OperationId operation, Right right) {
    access.require(operation, Area.CORRESPONDENCE, right);
    Agency agency = agency(operation);
    if (!access.holdsForWhole(operation, Area.CORRESPONDENCE, right)
        && !currentMember.get().agency().filter(agency.id()::equals).isPresent()) {
      throw new NotPermittedException();
    }
    return agency;
  }
}
