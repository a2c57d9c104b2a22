package dev.cordon.action.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.TinyOperation;
import dev.cordon.access.AgencyId;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.Role;
import dev.cordon.access.SignedIn;
import dev.cordon.action.ActionDays;
import dev.cordon.action.NewSite;
import dev.cordon.action.Warrant;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

/** Who knows what of a day, role by role; asked of the database itself where that is sharper. */
class NeedToKnowOfTheDayTest extends TinyOperation {

  private static final List<String> TABLES =
      List.of(
          "site", "team", "site_plan", "warrant", "day_order", "site_state", "readiness_answer");

  @Autowired private ActionDays days;
  @Autowired private SitePlans plans;
  @Autowired private DayPlans dayPlans;
  @Autowired private DaysOff daysOff;
  @Autowired private Embargoes embargoes;
  @Autowired private DayBoards boards;
  @Autowired private DayOrders orders;

  private SignedIn prosecutor;
  private SignedIn second;
  private UUID day;
  private UUID site;
  private UUID germanSite;

  @BeforeEach
  void plannedDay() {
    prosecutor = member(other, operation, Role.PROSECUTOR);
    second = member(lead, operation, Role.COORDINATOR);
    day =
        get(
            coordinator,
            () ->
                days.plan(
                    operation, "Action", LocalDate.of(2030, 3, 30), LocalDate.of(2030, 4, 2)));
    site = site(officer, other, "Europe/Stockholm", 31);
    germanSite = site(germanOfficer, german, "Europe/Berlin", 30);
    write(officer, site, "Elvgatan 1", "Astrid Example");
  }

  @Test
  void plan_isTheOwningAgencysAlone_untilItIsShared() {
    assertThat(get(officer, () -> plans.get(operation, site)).plan()).isNotNull();
    assertThat(get(prosecutor, () -> plans.get(operation, site)).plan()).isNotNull();
    for (SignedIn not : List.of(coordinator, analyst, examiner)) {
      assertThat(get(not, () -> plans.get(operation, site)).plan()).isNull();
      assertThat(count(not, "site_plan")).isZero();
    }
    assertThatThrownBy(() -> get(germanOfficer, () -> plans.get(operation, site)))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> as(coordinator, () -> plans.share(operation, site, true, "because")))
        .isInstanceOf(NotPermittedException.class);

