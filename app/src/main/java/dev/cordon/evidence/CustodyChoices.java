package dev.cordon.evidence;

import dev.cordon.Columns;
import dev.cordon.access.Access;
import dev.cordon.access.AgencyId;
import dev.cordon.access.Area;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the forms of custody offer to choose from: places, measures, warrants, agencies. */
@Service
public class CustodyChoices {

  private final JdbcClient jdbc;
  private final Access access;
  private final CurrentMember currentMember;

  CustodyChoices(JdbcClient jdbc, Access access, CurrentMember currentMember) {
    this.jdbc = jdbc;
    this.access = access;
    this.currentMember = currentMember;
  }

  /** Something to choose from on a form. */
  public record Choice(UUID id, String label) {}

  /** The place of keeping of that name in the agency, added where it is new. */
  @Transactional
  public UUID location(OperationId operation, AgencyId agency, String name) {
    access.require(operation, Area.EVIDENCE, Right.WRITE);
    jdbc.sql(CustodySql.ADD_LOCATION)
        .param("id", UUID.randomUUID())
        .param("operation", operation.value())
        .param("agency", agency.value())
        .param("name", name.strip())
        .param("member", currentMember.member().value())
        .update();
    return jdbc.sql(CustodySql.LOCATION_BY_NAME)
        .param("operation", operation.value())
        .param("agency", agency.value())
        .param("name", name.strip())
        .query(UUID.class)
        .single();
  }

  /** The places of keeping of an agency, by name. */
  @Transactional(readOnly = true)
  public List<Choice> locations(OperationId operation, AgencyId agency) {
    return choices(CustodySql.LOCATIONS, operation, agency);
  }

  /** The measures of an agency, the newest first. */
  @Transactional(readOnly = true)
  public List<Choice> measures(OperationId operation, AgencyId agency) {
    return choices(EvidenceSql.MEASURES, operation, agency);
  }

  /** The warrants of an agency, the newest first. */
  @Transactional(readOnly = true)
  public List<Choice> warrants(OperationId operation, AgencyId agency) {
    return choices(EvidenceSql.WARRANTS, operation, agency);
  }

  private List<Choice> choices(String question, OperationId operation, AgencyId agency) {
    return jdbc.sql(question)
        .param("operation", operation.value())
        .param("agency", agency.value())
        .query((row, number) -> new Choice(Columns.uuid(row, "id"), row.getString("label")))
        .list();
  }

  /** Agencies an exhibit may go to, as far as the member knows them. */
  @Transactional(readOnly = true)
  public List<Choice> openAgencies() {
    return jdbc.sql(CustodySql.AGENCIES)
        .query((row, number) -> new Choice(Columns.uuid(row, "id"), row.getString("label")))
        .list();
  }
}
