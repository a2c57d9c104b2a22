package dev.cordon.action.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.RefusedException;
import dev.cordon.TinyOperation;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.Role;
import dev.cordon.access.SignedIn;
import dev.cordon.action.ActionDays;
import dev.cordon.action.NewSite;
import dev.cordon.action.day.ReportKind.Progress;
import dev.cordon.action.day.TakenReport.Outcome;
import dev.cordon.approval.ApprovalId;
import dev.cordon.evidence.Exhibits;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The day over a real database: what each kind of bad input comes to, and that nothing is lost. */
class DayReportsTest extends TinyOperation {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

  @Autowired private ActionDays days;
  @Autowired private DayReports reports;
  @Autowired private FieldDevices devices;
  @Autowired private DayOrders orders;
  @Autowired private DayBoards boards;
  @Autowired private Asides asides;
  @Autowired private Care care;
  @Autowired private DayNotes notes;
  @Autowired private Exhibits exhibits;

  private final Instant start = Instant.now().truncatedTo(ChronoUnit.MINUTES).minusSeconds(3600);
  private SignedIn second;
  private UUID day;
  private UUID site;
  private UUID germanSite;
  private UUID device;

  @BeforeEach
  void plannedDay() {
    second = member(lead, operation, Role.COORDINATOR);
    LocalDate date = LocalDate.now(STOCKHOLM);
    day =
        get(coordinator, () -> days.plan(operation, "Action", date.minusDays(1), date.plusDays(1)));
    UUID subject =
        get(officer, () -> packages.subjects(operation, swedishPackage, 1)).rows().getFirst().id();
    site = site(officer, other, "A", subject);
    germanSite = site(germanOfficer, german, "B", null);
    device = get(officer, () -> devices.register(operation, "phone"));
  }

  @Test
  void reports_inAnyOrderAndTwice_comeToOneState() {
    UUID twin = site(officer, other, "C", null);
    List<Map<String, Object>> sent = new ArrayList<>();
    UUID arrest = UUID.randomUUID();
    sent.add(report("entry", 0));
    sent.add(report("premises_safe", 5));
    sent.add(with(report("arrest", 9), "id", arrest.toString()));
    sent.add(with(report("person_met", 9), "corrects", arrest.toString()));
    sent.add(item(20));
    sent.add(report("search_ended", 50));
    List<Map<String, Object>> shuffled = new ArrayList<>();
    Map<String, String> ids = new HashMap<>();
    for (Map<String, Object> one : sent) {
      Map<String, Object> copy = new HashMap<>(one);
      copy.put(
          "id", ids.computeIfAbsent((String) one.get("id"), any -> UUID.randomUUID().toString()));
      copy.put("site", twin.toString());
      copy.computeIfPresent("corrects", (any, id) -> ids.get(id));
      shuffled.add(copy);
    }
    shuffled.addAll(List.copyOf(shuffled));
    Collections.shuffle(shuffled, new Random(7));

    take(officer, sent);
    shuffled.forEach(one -> take(officer, List.of(one)));

    DayBoard board = get(coordinator, () -> boards.now(operation, day));
    DayBoard.Site one = of(board, site);
    DayBoard.Site two = of(board, twin);
    assertThat(one.progress()).isEqualTo(Progress.ENDED);
    assertThat(one.arrests()).isZero();
    assertThat(one.personsMet()).isEqualTo(1);
    assertThat(one.items()).isEqualTo(1);
    assertThat(List.of(two.progress(), two.enteredAt(), two.endedAt(), two.arrests(), two.items()))
        .isEqualTo(
            List.of(one.progress(), one.enteredAt(), one.endedAt(), one.arrests(), one.items()));
    assertThat(get(coordinator, () -> notes.measures(operation, day)).of("SE", "arrest")).isZero();
    assertThat(get(coordinator, () -> notes.measures(operation, day)).of("SE", "search"))
        .isEqualTo(2);
    assertThat(get(officer, () -> exhibits.page(operation, null, null, 1)).total()).isEqualTo(2);
  }