    as(officer, () -> plans.share(operation, site, true, "the coordinator helps"));
    assertThat(get(coordinator, () -> plans.get(operation, site)).plan()).isNotNull();
    assertThat(get(analyst, () -> plans.get(operation, site)).plan()).isNull();
    as(officer, () -> plans.share(operation, site, false, "no longer needed"));
    assertThat(get(coordinator, () -> plans.get(operation, site)).plan()).isNull();
  }

  @Test
  void board_showsTheLeadAllStates_andAnAgencyItsOwnSites() {
    assertThat(get(coordinator, () -> boards.now(operation, day)).sites()).hasSize(2);
    for (SignedIn own : List.of(officer, prosecutor)) {
      assertThat(get(own, () -> boards.now(operation, day)).sites())
          .extracting(DayBoard.Site::id)
          .containsExactly(site);
    }
  }

  @Test
  void dependency_tellsTheWaitingAgencyOnlyTheWords() {
    as(
        coordinator,
        () ->
            dayPlans.waitsFor(
                operation, day, other, "not before the word of the coordinator", german));
    assertThat(get(officer, () -> dayPlans.dependencies(operation, day)).getFirst().before())
        .isNull();
    assertThat(get(coordinator, () -> dayPlans.dependencies(operation, day)).getFirst().before())
        .isNotNull();
    assertThat(get(germanOfficer, () -> dayPlans.dependencies(operation, day))).isEmpty();
    assertThat(count(officer, "day_dependency_order")).isZero();
  }

  @Test
  void embargo_hidesTheDayFromEverybodyNotNamed_inTheDatabase() {
    as(officer, () -> addWarrant(Instant.parse("2030-03-01T00:00:00Z")));
    Instant until = Instant.now().plusSeconds(3600);
    as(coordinator, () -> embargoes.set(operation, day, until, until, "until all are ready"));
    for (SignedIn not : List.of(second, analyst, officer, prosecutor, germanOfficer, examiner)) {
      assertThat(get(not, () -> days.all(operation))).isEmpty();
      assertThatThrownBy(() -> get(not, () -> boards.now(operation, day)))
          .isInstanceOf(NotPermittedException.class);
      TABLES.forEach(table -> assertThat(count(not, table)).as(table).isZero());
    }
    as(coordinator, () -> embargoes.name(operation, day, other, null, true));
    as(coordinator, () -> embargoes.name(operation, day, null, second.member(), true));
    assertThat(get(officer, () -> days.all(operation))).hasSize(1);
    assertThat(get(second, () -> days.all(operation))).hasSize(1);
    assertThat(get(germanOfficer, () -> days.all(operation))).isEmpty();
    as(coordinator, () -> embargoes.name(operation, day, null, officer.member(), false));
    assertThat(get(officer, () -> days.all(operation))).isEmpty();

    assertThat(get(coordinator, () -> embargoes.read(operation, day))).isNotNull();
    assertThat(entries("embargoed-day")).isEqualTo(1);
    assertThatThrownBy(() -> as(coordinator, this::publish))
        .isInstanceOf(DataAccessException.class);
    as(coordinator, () -> embargoes.set(operation, day, null, null, "it is over"));
    assertThat(get(germanOfficer, () -> days.all(operation))).hasSize(1);
  }

  @Test
  void pressLine_isReadFromItsHourOn() {
    as(
        coordinator,
        () ->
            embargoes.pressLine(
                operation, day, "Searches took place.", Instant.now().plusSeconds(600)));
    as(
        coordinator,
        () -> embargoes.pressLine(operation, day, "No comment.", Instant.now().minusSeconds(600)));
    assertThat(get(officer, () -> embargoes.pressLines(operation, day)))
        .extracting(Embargoes.PressLine::words)
        .containsExactly("No comment.");
    assertThat(get(coordinator, () -> embargoes.pressLines(operation, day))).hasSize(2);
  }

  @Test
  void clash_isSaidToBothAgencies_withoutSayingWhoTheOtherIs() {
    write(germanOfficer, germanSite, "ELVGATAN 1", "Somebody Else");
    PlanWarning own = warning(officer, "place");
    assertThat(own.words()).contains("ask the coordinator").doesNotContain("DE-01");
    assertThat(warning(coordinator, "place").words()).contains("as site");
  }

  @Test
  void warrantsClocksAndDaysOff_areSaid() {
    assertThat(warning(officer, "warrant").words()).isEqualTo("no search warrant is recorded");
    as(officer, () -> addWarrant(Instant.parse("2030-04-01T12:00:00Z")));
    assertThat(warning(officer, "warrant").words()).contains("valid at the planned time");
    assertThat(warning(officer, "clocks").words()).contains("2030-03-31 from 02:00 to 03:00");
    as(
        officer,
        () ->
            daysOff.add(
                operation,
                other,
                LocalDate.of(2030, 3, 31),
                "Invented day",
                "the agency's own calendar"));
    assertThat(warning(officer, "holiday").words())
        .contains("Invented day", "the agency's own calendar");
  }

  @Test
  void readiness_isPerAgency_withWhatTheRecordsSay() {
    as(officer, () -> dayPlans.answer(operation, day, other, "warrants", "yes", null));
    Readiness own = get(officer, () -> dayPlans.readiness(operation, day)).getFirst();
    assertThat(own.lines().getFirst().counted()).isZero();
    assertThat(own.held()).isZero();
    assertThat(get(coordinator, () -> dayPlans.readiness(operation, day))).hasSize(2);
    assertThatThrownBy(() ->
            as(officer, () -> dayPlans.answer(operation, day, german, "warrants", "yes", null)))
        .isInstanceOf(Exception.class);
  }

  @Test
  void reasonOfAnOrder_isReadByThoseWhoOrder() {
    get(
        coordinator,
        () ->
            orders.give(
                operation,
                day,
                new NewOrder(OrderKind.HOLD, null, null, null, "a source is in danger", 0, null)));
    assertThat(get(officer, () -> orders.all(operation, day)).getFirst().reason()).isNull();
    assertThat(count(officer, "day_order_reason")).isZero();
    assertThat(get(second, () -> orders.all(operation, day)).getFirst().reason())
        .contains("in danger");
  }

  private void publish() {
    jdbc.sql("insert into cordon.publication (id, operation_id) values (gen_random_uuid(), ?)")
        .params(operation.value())
        .update();
  }

  private PlanWarning warning(SignedIn reader, String kind) {
    return get(reader, () -> dayPlans.warnings(operation, day)).stream()
        .filter(one -> one.kind().equals(kind) && one.site().equals(site))
        .findFirst()
        .orElseThrow();
  }

  private void addWarrant(Instant from) {
    UUID unused =
        days.addWarrant(
            operation,
            site,
            new Warrant(
                Warrant.Kind.SEARCH,
                "Court of Example",
                "W-1",
                from,
                from.plusSeconds(90L * 86_400),
                "section 1"));
  }

  private long entries(String what) {
    return get(
        coordinator,
        () ->
            jdbc.sql("select count(*) from cordon.ledger_entry where operation_id = ? and what = ?")
                .params(operation.value(), what)
                .query(Long.class)
                .single());
  }

  private long count(SignedIn reader, String table) {
    return get(
        reader,
        () ->
            jdbc.sql("select count(*) from cordon." + table + " where operation_id = ?")
                .params(operation.value())
                .query(Long.class)
                .single());
  }

  private void write(SignedIn by, UUID which, String line, String person) {
    as(
        by,
        () ->
            plans.write(
                operation, which, new SitePlan(line, "11122", "Example", person, null, null)));
  }

  private UUID site(SignedIn by, AgencyId agency, String zone, int dayOfMarch) {
    return get(
        by,
        () ->
            days.addSite(
                operation,
                day,
                new NewSite(
                    agency,
                    "A",
                    ZoneId.of(zone),
                    LocalDateTime.of(2030, 3, dayOfMarch, 6, 0),
                    null)));
  }
}
