package dev.cordon.hashing.review;

import dev.cordon.hashing.JsonLine;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Series: pictures that follow each other with names that count on, or that one camera took within
 * ten minutes of the one before. Names are read and not written. For one thread.
 */
final class Series {

  private static final int SHORTEST = 3;
  private static final long MOST_SECONDS = 600;
  private static final long MOST_STEP = 2;
  private static final Pattern COUNTED =
      Pattern.compile("(?s)(.*?)(\\d{1,15})(\\.[^./\\\\]{1,10})?");

  private record Taken(String camera, long seconds, long item) {}

  private final Result result;
  private final int[] reasons;
  private final List<Taken> taken = new ArrayList<>();
  private List<Long> run = new ArrayList<>();
  private String prefix = "";
  private long last;
  private int number;

  Series(Result result, int[] reasons) {
    this.result = result;
    this.reasons = reasons;
  }

  void take(Item item) throws IOException {
    if (!item.isMedia()) {
      return;
    }
    named(item);
    if (!item.taken().isEmpty() && !item.camera().isEmpty()) {
      long seconds = LocalDateTime.parse(item.taken()).toEpochSecond(ZoneOffset.UTC);
      taken.add(new Taken(item.camera(), seconds, item.number()));
    }
  }

  private void named(Item item) throws IOException {
    Matcher matcher = COUNTED.matcher(item.name());
    boolean isCounted = matcher.matches() && item.name().length() < 5000;
    String start = isCounted ? matcher.group(1) : "";
    long count = isCounted ? Long.parseLong(matcher.group(2)) : 0;
    boolean goesOn = isCounted && start.equals(prefix) && count > last && count - last <= MOST_STEP;
    if (!goesOn) {
      end("name");
    }
    if (isCounted) {
      run.add(item.number());
      prefix = start;
      last = count;
    }
  }

  private void end(String by) throws IOException {
    if (run.size() >= SHORTEST) {
      number++;
      result.line(
          new JsonLine()
              .number("series", number)
              .text("by", by)
              .raws("items", run.stream().map(String::valueOf).toList()));
      run.forEach(item -> reasons[(int) (item - 1)] |= Reason.SERIES.bit());
    }
    run = new ArrayList<>();
  }

  /** Ends the last series by name, then tells those by time. */
  void end() throws IOException {
    end("name");
    taken.sort(
        Comparator.comparing(Taken::camera)
            .thenComparingLong(Taken::seconds)
            .thenComparingLong(Taken::item));
    Taken before = null;
    for (Taken one : taken) {
      boolean goesOn =
          before != null
              && before.camera().equals(one.camera())
              && one.seconds() - before.seconds() <= MOST_SECONDS;
      if (!goesOn) {
        end("time");
      }
      run.add(one.item());
      before = one;
    }
    end("time");
  }
}