  @Test
  void report_sentAgain_isKnown_andOtherWordsUnderItsNumberAreKeptAside() {
    Map<String, Object> entry = report("entry", 0);
    assertThat(take(officer, List.of(entry)).getFirst().outcome()).isEqualTo(Outcome.TAKEN);
    assertThat(take(officer, List.of(entry)).getFirst().outcome()).isEqualTo(Outcome.KNOWN);
    Map<String, Object> other = with(entry, "kind", "search_ended");
    assertThat(take(officer, List.of(other)).getFirst().outcome()).isEqualTo(Outcome.ASIDE);
    assertThat(take(officer, List.of(other)).getFirst().outcome()).isEqualTo(Outcome.ASIDE);

    assertThat(get(officer, () -> reports.sequence(operation, site)).lines()).hasSize(1);
    assertThat(get(officer, () -> asides.page(operation, 1)).rows())
        .extracting(Asides.Aside::reason)
        .containsExactly(Asides.Reason.OTHER_CONTENT);
  }

  @Test
  void report_forAnothersSite_isKeptAside_andTellsNothingOfIt() {
    Map<String, Object> foreign = with(report("entry", 0), "site", germanSite.toString());
    Map<String, Object> absent = with(report("entry", 0), "site", UUID.randomUUID().toString());
    TakenReport one = take(officer, List.of(foreign)).getFirst();
    TakenReport two = take(officer, List.of(absent)).getFirst();

    assertThat(one.outcome()).isEqualTo(Outcome.ASIDE);
    assertThat(one.why()).isEqualTo(two.why());
    assertThat(get(germanOfficer, () -> asides.page(operation, 1)).total()).isZero();
    assertThat(of(get(coordinator, () -> boards.now(operation, day)), germanSite).progress())
        .isEqualTo(Progress.PLANNED);
    UUID kept = get(officer, () -> asides.page(operation, 1)).rows().getFirst().id();
    CurrentMember.as(officer, () -> asides.take(operation, kept, site, "meant the other site"));
    assertThat(get(officer, () -> reports.sequence(operation, site)).lines()).hasSize(1);
    assertThat(get(officer, () -> asides.waiting(operation))).isEqualTo(1);
  }

  @Test
  void report_fromAnEndedDevice_isKeptAside() {
    as(coordinator, () -> devices.end(operation, device, "the phone was lost"));
    assertThat(take(officer, List.of(report("entry", 0))).getFirst().outcome())
        .isEqualTo(Outcome.ASIDE);
    assertThat(get(officer, () -> reports.sequence(operation, site)).lines()).isEmpty();
    assertThat(get(officer, () -> asides.waiting(operation))).isEqualTo(1);
  }

  @Test
  void report_fromAnothersDevice_isKeptAside() {
    SignedIn colleague = member(other, operation, Role.NATIONAL_OFFICER);
    assertThat(take(colleague, List.of(report("entry", 0))).getFirst().outcome())
        .isEqualTo(Outcome.ASIDE);
  }

  @Test
  void clockOffByHours_isPlacedByWhatTheDeviceMeasured_andBothClocksAreKept() {
    Map<String, Object> late =
        with(
            report("entry", 0),
            "at",
            start.minusSeconds(3 * 3600).atZone(STOCKHOLM).toOffsetDateTime().toString());
    late.put("clock_offset_seconds", 3 * 3600);
    take(officer, List.of(late));

    DayReport taken =
        get(officer, () -> reports.sequence(operation, site)).lines().getFirst().report();
    assertThat(taken.placedAt()).isEqualTo(start);
    assertThat(taken.deviceAt().toInstant()).isEqualTo(start.minusSeconds(3 * 3600));
    assertThat(taken.receivedAt()).isAfter(start);
    assertThat(taken.clockDoubted()).isTrue();
  }

  @Test
  void unreadableReport_holdsUpNothing() {
    List<TakenReport> taken =
        take(officer, List.of(Map.of("id", "not-an-id", "kind", "party"), report("entry", 0)));
    assertThat(taken)
        .extracting(TakenReport::outcome)
        .containsExactly(Outcome.ASIDE, Outcome.TAKEN);
    assertThat(get(officer, () -> asides.page(operation, 1)).rows().getFirst().content())
        .contains("party");
  }

