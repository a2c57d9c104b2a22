package dev.cordon.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.Page;
import dev.cordon.RefusedException;
import dev.cordon.TinyOperation;
import dev.cordon.action.FieldReports;
import dev.cordon.action.MeasureKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class FigureChangesTest extends TinyOperation {

  private static final String[][] PEOPLE = {
    {"Astrid", "Lindgård", "11122"}, {"Bo", "Ekdahl", "22233"}, {"Nobody", "Known", "99999"}
  };

  @Autowired private FieldReports reports;
  @Autowired private Publications publications;
  @Autowired private FigureChanges changes;

  @Test
  void recalledPackage_isNamedWithItsReason() {
    UUID before = publish();
    get(coordinator, () -> packages.recall(operation, germanPackage, "wrong person"));
    Map<String, FigureDifference> differences = differences(before, null);
    assertThat(differences.get("packages_dispatched"))
        .satisfies(one -> {
          assertThat(one.was()).isEqualTo(2);
          assertThat(one.is()).isEqualTo(1);
          assertThat(one.gone()).isEqualTo(1);
          assertThat(one.added()).isZero();
        });
    assertThat(records(before, null, "packages_dispatched"))
        .singleElement()
        .satisfies(change -> {
          assertThat(change.id()).isEqualTo(germanPackage.toString());
          assertThat(change.label()).startsWith("P-DE-");
          assertThat(change.why()).isEqualTo("package recalled");
          assertThat(change.difference()).isEqualTo(-1);
        });
  }

  @Test
  void newReport_isCountedSince() {
    UUID before = publish();
    get(officer, () -> reports.take(operation, searchAtFirst("FR-77")));
    assertThat(records(before, null, "searches"))
        .singleElement()
        .extracting(FigureChange::label, FigureChange::why, FigureChange::difference)
        .containsExactly("FR-77", "counted since", 1L);
    UUID after = publish();
    get(coordinator, () -> packages.recall(operation, swedishPackage, "wrong person"));
    assertThat(records(before, after, "searches")).hasSize(1);
    assertThat(records(before, after, "packages_dispatched")).isEmpty();
  }

  @Test
  void anyTwoMoments_differByExactlyTheRecordsListed() {
    Random random = new Random(42);
    List<UUID> moments = new ArrayList<>(List.of(publish()));
    for (int act = 0; act < 9; act++) {
      act(random, act);
      if (act % 3 == 2) {
        moments.add(publish());
      }
    }
    act(random, 10);
    for (int first = 0; first < moments.size(); first++) {
      requireAddsUp(moments.get(first), null);
      for (int second = first + 1; second < moments.size(); second++) {
        requireAddsUp(moments.get(first), moments.get(second));
        requireAddsUp(moments.get(second), moments.get(first));
      }
    }
  }

  @Test
  void agencysReader_isToldThatPublishedFiguresCountTheWhole() {
    UUID before = publish();
    assertThatThrownBy(() -> get(officer, () -> changes.since(operation, before, null)))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("your agency's part");
  }

  private void act(Random random, int number) {
    if (random.nextInt(5) == 0) {
      List<UUID> taken =
          get(coordinator, () -> reports.page(operation, null, "SE", 1)).rows().stream()
              .map(report -> report.id())
              .toList();
      if (!taken.isEmpty()) {
        UUID one = taken.get(random.nextInt(taken.size()));
        get(officer, () -> reports.withdrawMatch(operation, one, "looked again"));
        return;
      }
    }
    if (number == 4) {
      get(coordinator, () -> packages.recall(operation, germanPackage, "wrong person"));
      return;
    }
    String[] person = PEOPLE[random.nextInt(PEOPLE.length)];
    MeasureKind kind = random.nextBoolean() ? MeasureKind.SEARCH : MeasureKind.ARREST;
    get(
        officer,
        () ->
            reports.take(
                operation,
                report(
                    "FR-" + number,
                    "SE",
                    kind,
                    "2025-02-26T07:00:00+01:00",
                    person[0],
                    person[1],
                    person[2])));
  }

  private void requireAddsUp(UUID first, @Nullable UUID second) {
    differences(first, second)
        .values()
        .forEach(one -> {
          assertThat(one.explained()).as(one.name()).isTrue();
          long amount = one.isSum().amount() - one.wasSum().amount();
          assertThat(one.added() - one.gone()).as(one.name()).isEqualTo(amount);
          assertThat(one.reasons().stream().mapToLong(FigureDifference.Reason::more).sum())
              .as(one.name())
              .isEqualTo(one.isSum().records() - one.wasSum().records());
          if (!one.reasons().isEmpty()) {
            assertThat(
                    records(first, second, one.name()).stream()
                        .mapToLong(FigureChange::difference)
                        .sum())
                .as(one.name())
                .isEqualTo(amount);
          }
        });
  }

  private UUID publish() {
    return get(coordinator, () -> publications.publish(operation, "press line")).id();
  }

  private Map<String, FigureDifference> differences(UUID first, @Nullable UUID second) {
    return get(coordinator, () -> changes.since(operation, first, second)).stream()
        .collect(Collectors.toMap(FigureDifference::name, Function.identity()));
  }

  private List<FigureChange> records(UUID first, @Nullable UUID second, String name) {
    Page<FigureChange> page =
        get(coordinator, () -> changes.records(operation, first, second, name, 1));
    assertThat(page.total()).isEqualTo(page.rows().size());
    return page.rows();
  }
}
