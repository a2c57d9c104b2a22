package dev.cordon.ground;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.DatabaseTest;
import dev.cordon.TestGround;
import dev.cordon.access.AgencyId;
import dev.cordon.access.HandlingCode;
import dev.cordon.access.OperationId;
import dev.cordon.access.Role;
import dev.cordon.access.Rules;
import dev.cordon.access.SignedIn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Every guarded table x every role x own, other and no agency x operations of each handling code x
 * rows of each code and each data-subject category: what the table's own policies show and let be
 * written is what the rules say. Each table is copied bare, without its references and checks but
 * with its policies, so that rows of every kind can be laid into it.
 */
class TableMatrixTest extends DatabaseTest {

  private static final String HOW_TO =
      """
      A table is guarded by a rule or says why not. In its migration: call cordon.guard('table', 'area', append_only). The area \
      stands in cordon.area with its rules in cordon.need_to_know. A table without an operation, or with policies of its own, \
      is added to OWN_POLICIES here, with tests of its own.
      """;

  /** Tables that do not belong to an area; each has its own policies and its own tests. */
  private static final Set<String> OWN_POLICIES =
      Set.of(
          "agency",
          "member",
          "operation",
          "membership",
          "ledger_entry",
          "ledger_opening",
          "ledger_checkpoint",
          "ledger_place",
          "ledger_sequenced",
          "ledger_kept",
          "closing_manifest",
          "ledger_witness",
          "ledger_verification",
          "witnessed_log",
          "witness_alarm",
          "number_series",
          "area",
          "need_to_know",
          "role_clearance",
          "handling_kind",
          "break_glass",
          "break_glass_review",
          "reading_reason",
          // held by the tests of the packages they belong to
          "approval",
          "approval_decision",
          "invitation",
          "member_leave",
          "passkey",
          "authenticator_app",
          "recovery_code",
          "agency_identity",
          "api_token",
          "known_device",
          "sign_in_attempt",
          "factor_reset",
          "factor_reset_decision",
          "access_denied",
          "sealed_access",
          "text_search",
          "text_search_hit",
          "oversight_export",
          "erasure_rule",
          "figure_definition",
          "overview_visit");

  /** Tables whose restrictive policies let through less than the rules of their area. */
  private static final Set<String> NARROWER = Set.of("victim_sealed", "press_cell");

  /** Tables of an area that the installation's administrator reads, too. */
  private static final Set<String> FOR_THE_ADMINISTRATOR = Set.of("key_change");

  private static final List<String> CATEGORIES =
      List.of("suspect", "convicted", "victim", "witness_or_contact", "not_yet_assessed");
  private static final Set<String> WITH_CATEGORIES = Set.of("subjects", "packages", "victims");

  private final DatabaseAddress address = TestGround.ground().address();
  private final SingleConnectionDataSource connection =
      new SingleConnectionDataSource(
          address.url(), DatabaseAddress.OWNER, address.ownerPassword(), true);
  private final JdbcClient owner = JdbcClient.create(connection);

  @Autowired private Rules rules;

  private final Map<HandlingCode, OperationId> operations = new EnumMap<>(HandlingCode.class);
  private List<Rules.Rule> all = List.of();
  private Map<Role, Set<HandlingCode>> clearances = new EnumMap<>(Role.class);

  /** A row as the test lays it. */
  private record Row(
      int key,
      HandlingCode operationCode,
      @Nullable String agency,
      @Nullable HandlingCode code,
      @Nullable String category) {}

  private record Guarded(String name, String area, Set<String> columns) {

    boolean has(String column) {
      return columns.contains(column);
    }
  }

  @BeforeEach
  void lay() {
    for (String schema : List.of("matrix_shown", "matrix_open")) {
      owner.sql("drop schema if exists " + schema + " cascade").update();
      owner.sql("create schema " + schema).update();
      owner.sql("grant usage on schema " + schema + " to cordon_app").update();
    }
    for (HandlingCode code : HandlingCode.values()) {
      operations.put(code, operationWith(code));
    }
    all = get(analyst, rules::all);
    get(analyst, rules::clearances).forEach(one -> clearances.put(one.role(), one.codes()));
  }

  @AfterEach
  void drop() {
    owner.sql("drop schema matrix_shown, matrix_open cascade").update();
    connection.destroy();
  }

  @Test
  void everyTable_isGuardedOrSaysWhyNot() {
    List<String> without =
        owner
            .sql(
                """
                select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = 'cordon' and c.relkind in ('r', 'p')
                  and coalesce(obj_description(c.oid), '') not like 'area %'
                """)
            .query(String.class)
            .list();

    assertThat(without).as(HOW_TO).isSubsetOf(OWN_POLICIES);
  }