  @Test
  void reportOfACalledOffSite_isTaken_andShownAgainstTheOrder() {
    CurrentMember.as(second, () -> orders.give(operation, day, order(OrderKind.ABORT, site, 0)));
    take(officer, List.of(report("all_well", 0), reportNow("entry")));
    UUID before = site(officer, other, "D", null);
    CurrentMember.as(second, () -> orders.give(operation, day, order(OrderKind.ABORT, before, 0)));
    take(officer, List.of(with(report("entry", 0), "site", before.toString())));

    DayBoard board = get(coordinator, () -> boards.now(operation, day));
    assertThat(of(board, site).against()).isEqualTo("entered after it was called off");
    assertThat(of(board, site).word()).isEqualTo(Standing.Word.CALLED_OFF);
    assertThat(of(board, before).against()).isNull();
    assertThat(of(board, before).progress()).isEqualTo(Progress.ENTERED);
  }

  @Test
  void reportOfACalledOffDay_isTaken_whetherTheTeamEnteredBeforeOrAfter() {
    ApprovalId approval =
        get(coordinator, () -> days.askAbort(operation, day, "the list went astray"));
    as(second, () -> approvals.approve(operation, approval, "seen"));
    assertThat(take(officer, List.of(report("entry", 0))).getFirst().outcome())
        .isEqualTo(Outcome.TAKEN);
    take(germanOfficer, List.of(with(reportNow("entry"), "site", germanSite.toString())), null);

    DayBoard board = get(coordinator, () -> boards.now(operation, day));
    assertThat(board.calledOffAt()).isNotNull();
    assertThat(of(board, site).against()).isNull();
    assertThat(of(board, germanSite).against()).isEqualTo("entered after it was called off");
  }

  @Test
  void goAndHoldAtOnce_endInHold_whicheverCameFirst() {
    long go = get(coordinator, () -> orders.give(operation, day, order(OrderKind.GO, null, 0)));
    long hold = get(second, () -> orders.give(operation, day, order(OrderKind.HOLD, null, 0)));
    assertThat(hold).isGreaterThan(go);
    assertThat(of(get(coordinator, () -> boards.now(operation, day)), site).word())
        .isEqualTo(Standing.Word.HOLD);
    assertThatThrownBy(() ->
            get(coordinator, () -> orders.give(operation, day, order(OrderKind.GO, null, go))))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("ordered hold for all");
    get(coordinator, () -> orders.give(operation, day, order(OrderKind.GO, null, hold)));
    assertThat(of(get(coordinator, () -> boards.now(operation, day)), site).word())
        .isEqualTo(Standing.Word.GO);
  }

  @Test
  void hold_ofACountry_isLiftedByAGoOfThatCountryAlone() {
    long held =
        get(
            officer,
            () ->
                orders.give(
                    operation,
                    day,
                    new NewOrder(OrderKind.HOLD, "SE", null, null, "snow", 0, null)));
    long all = get(coordinator, () -> orders.give(operation, day, order(OrderKind.GO, null, held)));
    DayBoard board = get(coordinator, () -> boards.now(operation, day));
    assertThat(of(board, site).word()).isEqualTo(Standing.Word.HOLD);
    assertThat(of(board, germanSite).word()).isEqualTo(Standing.Word.GO);
    get(
        officer,
        () ->
            orders.give(
                operation,
                day,
                new NewOrder(OrderKind.GO, "SE", null, null, "cleared", all, null)));
    assertThat(of(get(officer, () -> boards.now(operation, day)), site).word())
        .isEqualTo(Standing.Word.GO);
    assertThatThrownBy(
            () -> get(officer, () -> orders.give(operation, day, order(OrderKind.HOLD, null, 0))))
        .isInstanceOf(NotPermittedException.class);
    assertThat(get(germanOfficer, () -> orders.all(operation, day)))
        .extracting(DayOrder::country)
        .containsOnlyNulls();
  }

