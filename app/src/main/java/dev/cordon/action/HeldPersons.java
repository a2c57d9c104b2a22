package dev.cordon.action;

import dev.cordon.Columns;
import dev.cordon.access.AgencyId;
import dev.cordon.access.OperationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The persons an agency holds now: in packages released to it here, not recalled and not
 * superseded, and in packages received from other servers that are in force.
 */
@Component
public class HeldPersons {

  private final JdbcClient jdbc;

  HeldPersons(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Found(String number, Map<String, List<String>> values) {

    HeldPerson of(Whom whom) {
      return new HeldPerson(
          whom,
          number,
          distinct("PERSON_NAME"),
          distinct("ADDRESS"),
          distinct("POSTCODE"),
          distinct("CITY"));
    }

    private List<String> distinct(String kind) {
      return values.getOrDefault(kind, List.of()).stream().distinct().toList();
    }
  }

  /** All of one agency, as far as the reader may see them. */
  @Transactional(readOnly = true)
  public List<HeldPerson> of(OperationId operation, AgencyId agency) {
    Map<Whom, Found> held = new LinkedHashMap<>();
    jdbc.sql(ActionSql.HELD_PERSONS)
        .param("operation", operation.value())
        .param("agency", agency.value())
        .query(row -> {
          String number = row.getString("number");
          Found found =
              held.computeIfAbsent(whom(row), any -> new Found(number, new LinkedHashMap<>()));
          String kind = row.getString("kind");
          if (kind != null) {
            found
                .values()
                .computeIfAbsent(kind, any -> new ArrayList<>())
                .add(row.getString("value"));
          }
        });
    return held.entrySet().stream().map(one -> one.getValue().of(one.getKey())).toList();
  }

  private static Whom whom(ResultSet row) throws SQLException {
    return row.getObject("subject_id") == null
        ? Whom.received(Columns.uuid(row, "id"))
        : Whom.dispatched(Columns.uuid(row, "id"), Columns.uuid(row, "subject_id"));
  }
}
