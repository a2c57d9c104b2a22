package dev.cordon.hashing.review;

import dev.cordon.hashing.JsonLine;
import dev.cordon.hashing.lists.DigestSorter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Series: pictures that follow each other with names that count on, or that one camera took within
 * ten minutes of the one before. Names are read and not written. For one thread.
 */
final class Series implements AutoCloseable {

  private static final int SHORTEST = 3;
  private static final long MOST_SECONDS = 600;
  private static final long MOST_STEP = 2;
  private static final Pattern COUNTED =
      Pattern.compile("(?s)(.*?)(\\d{1,15})(\\.[^./\\\\]{1,10})?");

  private static final int TAKEN_BYTES = Integer.BYTES + Long.BYTES;

  private final Result result;
  private final int[] reasons;
  private final DigestSorter taken;
  private final Map<String, Integer> cameras = new HashMap<>();
  private List<Long> run = new ArrayList<>();
  private String prefix = "";
  private long last;
  private int number;

  Series(Result result, int[] reasons, Path sorting) {
    taken = new DigestSorter(sorting, "taken", TAKEN_BYTES);
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
      int camera = cameras.computeIfAbsent(item.camera(), one -> cameras.size());
      byte[] record = ByteBuffer.allocate(TAKEN_BYTES).putInt(camera).putLong(seconds).array();
      taken.add(record, item.number());
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
    long[] before = {-1, 0};
    taken.sortInto((bytes, from, length) -> {
      ByteBuffer records = ByteBuffer.wrap(bytes);
      for (int at = from; at < from + length; at += TAKEN_BYTES + Integer.BYTES) {
        int camera = records.getInt(at);
        long seconds = records.getLong(at + Integer.BYTES);
        if (camera != before[0] || seconds - before[1] > MOST_SECONDS) {
          end("time");
        }
        run.add(Integer.toUnsignedLong(records.getInt(at + TAKEN_BYTES)));
        before[0] = camera;
        before[1] = seconds;
      }
    });
    end("time");
  }

  @Override
  public void close() throws IOException {
    taken.close();
  }
}