  @Test
  void pullingForward_movesSitesOnceAndKeepsTheLeak() {
    Instant early = start.minusSeconds(1800);
    NewOrder order =
        new NewOrder(
            OrderKind.PULL_FORWARD,
            null,
            null,
            early,
            "a newspaper rings",
            0,
            new NewOrder.NewLeak(
                NewOrder.LeakKind.PRESS, "asks about tomorrow", "switchboard", start));
    get(coordinator, () -> orders.give(operation, day, order));

    DayBoard board = get(officer, () -> boards.now(operation, day));
    assertThat(of(board, site).plannedAt()).isEqualTo(early);
    assertThat(get(coordinator, () -> orders.all(operation, day)).getFirst().leak())
        .isEqualTo("press");
    assertThat(get(officer, () -> orders.all(operation, day)).getFirst().reason()).isNull();
    assertThat(get(officer, () -> orders.all(operation, day)).getFirst().leak()).isNull();
    assertThatThrownBy(() -> get(officer, () -> orders.give(operation, day, order)))
        .isInstanceOf(NotPermittedException.class);
  }

  @Test
  void care_isOverdueUntilItIsWritten() {
    take(officer, List.of(report("entry", -400), report("search_ended", -300)));
    assertThat(get(officer, () -> care.due(operation, day)))
        .extracting(Care.Due::whom, Care.Due::overdue)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(Care.Whom.SUSPECT, true),
            org.assertj.core.groups.Tuple.tuple(Care.Whom.FAMILY, true));
    assertThat(
            get(coordinator, () -> boards.now(operation, day)).lanes().getLast().welfareOverdue())
        .isEqualTo(2);
    as(
        officer,
        () ->
            care.record(operation, site, Care.Whom.SUSPECT, Care.Step.SPOKEN_WITH, start, "calm"));
    assertThat(get(officer, () -> care.due(operation, day)))
        .extracting(Care.Due::whom)
        .containsExactly(Care.Whom.FAMILY);
    assertThat(get(officer, () -> care.of(operation, site)).getFirst().words()).isEqualTo("calm");
    assertThat(get(coordinator, () -> care.of(operation, site)).getFirst().words()).isNull();
    assertThat(get(germanOfficer, () -> care.due(operation, day))).isEmpty();
  }

  @Test
  void replay_showsTheDayAsItHappenedAndAsItWasKnown() {
    get(coordinator, () -> orders.give(operation, day, order(OrderKind.GO, null, 0)));
    take(officer, List.of(report("entry", 0), report("search_ended", 40)));
    Instant between = start.plusSeconds(20 * 60);

    DayBoard happened =
        get(coordinator, () -> boards.at(operation, day, between, DayBoards.Replay.HAPPENED));
    assertThat(of(happened, site).progress()).isEqualTo(Progress.ENTERED);
    DayBoard known =
        get(coordinator, () -> boards.at(operation, day, between, DayBoards.Replay.KNOWN));
    assertThat(of(known, site).progress()).isEqualTo(Progress.PLANNED);
    assertThat(of(known, site).word()).isEqualTo(Standing.Word.WAITING);
  }

  @Test
  void overdueAndSilentSites_areSaid() {
    assertThat(of(get(coordinator, () -> boards.now(operation, day)), site).overdue()).isTrue();
    take(officer, List.of(report("entry", 0)));
    DayBoard.Site entered = of(get(coordinator, () -> boards.now(operation, day)), site);
    assertThat(entered.overdue()).isFalse();
    assertThat(entered.silent()).isTrue();
    assertThat(entered.against()).isEqualTo("entered without a go");
    take(officer, List.of(reportNow("all_well")));
    assertThat(of(get(coordinator, () -> boards.now(operation, day)), site).silent()).isFalse();
  }

  @Test
  void siteToldOfByAnotherSystem_isNotOverdue_andFollowsItsOwnReportsOnceThereAreSome() {
    as(officer, () -> days.start(operation, site, start));
    DayBoard.Site told = of(get(coordinator, () -> boards.now(operation, day)), site);
    assertThat(told.progress()).isEqualTo(Progress.ENTERED);
    assertThat(told.enteredAt()).isEqualTo(start);
    assertThat(told.overdue()).isFalse();
    assertThat(told.against()).isNull();
    as(officer, () -> days.end(operation, site, start.plusSeconds(60)));
    assertThat(of(get(coordinator, () -> boards.now(operation, day)), site).progress())
        .isEqualTo(Progress.ENDED);
    assertThat(replayed(start.minusSeconds(1)).progress()).isEqualTo(Progress.PLANNED);
    assertThat(replayed(start.plusSeconds(1)).progress()).isEqualTo(Progress.ENTERED);
    assertThat(replayed(start.plusSeconds(60)).endedAt()).isEqualTo(start.plusSeconds(60));
    take(officer, List.of(report("premises_safe", 2)));
    assertThat(of(get(coordinator, () -> boards.now(operation, day)), site).progress())
        .isEqualTo(Progress.SAFE);
  }

  @Test
  void newStart_goesWithPullingForwardAlone() {
    NewOrder without =
        new NewOrder(OrderKind.PULL_FORWARD, null, null, null, "known to a reporter", 0, null);
    NewOrder besides = new NewOrder(OrderKind.HOLD, null, null, start, "wait", 0, null);

    assertThatThrownBy(() -> as(coordinator, () -> orders.give(operation, day, without)))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("needs the new start");
    assertThatThrownBy(() -> as(coordinator, () -> orders.give(operation, day, besides)))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("leave it empty, or pull forward");
  }

  private DayBoard.Site replayed(Instant moment) {
    return of(
        get(coordinator, () -> boards.at(operation, day, moment, DayBoards.Replay.HAPPENED)), site);
  }

  private NewOrder order(OrderKind kind, UUID at, long seen) {
    return new NewOrder(kind, null, at, null, "as the day demands", seen, null);
  }

  private static DayBoard.Site of(DayBoard board, UUID site) {
    return board.sites().stream().filter(one -> one.id().equals(site)).findFirst().orElseThrow();
  }

  private List<TakenReport> take(SignedIn by, List<Map<String, Object>> sent) {
    return take(by, sent, device);
  }

  private List<TakenReport> take(SignedIn by, List<Map<String, Object>> sent, UUID from) {
    List<JsonNode> nodes = sent.stream().map(one -> (JsonNode) JSON.valueToTree(one)).toList();
    List<List<TakenReport>> taken = new ArrayList<>();
    CurrentMember.as(
        by, () -> taken.add(reports.take(operation, new ReportBatch(from, Instant.now(), nodes))));
    return taken.getFirst();
  }

  private Map<String, Object> report(String kind, int minute) {
    Map<String, Object> report = new HashMap<>();
    report.put("id", UUID.randomUUID().toString());
    report.put("site", site.toString());
    report.put("kind", kind);
    report.put(
        "at", start.plusSeconds(minute * 60L).atZone(STOCKHOLM).toOffsetDateTime().toString());
    return report;
  }

  private Map<String, Object> reportNow(String kind) {
    return with(
        report(kind, 0), "at", Instant.now().atZone(STOCKHOLM).toOffsetDateTime().toString());
  }

  private Map<String, Object> item(int minute) {
    return with(
        report("item_seized", minute),
        "item",
        Map.of("kind", "phone", "description", "black phone", "seal", "SE-1"));
  }

  private static Map<String, Object> with(Map<String, Object> report, String field, Object value) {
    Map<String, Object> copy = new HashMap<>(report);
    copy.put(field, value);
    return copy;
  }

  private UUID site(SignedIn by, dev.cordon.access.AgencyId agency, String label, UUID subject) {
    return get(
        by,
        () ->
            days.addSite(
                operation,
                day,
                new NewSite(
                    agency, label, STOCKHOLM, LocalDateTime.ofInstant(start, STOCKHOLM), subject)));
  }
}