  @Test
  void everyTable_showsAndTakesWhatTheRulesSayAndNoMore() {
    List<String> leaks = new ArrayList<>();
    List<Guarded> tables = guarded();
    Map<Guarded, List<Row>> rows = new LinkedHashMap<>();
    Map<Guarded, String> checks = new LinkedHashMap<>();
    tables.forEach(table -> rows.put(table, copy(table)));
    tables.forEach(table -> checks.put(table, check(table)));
    members()
        .forEach((role, byCode) ->
            byCode.forEach((code, member) ->
                as(
                    member,
                    () ->
                        rows.forEach((table, laid) -> {
                          compare(leaks, table, "reads", role, code, laid, seen(table));
                          Set<Integer> taken = taken(table, checks.getOrDefault(table, "false"));
                          compare(leaks, table, "writes", role, code, laid, taken);
                        }))));
    for (SignedIn stranger : List.of(outsider, coordinator)) {
      as(stranger, () -> tables.forEach(table -> seenByStranger(leaks, table)));
    }
    as(
        administrator,
        () ->
            tables.stream()
                .filter(table -> !FOR_THE_ADMINISTRATOR.contains(table.name()))
                .forEach(table -> seenByStranger(leaks, table)));

    assertThat(tables).hasSizeGreaterThan(40);
    assertThat(leaks).isEmpty();
  }

  /** What a policy asks is asked once per statement and not once per row. */
  @Test
  void policies_areComputedOncePerStatement() {
    for (Guarded table : guarded()) {
      List<String> perRow =
          get(
              officer,
              () ->
                  jdbc
                      .sql("explain select * from cordon." + table.name())
                      .query(String.class)
                      .list()
                      .stream()
                      .filter(line -> line.contains("Filter"))
                      .filter(line ->
                          line.matches(
                              ".*(reach|ruled|opened|hidden|may|current_agency|current_grants)\\(.*"))
                      .toList());
      assertThat(perRow).as(table.name()).isEmpty();
    }
  }

  private void seenByStranger(List<String> leaks, Guarded table) {
    if (!seen(table).isEmpty()) {
      leaks.add(table.name() + " is read by a stranger");
    }
  }

  private void compare(
      List<String> leaks,
      Guarded table,
      String act,
      Role role,
      HandlingCode code,
      List<Row> rows,
      Set<Integer> found) {
    for (Row row : rows) {
      boolean expected = row.operationCode() == code && allowed(table, act, role, row);
      boolean narrowed = expected && NARROWER.contains(table.name());
      if (!narrowed && expected != found.contains(row.key())) {
        leaks.add(
            "%s: %s %s %s against the rules"
                .formatted(table.name(), role, expected ? "is refused" : act, row));
      }
    }
  }

  private boolean allowed(Guarded table, String act, Role role, Row row) {
    Set<HandlingCode> codes = clearances.getOrDefault(role, Set.of());
    boolean caseRows =
        !Set.of("ledger", "members", "approvals", "keys", "oversight", "break_glass")
            .contains(table.area());
    boolean covers = !caseRows || codes.contains(row.operationCode());
    if (row.code() != null && !codes.contains(row.code())) {
      return false;
    }
    return all.stream()
        .filter(rule -> rule.role() == role && rule.area().text().equals(table.area()))
        .filter(rule -> act.equals("reads") ? rule.reads() : rule.writes())
        .filter(rule -> category(table, rule, row))
        .anyMatch(rule ->
            switch (rule.reach()) {
              case "operation" -> covers;
              case "own_agency" ->
                  table.has("agency_id")
                      && "own".equals(row.agency())
                      && (covers || Set.of("packages", "outcomes").contains(table.area()));
              default -> table.has("agency_id") && row.agency() == null && covers;
            });
  }

  private static boolean category(Guarded table, Rules.Rule rule, Row row) {
    if (rule.categories().isEmpty() || !WITH_CATEGORIES.contains(table.area())) {
      return true;
    }
    if (table.has("category")) {
      return rule.categories().contains(row.category());
    }
    // Records of persons are asked for through their subject; the copy's rows have none.
    return !table.has("package_subject_id");
  }

  private Set<Integer> seen(Guarded table) {
    return new HashSet<>(
        jdbc.sql("select matrix_key from matrix_shown." + table.name())
            .query(Integer.class)
            .list());
  }

  private Set<Integer> taken(Guarded table, String check) {
    return new HashSet<>(
        jdbc.sql("select matrix_key from matrix_open." + table.name() + " where " + check)
            .query(Integer.class)
            .list());
  }

  /** What a new row must hold to, by the table's permissive policies. */
  private String check(Guarded table) {
    return owner
        .sql(
            """
            select string_agg('(' || pg_get_expr(polwithcheck, polrelid) || ')', ' or ')
            from pg_policy where polrelid = cast(:table as regclass) and polcmd = 'a' and polpermissive
            """)
        .param("table", "cordon." + table.name())
        .query(String.class)
        .single();
  }

