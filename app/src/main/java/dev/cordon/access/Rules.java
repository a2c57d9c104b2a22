package dev.cordon.access;

import java.sql.Array;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rules of need to know as they stand in the database; no secret. */
@Service
@Transactional(readOnly = true)
public class Rules {

  private final JdbcClient jdbc;

  Rules(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What an area holds, and whether it may be opened in an emergency. */
  public record Known(Area area, String holds, boolean breakGlass) {}

  /**
   * One rule.
   *
   * @param reach operation, own_agency, or common (rows the lead shares)
   * @param rights acts narrower than writing
   * @param categories whose rows; none: of all
   * @param because the reason for the rule
   */
  public record Rule(
      Role role,
      Area area,
      String reach,
      boolean reads,
      boolean writes,
      List<String> rights,
      List<String> categories,
      String because) {

    public Rule {
      rights = List.copyOf(rights);
      categories = List.copyOf(categories);
    }
  }

  /** The handling codes a role opens when its grant names none. */
  public record RoleClearance(Role role, Set<HandlingCode> codes, String because) {

    public RoleClearance {
      codes = Set.copyOf(codes);
    }
  }

  /** What there is to know. */
  public List<Known> areas() {
    return jdbc.sql(NeedToKnowSql.AREAS)
        .query((row, number) ->
            new Known(
                Area.of(row.getString("name")),
                row.getString("holds"),
                row.getBoolean("break_glass")))
        .list();
  }

  /** Every rule; what none of them names is denied. */
  public List<Rule> all() {
    return jdbc.sql(NeedToKnowSql.RULES)
        .query((row, number) ->
            new Rule(
                Role.of(row.getString("role")),
                Area.of(row.getString("area")),
                row.getString("reach"),
                row.getBoolean("may_read"),
                row.getBoolean("may_write"),
                texts(row.getArray("rights")),
                texts(row.getArray("categories")),
                row.getString("because")))
        .list();
  }

  /** The codes of every role. */
  public List<RoleClearance> clearances() {
    return jdbc.sql(NeedToKnowSql.CLEARANCES)
        .query((row, number) ->
            new RoleClearance(
                Role.of(row.getString("role")),
                texts(row.getArray("codes")).stream()
                    .map(HandlingCode::valueOf)
                    .collect(Collectors.toSet()),
                row.getString("because")))
        .list();
  }

  private static List<String> texts(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }
}
