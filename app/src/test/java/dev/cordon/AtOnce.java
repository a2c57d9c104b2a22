package dev.cordon;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.function.Supplier;

/** Runs work on two threads that start together, and gives what each returned or threw. */
public final class AtOnce {

  private AtOnce() {}

  /** The same work twice. */
  public static List<Object> twice(Supplier<?> work) throws InterruptedException {
    return both(work, work);
  }

  /** Two pieces of work. */
  public static List<Object> both(Supplier<?> one, Supplier<?> other) throws InterruptedException {
    CyclicBarrier start = new CyclicBarrier(2);
    List<Object> outcomes = Collections.synchronizedList(new ArrayList<>());
    List<Thread> threads =
        List.of(one, other).stream()
            .map(work -> Thread.ofPlatform().start(() -> outcomes.add(outcome(start, work))))
            .toList();
    for (Thread thread : threads) {
      thread.join();
    }
    return outcomes;
  }

  private static Object outcome(CyclicBarrier start, Supplier<?> work) {
    try {
      start.await();
      Object result = work.get();
      return result == null ? "done" : result;
    } catch (Exception thrown) {
      return thrown;
    }
  }
}