  private List<Row> copy(Guarded table) {
    String name = table.name();
    for (String schema : List.of("matrix_shown.", "matrix_open.")) {
      String copy = schema + name;
      owner.sql("create table " + copy + " (like cordon." + name + ")").update();
      String free =
          table.columns().stream()
              .map(column -> "alter " + column + " drop not null")
              .collect(Collectors.joining(", "));
      owner.sql("alter table " + copy + " add matrix_key integer, " + free).update();
      owner.sql("grant select on " + copy + " to cordon_app").update();
    }
    List<Row> rows = rows(table);
    add(table, rows);
    owner
        .sql("insert into matrix_open.%1$s select * from matrix_shown.%1$s".formatted(name))
        .update();
    owner.sql("alter table matrix_shown." + name + " enable row level security").update();
    policies(name)
        .forEach(policy ->
            owner
                .sql(
                    "create policy %s on matrix_shown.%s as %s for select to cordon_app using (%s)"
                        .formatted(policy.get(0), name, policy.get(1), policy.get(2)))
                .update());
    return rows;
  }

  private List<List<String>> policies(String name) {
    return owner
        .sql(
            """
            select polname, case when polpermissive then 'permissive' else 'restrictive' end,
              pg_get_expr(polqual, polrelid)
            from pg_policy
            where polrelid = cast(:table as regclass) and polcmd = 'r' and 'cordon_app'::regrole = any(polroles)
            """)
        .param("table", "cordon." + name)
        .query((row, number) -> List.of(row.getString(1), row.getString(2), row.getString(3)))
        .list();
  }

  private List<Row> rows(Guarded table) {
    List<@Nullable String> agencies =
        table.has("agency_id")
            ? Arrays.asList(null, "own", "foreign")
            : Arrays.asList((String) null);
    List<@Nullable HandlingCode> codes = new ArrayList<>();
    codes.add(null);
    if (table.has("handling_code")) {
      codes.addAll(List.of(HandlingCode.values()));
    }
    List<@Nullable String> categories =
        persons(table) ? new ArrayList<>(CATEGORIES) : Arrays.asList((String) null);
    List<Row> rows = new ArrayList<>();
    for (HandlingCode operation : HandlingCode.values()) {
      for (String agency : agencies) {
        for (HandlingCode code : codes) {
          for (String category : categories) {
            rows.add(new Row(rows.size(), operation, agency, code, category));
          }
        }
      }
    }
    return rows;
  }

  private void add(Guarded table, List<Row> rows) {
    String columns =
        "matrix_key, operation_id"
            + (table.has("agency_id") ? ", agency_id" : "")
            + (table.has("handling_code") ? ", handling_code" : "")
            + (persons(table) ? ", category" : "");
    String values =
        rows.stream().map(row -> "(" + values(table, row) + ")").collect(Collectors.joining(", "));
    owner
        .sql("insert into matrix_shown.%s (%s) values %s".formatted(table.name(), columns, values))
        .update();
  }

  private String values(Guarded table, Row row) {
    List<String> values = new ArrayList<>();
    values.add(Integer.toString(row.key()));
    values.add("cast('" + operations.get(row.operationCode()) + "' as uuid)");
    if (table.has("agency_id")) {
      AgencyId agency = "own".equals(row.agency()) ? other : lead;
      values.add(row.agency() == null ? "cast(null as uuid)" : "cast('" + agency + "' as uuid)");
    }
    if (table.has("handling_code")) {
      values.add(row.code() == null ? "cast(null as text)" : "'" + row.code() + "'");
    }
    if (persons(table)) {
      values.add("'" + row.category() + "'");
    }
    return String.join(", ", values);
  }

  private static boolean persons(Guarded table) {
    return table.has("category") && WITH_CATEGORIES.contains(table.area());
  }

  private List<Guarded> guarded() {
    return owner
        .sql(
            """
            select c.relname, substr(obj_description(c.oid), 6) as area, array_agg(a.attname::text) as columns
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            where n.nspname = 'cordon' and c.relkind in ('r', 'p') and obj_description(c.oid) like 'area %'
            group by c.relname, c.oid order by c.relname
            """)
        .query((row, number) ->
            new Guarded(
                row.getString("relname"),
                row.getString("area"),
                Set.of((String[]) row.getArray("columns").getArray())))
        .list();
  }

  private Map<Role, Map<HandlingCode, SignedIn>> members() {
    return Arrays.stream(Role.values())
        .collect(
            Collectors.toMap(
                role -> role,
                role -> {
                  Map<HandlingCode, SignedIn> byCode = new EnumMap<>(HandlingCode.class);
                  operations.forEach((code, in) -> byCode.put(code, member(other, in, role)));
                  return byCode;
                }));
  }

  private OperationId operationWith(HandlingCode code) {
    OperationId created = OperationId.random();
    as(
        administrator,
        () ->
            jdbc.sql(
                    """
                    insert into cordon.operation (id, name, authority, legal_basis, purpose, review_on, ends_on,
                      lead_agency_id, handling_code)
                    values (?, 'Matrix', 'Court of Example', 'Order 1', 'online-child-sexual-exploitation',
                      current_date + 90, current_date + 180, ?, ?)
                    """)
                .params(created.value(), lead.value(), code.name())
                .update());
    return created;
  }
}
