package dev.cordon.intake;

import dev.cordon.Page;
import dev.cordon.access.OperationId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The sources and balances the database knows, as lists; each method is one transaction. */
@Service
@Transactional(readOnly = true)
class SourceLists {

  private final JdbcClient jdbc;
  private final SourceRegister register;

  SourceLists(JdbcClient jdbc, SourceRegister register) {
    this.jdbc = jdbc;
    this.register = register;
  }

  /** The sources of that kind, first taken first. */
  Page<Source> page(OperationId operation, SourceFilter filter, int number) {
    register.requireReader(operation);
    List<Source> sources =
        jdbc.sql(IntakeSql.PAGE)
            .param("operation", operation.value())
            .param("part", filter.part())
            .param("mark", filter.mark())
            .param("limit", Page.SIZE)
            .param("offset", Page.offset(number))
            .query((row, index) -> SourceRegister.source(row))
            .list();
    long total =
        jdbc.sql(IntakeSql.COUNT_SHOWN)
            .param("operation", operation.value())
            .param("part", filter.part())
            .param("mark", filter.mark())
            .query(Long.class)
            .single();
    return new Page<>(sources, number, total);
  }

  /** The balance of all sources together. */
  Balance sum(OperationId operation) {
    register.requireReader(operation);
    return jdbc.sql(IntakeSql.SUM)
        .param("operation", operation.value())
        .query((row, index) ->
            new Balance(
                "all sources",
                "row",
                row.getLong("rows_in"),
                row.getLong("stored"),
                row.getLong("quarantined"),
                row.getLong("duplicates")))
        .single();
  }

  /** Which of these names a source has. */
  Set<String> known(OperationId operation, List<String> names) {
    register.requireReader(operation);
    return new HashSet<>(
        jdbc.sql(IntakeSql.NAMES)
            .param("operation", operation.value())
            .param("names", names.toArray(String[]::new))
            .query(String.class)
            .list());
  }

  /** The balances of a source's tables whose names hold the part. */
  Page<Balance> balances(OperationId operation, UUID source, String part, int number) {
    register.requireReader(operation);
    List<Balance> balances =
        jdbc.sql(IntakeSql.BALANCES)
            .param("operation", operation.value())
            .param("source", source)
            .param("part", part)
            .param("limit", Page.SIZE)
            .param("offset", Page.offset(number))
            .query((row, index) ->
                new Balance(
                    row.getString("name"),
                    row.getString("unit"),
                    row.getLong("rows_in"),
                    row.getLong("stored"),
                    row.getLong("quarantined"),
                    row.getLong("duplicates")))
            .list();
    long total =
        jdbc.sql(IntakeSql.COUNT_BALANCES)
            .param("operation", operation.value())
            .param("source", source)
            .param("part", part)
            .query(Long.class)
            .single();
    return new Page<>(balances, number, total);
  }
}
