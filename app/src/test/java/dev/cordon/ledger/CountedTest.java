package dev.cordon.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CountedTest {

  private final Counted counted = new Counted();
  private final AtomicInteger counts = new AtomicInteger();

  @Test
  void countThatHolds_isNotMadeAgain() {
    Counted.Count first = counted.get("a", last -> true, this::count);
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
      Future<Counted.Count> slow =
          readers.submit(() ->
              counted.get(
                  "a",
                  last -> false,
                  () -> {
                    Counted.Count count = count();
                    started.countDown();
                    await(released);
                    return count;
                  }));
      started.await();
      List<Future<Counted.Count>> waiting =
          IntStream.range(0, 8)
              .mapToObj(any -> readers.submit(() -> counted.get("a", last -> false, this::count)))
              .toList();
      while (!waiting.stream().allMatch(each -> !each.isDone()) || threadsWaiting() < 8) {
        Thread.onSpinWait();
      }
      released.countDown();
      slow.get();
      for (Future<Counted.Count> each : waiting) {
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
                .anyMatch(frame -> frame.getClassName().equals(Counted.class.getName())))
        .count();
  }

  private Counted.Count count() {
    counts.incrementAndGet();
    return new Counted.Count("a value", "1:1:", System.nanoTime());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
