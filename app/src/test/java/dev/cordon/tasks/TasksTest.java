package dev.cordon.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.DatabaseTest;
import dev.cordon.access.MemberId;
import dev.cordon.access.NotPermittedException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TasksTest extends DatabaseTest {

  private static final LocalDate DUE = LocalDate.now(ZoneOffset.UTC).plusDays(3);
  private static final TaskFilter OPEN = new TaskFilter(false, false, "");

  @Autowired private Tasks tasks;

  @Test
  void task_waitsForItsMemberUntilItEnds() {
    UUID id = get(analyst, () -> tasks.add(operation, task("/subjects", analyst.member())));
    assertThat(get(analyst, () -> tasks.waiting(operation))).isEqualTo(1);
    assertThat(get(analyst, () -> tasks.about(operation, "/subjects"))).isEqualTo(1);
    as(analyst, () -> tasks.end(operation, id, true, "looked"));
    assertThat(get(analyst, () -> tasks.waiting(operation))).isZero();
    assertThat(get(analyst, () -> tasks.page(operation, OPEN, 1).total())).isZero();
    assertThat(get(analyst, () -> tasks.page(operation, new TaskFilter(true, true, ""), 1).rows()))
        .singleElement()
        .extracting(Task::end)
        .extracting(Task.End::outcome, Task.End::note)
        .containsExactly("done", "looked");
    assertThatThrownBy(() -> as(analyst, () -> tasks.end(operation, id, true, "again")))
        .isInstanceOf(NotPermittedException.class);
  }

  @Test
  void task_givenToAnotherAgency_isReadThereAndByTheLead() {
    UUID id = get(coordinator, () -> tasks.add(operation, task("", officer.member())));
    assertThat(get(officer, () -> tasks.page(operation, OPEN, 1).rows()))
        .extracting(Task::id)
        .containsExactly(id);
    get(analyst, () -> tasks.add(operation, task("", analyst.member())));
    assertThat(get(officer, () -> tasks.page(operation, OPEN, 1).total())).isEqualTo(1);
    assertThat(get(analyst, () -> tasks.page(operation, OPEN, 1).total())).isEqualTo(2);
    as(officer, () -> tasks.end(operation, id, false, "not ours"));
    assertThat(get(coordinator, () -> tasks.page(operation, OPEN, 1).total())).isEqualTo(1);
  }

  @Test
  void officer_givesWorkInTheOwnAgencyAlone() {
    assertThatThrownBy(
            () -> get(officer, () -> tasks.add(operation, task("", coordinator.member()))))
        .hasMessageContaining("own agency");
  }

  @Test
  void task_withForeignAddressPastDayOrUnknownKind_isRefused() {
    assertThatThrownBy(
            () -> get(analyst, () -> tasks.add(operation, task("//x.example", analyst.member()))))
        .hasMessageContaining("address");
    NewTask past =
        new NewTask("Other", "t", "", analyst.member(), LocalDate.now(ZoneOffset.UTC).minusDays(1));
    assertThatThrownBy(() -> get(analyst, () -> tasks.add(operation, past)))
        .hasMessageContaining("past");
    NewTask unknown = new NewTask("Guess", "t", "", analyst.member(), DUE);
    assertThatThrownBy(() -> get(analyst, () -> tasks.add(operation, unknown)))
        .hasMessageContaining("kind of work");
  }

  private static NewTask task(String path, MemberId assignee) {
    return new NewTask("Check a country", "Look at S-1000001 again", path, assignee, DUE);
  }
}
