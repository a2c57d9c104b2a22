package dev.cordon.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What was measured: times of each kind of page in microseconds, and wrong answers. */
final class Times {

  private final Map<String, List<Long>> times = new ConcurrentHashMap<>();
  private final Map<String, AtomicLong> wrong = new ConcurrentHashMap<>();

  void add(String kind, long microseconds) {
    List<Long> list = times.computeIfAbsent(kind, any -> new ArrayList<>());
    synchronized (list) {
      list.add(microseconds);
    }
  }

  void wrong(String why) {
    wrong.computeIfAbsent(why, any -> new AtomicLong()).incrementAndGet();
  }

  boolean right() {
    return wrong.isEmpty();
  }

  String report(long seconds) {
    StringBuilder text = new StringBuilder();
    text.append(
        "%-24s %8s %8s %8s %8s %8s%n".formatted("page", "loads", "p50 ms", "p95", "p99", "max"));
    List<Long> all = new ArrayList<>();
    new TreeMap<>(times)
        .forEach((kind, list) -> {
          all.addAll(list);
          text.append(line(kind, list));
        });
    text.append(line("all", all));
    text.append("%.1f pages a second%n".formatted(all.size() / (double) seconds));
    wrong.forEach((why, count) -> text.append("WRONG %d times: %s%n".formatted(count.get(), why)));
    return text.toString();
  }

  private static String line(String kind, List<Long> list) {
    long[] sorted = list.stream().mapToLong(Long::longValue).sorted().toArray();
    return sorted.length == 0
        ? "%-24s none%n".formatted(kind)
        : "%-24s %8d %8.1f %8.1f %8.1f %8.1f%n"
            .formatted(
                kind,
                sorted.length,
                at(sorted, 0.50),
                at(sorted, 0.95),
                at(sorted, 0.99),
                at(sorted, 1));
  }

  private static double at(long[] sorted, double share) {
    int place = (int) Math.ceil(share * sorted.length) - 1;
    return sorted[Math.clamp(place, 0, sorted.length - 1)] / 1000.0;
  }

  @Override
  public String toString() {
    return Arrays.toString(times.keySet().toArray());
  }
}
