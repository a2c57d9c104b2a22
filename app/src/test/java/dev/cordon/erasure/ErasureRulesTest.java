package dev.cordon.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.DatabaseTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ErasureRulesTest extends DatabaseTest {

  private static final String HOW_TO =
      """
      A table or a column of words nobody thought of when persons are erased. In the migration that adds it: \
      call cordon.erasure(place, 'table', 'delete' or 'empty' or 'keep', change, condition, 'because') - place decides the \
      order, children before parents; a keep says why nothing of a person stands there - and add the line to docs/erasure.md.
      """;

  @Test
  void everyTable_hasARule() {
    assertThat(
            get(
                analyst,
                () ->
                    jdbc.sql(
                            """
                            select c.relname from pg_class c
                            where c.relnamespace = 'cordon'::regnamespace and c.relkind in ('r', 'p')
                              and not exists (select from cordon.erasure_rule r where r.table_name = c.relname)
                            """)
                        .query(String.class)
                        .list()))
        .as(HOW_TO)
        .isEmpty();
  }

  @Test
  void everyColumnOfWords_wasSeenWhenTheRuleWasWritten() {
    assertThat(
            get(
                analyst,
                () ->
                    jdbc.sql(
                            """
                            select r.table_name || '.' || named.column_name
                            from (select distinct table_name from cordon.erasure_rule) r
                            cross join lateral unnest(cordon.worded_columns(r.table_name)) named(column_name)
                            where not exists (select from cordon.erasure_rule s
                              where s.table_name = r.table_name and named.column_name = any(s.seen))
                            """)
                        .query(String.class)
                        .list()))
        .as(HOW_TO)
        .isEmpty();
  }

  @Test
  void document_saysTheRules() throws IOException {
    List<String> rules =
        get(
            analyst,
            () ->
                jdbc.sql(
                        """
                        select '| ' || table_name || ' | ' || act || ' | ' || because || ' |' from cordon.erasure_rule
                        order by place
                        """)
                    .query(String.class)
                    .list());
    List<String> written =
        Files.readAllLines(Path.of("..", "docs", "erasure.md")).stream()
            .filter(line -> line.matches("\\| [a-z_]+ \\| (delete|empty|keep) \\| .*"))
            .toList();
    assertThat(written)
        .as("docs/erasure.md; the right lines are:\n" + String.join("\n", rules))
        .isEqualTo(rules);
  }
}
