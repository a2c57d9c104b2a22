package dev.cordon.evidence;

import dev.cordon.TinyOperation;
import dev.cordon.access.SignedIn;
import dev.cordon.action.FieldReports;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** An operation in which a telephone (sealed) and a laptop (not sealed) were seized. */
abstract class SeizedItems extends TinyOperation {

  static final String HOLDER = "Officer Example";
  static final Instant SEIZED = Instant.parse("2025-02-26T05:05:00Z");
  static final String DIGEST = "ab".repeat(32);
  static final String OTHER_DIGEST = "cd".repeat(32);

  @Autowired FieldReports reports;
  @Autowired Exhibits exhibits;
  @Autowired HandOvers handOvers;
  @Autowired HandOverAnswers answers;
  @Autowired CustodyActs custody;
  @Autowired CustodyChoices choices;
  @Autowired ExhibitDigests digests;
  @Autowired CustodyFiles files;
  @Autowired CustodyClock clock;

  Exhibit phone;
  Exhibit laptop;

  @BeforeEach
  void twoItemsSeized() {
    get(officer, () -> reports.take(operation, searchAtFirst("FR-1")));
    List<Exhibit> rows = get(officer, () -> exhibits.page(operation, null, null, 1)).rows();
    phone = rows.getFirst();
    laptop = rows.getLast();
  }

  Exhibit again(Exhibit exhibit) {
    return get(officer, () -> exhibits.get(operation, exhibit.id()));
  }

  CustodyFile file(Exhibit exhibit) {
    return get(officer, () -> files.of(operation, exhibit.id()));
  }

  List<String> gaps(Exhibit exhibit) {
    return file(exhibit).gaps().stream().map(Gaps.Gap::name).toList();
  }

  static NewHandOver toStore(long minutes) {
    return NewHandOver.of(
        HOLDER, "Evidence Room", "Station", "storage", after(minutes), "SE-100", "SE-101");
  }

  Exhibit handOver(SignedIn member, NewHandOver told) {
    return get(member, () -> handOvers.record(operation, phone.id(), told));
  }

  static Instant after(long minutes) {
    return SEIZED.plus(Duration.ofMinutes(minutes));
  }

  static CustodyActs.Told told(long minutes, String words) {
    return new CustodyActs.Told(after(minutes), "Examiner One", words, null);
  }

  static CustodyAct.Order order() {
    return new CustodyAct.Order("District Court", "B 12/25", LocalDate.of(2025, 3, 1));
  }

  static Sheet.Line line(int number, String kind, @Nullable String mark, @Nullable String seal) {
    return new Sheet.Line(number, kind, null, "a " + kind, mark, null, "kitchen", seal);
  }

  static Sheet sheet(UUID id, List<Sheet.Line> lines) {
    return new Sheet(
        id,
        "SE",
        SEIZED,
        ZoneId.of("Europe/Stockholm"),
        "Elvgatan 1",
        HOLDER,
        null,
        null,
        "order 7",
        false,
        lines);
  }
}
