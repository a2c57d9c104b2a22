package dev.cordon.figures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.access.OperationId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CountedFiguresTest {

  private final CountedFigures counted = new CountedFigures();
  private final AtomicInteger counts = new AtomicInteger();

  @Test
  void countThatHolds_isNotMadeAgain() {
    CountedFigures.Count first = counted.get("a", last -> true, this::count);
    assertThat(counted.get("a", last -> true, this::count)).isSameAs(first);
    assertThat(counts).hasValue(1);
  }

  @Test
  void countThatHoldsNoMore_isMadeAgain() {
    counted.get("a", last -> true, this::count);
    counted.get("a", last -> false, this::count);
    assertThat(counts).hasValue(2);
  }

  @Test
  void anotherSight_isAnotherCount() {
    counted.get("a", last -> true, this::count);
    counted.get("b", last -> true, this::count);
    assertThat(counts).hasValue(2);
  }

  @Test
  void whoComeDuringACount_shareTheNextOne() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch released = new CountDownLatch(1);
    try (ExecutorService readers = Executors.newFixedThreadPool(9)) {
      Future<CountedFigures.Count> slow =
          readers.submit(() ->
              counted.get(
                  "a",
                  last -> false,
                  () -> {
                    CountedFigures.Count count = count();
                    started.countDown();
                    await(released);
                    return count;
                  }));
      started.await();
      List<Future<CountedFigures.Count>> waiting =
          IntStream.range(0, 8)
              .mapToObj(any -> readers.submit(() -> counted.get("a", last -> false, this::count)))
              .toList();
      while (!waiting.stream().allMatch(each -> !each.isDone()) || threadsWaiting() < 8) {
        Thread.onSpinWait();
      }
      released.countDown();
      slow.get();
      for (Future<CountedFigures.Count> each : waiting) {
        each.get();
      }
    }
    assertThat(counts).hasValue(2);
  }

  private static long threadsWaiting() {
    return Thread.getAllStackTraces().entrySet().stream()
        .filter(each -> each.getKey().getState() == Thread.State.TIMED_WAITING)
        .filter(each ->
            Arrays.stream(each.getValue())
                .anyMatch(frame -> frame.getClassName().equals(CountedFigures.class.getName())))
        .count();
  }

  private CountedFigures.Count count() {
    counts.incrementAndGet();
    return new CountedFigures.Count(
        new Figures(
            Instant.EPOCH,
            new OperationId(UUID.randomUUID()),
            "operation",
            List.of(),
            Map.of(),
            List.of()),
        "1:1:",
        System.nanoTime());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
