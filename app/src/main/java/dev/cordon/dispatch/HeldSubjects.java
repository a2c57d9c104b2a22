package dev.cordon.dispatch;

import dev.cordon.Columns;
import dev.cordon.access.AgencyId;
import dev.cordon.access.OperationId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The subjects an agency holds now: in packages released, not recalled and not superseded. */
@Component
public class HeldSubjects {

  private final JdbcClient jdbc;

  HeldSubjects(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All of one agency, as far as the reader may see them. */
  @Transactional(readOnly = true)
  public List<HeldSubject> of(OperationId operation, AgencyId agency) {
    Map<UUID, HeldSubject> held = new LinkedHashMap<>();
    Map<UUID, Map<String, List<String>>> values = new LinkedHashMap<>();
    jdbc.sql(DispatchSql.HELD_NAMES_AND_PLACES)
        .param("operation", operation.value())
        .param("agency", agency.value())
        .query(row -> {
          UUID id = Columns.uuid(row, "id");
          held.putIfAbsent(id, empty(id, Columns.uuid(row, "subject_id")));
          String kind = row.getString("kind");
          if (kind != null) {
            values
                .computeIfAbsent(id, any -> new LinkedHashMap<>())
                .computeIfAbsent(kind, any -> new ArrayList<>())
                .add(row.getString("value"));
          }
        });
    return held.values().stream()
        .map(one -> filled(one, values.getOrDefault(one.packageSubject(), Map.of())))
        .toList();
  }

  private static HeldSubject empty(UUID id, UUID subject) {
    return new HeldSubject(id, subject, List.of(), List.of(), List.of(), List.of());
  }

  private static HeldSubject filled(HeldSubject one, Map<String, List<String>> values) {
    return new HeldSubject(
        one.packageSubject(),
        one.subject(),
        distinct(values, "PERSON_NAME"),
        distinct(values, "ADDRESS"),
        distinct(values, "POSTCODE"),
        distinct(values, "CITY"));
  }

  private static List<String> distinct(Map<String, List<String>> values, String kind) {
    return values.getOrDefault(kind, List.of()).stream().distinct().toList();
  }
}
