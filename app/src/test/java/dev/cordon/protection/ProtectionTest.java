package dev.cordon.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.DatabaseTest;
import dev.cordon.RefusedException;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.Role;
import dev.cordon.access.SignedIn;
import dev.cordon.oversight.DataProtection;
import dev.cordon.oversight.InventedCase;
import dev.cordon.resolution.Category;
import dev.cordon.resolution.SubjectId;
import dev.cordon.resolution.Subjects;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

class ProtectionTest extends DatabaseTest {

  private static final Grade B2 = Grade.parse(Grade.Scheme.FOUR_BY_FOUR, "B2");

  @Autowired private Persons persons;
  @Autowired private Statements statements;
  @Autowired private Clocks clocks;
  @Autowired private Subjects subjects;
  @Autowired private DataProtection protection;
  private SignedIn officerForData;
  private SubjectId id;

  @BeforeEach
  void onePerson() {
    officerForData = member(lead, operation, Role.DATA_PROTECTION_OFFICER);
    id =
        get(
            analyst,
            () -> {
              InventedCase invented = new InventedCase(jdbc, operation, analyst);
              return new SubjectId(
                  invented
                      .person(invented.run(), invented.source(), "S-0001", "SE", "A Name", "card 1")
                      .subject());
            });
  }

  @Test
  void category_changesWithItsHistory() {
    as(
        analyst,
        () -> persons.change(operation, id, Category.WITNESS_OR_CONTACT, "paid for a friend"));
    as(coordinator, () -> persons.change(operation, id, Category.SUSPECT, "the friend denies it"));
    assertThat(get(analyst, () -> subjects.get(operation, id)).category())
        .isEqualTo(Category.SUSPECT);
    assertThat(get(analyst, () -> persons.history(operation, id)))
        .extracting(CategoryChange::previous, CategoryChange::category, CategoryChange::reason)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                Category.SUSPECT, Category.WITNESS_OR_CONTACT, "paid for a friend"),
            org.assertj.core.groups.Tuple.tuple(
                Category.WITNESS_OR_CONTACT, Category.SUSPECT, "the friend denies it"));
    assertThat(get(coordinator, () -> entries("ALTERATION", "subject-category"))).isEqualTo(2);
    assertThatThrownBy(
            () -> as(analyst, () -> persons.change(operation, id, Category.SUSPECT, "again")))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("suspect already");
  }

  @Test
  void category_isChangedByNoOtherWay() {
    assertThatThrownBy(() ->
            as(
                analyst,
                () ->
                    jdbc.sql("update cordon.subject set category = 'convicted' where id = ?")
                        .params(id.value())
                        .update()))
        .isInstanceOf(DataAccessException.class);
    assertThatThrownBy(() ->
            as(
                analyst,
                () ->
                    jdbc.sql(
                            """
                            insert into cordon.subject_category (id, operation_id, subject_id, previous, category, reason,
                              decided_by) values (?, ?, ?, 'victim', 'convicted', 'past it', ?)
                            """)
                        .params(
                            UUID.randomUUID(),
                            operation.value(),
                            id.value(),
                            analyst.member().value())
                        .update()))
        .hasMessageContaining("no longer victim");
    for (SignedIn other : List.of(officer, officerForData, outsider, administrator)) {
      assertThatThrownBy(
              () -> as(other, () -> persons.change(operation, id, Category.VICTIM, "mine")))
          .isInstanceOf(NotPermittedException.class);
    }
    assertThat(get(analyst, () -> subjects.get(operation, id)).category())
        .isEqualTo(Category.SUSPECT);
  }

  @Test
  void facts_standApartFromAssessments() {
    UUID fact = add(Statement.Nature.FACT, "Seen at the address on 3 May", B2, null);
    Grade uk = Grade.parse(Grade.Scheme.THREE_BY_FIVE_BY_TWO, "2cc");
    add(Statement.Nature.ASSESSMENT, "Probably lives alone", uk, "not to be shown in court");
    assertThat(page(Statement.Nature.FACT))
        .singleElement()
        .satisfies(one -> assertThat(one.grade()).hasToString("B2"));
    assertThat(page(Statement.Nature.ASSESSMENT))
        .singleElement()
        .satisfies(one -> {
          assertThat(one.grade()).isEqualTo(uk).hasToString("2CC");
          assertThat(one.grade().scheme()).isEqualTo(Grade.Scheme.THREE_BY_FIVE_BY_TWO);
        });
    as(analyst, () -> statements.withdraw(operation, id, fact, "another house"));
    assertThat(page(Statement.Nature.FACT)).singleElement().matches(one -> !one.stands());
    assertThatThrownBy(
            () -> as(analyst, () -> statements.withdraw(operation, id, fact, "once more")))
        .isInstanceOf(RefusedException.class);
    assertThatThrownBy(() ->
            as(
                analyst,
                () ->
                    jdbc.sql("update cordon.statement set words = 'other' where id = ?")
                        .params(fact)
                        .update()))
        .isInstanceOf(DataAccessException.class);
    assertThat(get(coordinator, () -> entries("COLLECTION", "statement"))).isEqualTo(2);
    assertThat(get(coordinator, () -> entries("ALTERATION", "statement-withdrawn"))).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "FOUR_BY_FOUR, 2B",
    "FOUR_BY_FOUR, D1",
    "FOUR_BY_FOUR, A5",
    "FOUR_BY_FOUR, 2CP",
    "THREE_BY_FIVE_BY_TWO, B2",
    "THREE_BY_FIVE_BY_TWO, 4AP",
    "THREE_BY_FIVE_BY_TWO, 1FP",
    "THREE_BY_FIVE_BY_TWO, 1AX"
  })
  void grade_isOfItsOwnSchemeAlone(Grade.Scheme scheme, String text) {
    assertThatThrownBy(() -> Grade.parse(scheme, text))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void handlingWithConditions_saysWhich() {
    Grade conditional = Grade.parse(Grade.Scheme.THREE_BY_FIVE_BY_TWO, "1AC");
    assertThatThrownBy(() -> add(Statement.Nature.FACT, "Something", conditional, " "))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("conditions");
  }

  @Test
  void clock_runsByCategoryAndRegime() {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    LocalDate ends = get(analyst, this::endOfOperation);
    assertThat(clock().months()).isEqualTo(36);
    assertThat(clock().dueOn()).isEqualTo(earlier(today.plusMonths(36), ends));

    as(
        officerForData,
        () -> clocks.set(operation, Category.SUSPECT, 6, "Police Act §1", "as the law says"));
    assertThat(clock().months()).isEqualTo(6);
    assertThat(clock().regime()).isEqualTo("Police Act §1");
    assertThat(clock().dueOn()).isEqualTo(earlier(today.plusMonths(6), ends));
    assertThat(get(officerForData, () -> clocks.of(operation)))
        .filteredOn(Clock::set)
        .singleElement()
        .satisfies(one -> assertThat(one.category()).isEqualTo(Category.SUSPECT));
    assertThat(due(today.plusYears(10)))
        .singleElement()
        .satisfies(row -> {
          assertThat(row.get("label")).isEqualTo("S-0001, suspect");
          assertThat(row.get("rule")).asString().contains("6 months: Police Act §1");
        });
    assertThatThrownBy(
            () -> as(analyst, () -> clocks.set(operation, Category.SUSPECT, 1, "mine", "mine")))
        .isInstanceOf(NotPermittedException.class);
  }

  @Test
  void review_restartsTheClockOrNamesTheOrderThatIsDue() {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    as(analyst, () -> persons.review(operation, id, Stay.KEEP, "the trial is in May"));
    assertThat(clock().decision()).isEqualTo("keep");
    assertThat(due(today)).isEmpty();
    as(analyst, () -> persons.review(operation, id, Stay.RESTRICT, "evidence in another trial"));
    assertThat(due(today))
        .singleElement()
        .satisfies(row -> assertThat(row.get("rule")).asString().contains("restriction instead"));
    assertThat(get(coordinator, () -> entries("DECISION", "retention-restrict"))).isEqualTo(1);
  }

  private List<Map<String, @Nullable Object>> due(LocalDate until) {
    return get(officerForData, () -> protection.due(operation, until, 1)).rows().stream()
        .filter(row -> "person".equals(row.get("kind")))
        .toList();
  }

  private UUID add(
      Statement.Nature nature, String words, Grade grade, @Nullable String conditions) {
    return get(analyst, () -> statements.add(operation, id, nature, words, grade, conditions));
  }

  private List<Statement> page(Statement.Nature nature) {
    return get(analyst, () -> statements.page(operation, id, nature, 1)).rows();
  }

  private PersonClock clock() {
    return get(analyst, () -> persons.clock(operation, id)).orElseThrow();
  }

  private LocalDate endOfOperation() {
    return jdbc.sql("select ends_on from cordon.operation where id = ?")
        .params(operation.value())
        .query(LocalDate.class)
        .single();
  }

  private long entries(String act, String what) {
    return jdbc.sql(
            "select count(*) from cordon.ledger_entry where operation_id = ? and act = ? and what = ?")
        .params(operation.value(), act, what)
        .query(Long.class)
        .single();
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }
}
