package dev.cordon.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.TinyOperation;
import dev.cordon.access.Role;
import dev.cordon.access.SignedIn;
import dev.cordon.action.FieldReports;
import dev.cordon.evidence.Exhibit;
import dev.cordon.evidence.Exhibits;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ExhibitCountsTest extends TinyOperation {

  private static final Scheme SCHEME = new Scheme("UK CAID", "1");
  private static final int BATCH = 1000;

  @Autowired private FieldReports reports;
  @Autowired private Exhibits exhibits;
  @Autowired private Digests digests;
  @Autowired private HashLists lists;
  @Autowired private Inventories inventories;
  @Autowired private ReviewQueue queue;
  @Autowired private ExhibitTriage triage;

  private SignedIn identifier;
  private UUID phone;
  private UUID laptop;

  @BeforeEach
  void twoExhibitsOfOneSearch() {
    identifier = member(lead, operation, Role.VICTIM_IDENTIFICATION);
    get(officer, () -> reports.take(operation, searchAtFirst("FR-1")));
    List<Exhibit> seized = get(officer, () -> exhibits.page(operation, null, null, 1)).rows();
    phone = seized.getFirst().id();
    laptop = seized.getLast().id();
  }

  @Test
  void counts_followEachChange() {
    take(phone, hash(1), hash(1), hash(2));
    take(laptop, hash(2), hash(3));
    assertCounts(phone, 2, 0, 2);
    assertCounts(laptop, 2, 0, 2);
    load(hash(2));
    assertCounts(phone, 2, 1, 2);
    assertCounts(laptop, 2, 1, 2);
    UUID item = item(hash(2));
    as(identifier, () -> queue.assess(operation, item, Assessment.REAL, SCHEME, "seen before"));
    assertCounts(phone, 2, 1, 1);
    assertCounts(laptop, 2, 1, 1);
    as(identifier, () -> queue.withdraw(operation, item, "another file"));
    assertCounts(laptop, 2, 1, 2);
    ExhibitTriage.Summary summary = get(examiner, () -> triage.summary(operation, phone));
    assertThat(summary).isEqualTo(new ExhibitTriage.Summary(2, 3, 1, 0));
    assertThat(get(germanOfficer, () -> triage.page(operation, 1)).rows()).isEmpty();
  }

  @Test
  void assessing_waitsForNobodysIntake_andAllIsCounted() throws Exception {
    take(phone, hash(1), hash(2));
    UUID item = item(hash(1));
    CountDownLatch half = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> intake =
          threads.submit(() ->
              as(
                  examiner,
                  () ->
                      inventories.take(
                          operation, laptop, inventory(new Pause(half, goOn), 10, 10 + BATCH))));
      assertThat(half.await(1, TimeUnit.MINUTES)).isTrue();
      Future<?> assessed =
          threads.submit(() ->
              as(
                  identifier,
                  () -> queue.assess(operation, item, Assessment.REAL, SCHEME, "a face")));
      try {
        assessed.get(1, TimeUnit.MINUTES);
        assertThat(intake.isDone()).isFalse();
        assertCounts(phone, 2, 0, 1);
        assertCounts(laptop, 0, 0, 0);
        assertThat(get(identifier, () -> queue.page(operation, 1)).total()).isEqualTo(1);
      } finally {
        goOn.countDown();
      }
      intake.get(1, TimeUnit.MINUTES);
    }
    assertCounts(laptop, BATCH + 1, 0, BATCH + 1);
    assertThat(get(identifier, () -> queue.page(operation, 1)).total()).isEqualTo(BATCH + 2);
  }

  private void assertCounts(UUID exhibit, long files, long known, long waiting) {
    ExhibitProgress one = get(examiner, () -> triage.of(operation, exhibit));
    assertThat(List.of(one.files(), one.known(), one.waiting()))
        .as("files, known, waiting of " + one.number())
        .containsExactly(files, known, waiting);
    assertThat(get(examiner, () -> triage.page(operation, 1)).rows()).contains(one);
  }

  private void take(UUID exhibit, String... hashes) {
    String rows =
        IntStream.range(0, hashes.length)
            .mapToObj(row -> "%s,10,/folder/%d.jpg\n".formatted(hashes[row], row))
            .collect(Collectors.joining("", "sha256,size,path\n", ""));
    get(examiner, () -> digests.take(operation, exhibit, new StringReader(rows)));
  }

  private void load(String hash) {
    String rows = "sha256,category\n" + hash + ",1\n";
    get(
        coordinator,
        () ->
            lists.load(
                operation,
                "Invented list",
                "1",
                "example.org",
                new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8))));
  }

  private UUID item(String hash) {
    return get(identifier, () -> queue.page(operation, 1)).rows().stream()
        .filter(row -> row.sha256().equals(hash))
        .findFirst()
        .orElseThrow()
        .id();
  }

  /** One file for each number, the pause before the last. */
  private static InputStream inventory(InputStream pause, int first, int last) {
    String lines =
        IntStream.range(first, last)
            .mapToObj(ExhibitCountsTest::line)
            .collect(Collectors.joining());
    return new SequenceInputStream(
        new SequenceInputStream(stream(lines + line(last).substring(0, 5)), pause),
        stream(line(last).substring(5)));
  }

  private static String line(int number) {
    return "{\"item\":%d,\"place\":\"file %d\",\"state\":\"present\",\"size\":1,\"sha256\":\"%s\"}\n"
        .formatted(number, number, hash(number));
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String hash(int number) {
    return "%064x".formatted(number);
  }

  /** An empty stream that ends when it is told to. */
  private static final class Pause extends InputStream {

    private final CountDownLatch reached;
    private final CountDownLatch goOn;

    Pause(CountDownLatch reached, CountDownLatch goOn) {
      this.reached = reached;
      this.goOn = goOn;
    }

    @Override
    public int read() {
      reached.countDown();
      try {
        goOn.await();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
      return -1;
    }
  }
}
