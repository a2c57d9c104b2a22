package dev.cordon.resolution;

import dev.cordon.access.OperationId;
import dev.cordon.resolution.JudgedPair.Verdict;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what stands of the decisions of persons. */
@Component
class StandingDecisions {

  private final JdbcClient jdbc;

  StandingDecisions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Decisions standing(OperationId operation) {
    return new Decisions(
        jdbc.sql(ReviewSql.ALL_STANDING)
            .param("operation", operation.value())
            .query((row, number) ->
                new JudgedPair(
                    row.getString("a"), row.getString("b"), Verdict.of(row.getString("kind"))))
            .list(),
        jdbc.sql(WithheldSql.STANDING)
            .param("operation", operation.value())
            .query((row, number) ->
                new WithheldValue(
                    row.getString("kind"), row.getString("salt"), row.getString("digest")))
            .list());
  }
}
