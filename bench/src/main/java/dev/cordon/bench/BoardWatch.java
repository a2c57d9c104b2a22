package dev.cordon.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One open board: notes how long each report of a site it shows took to be on it. The server ends
 * each stream after some minutes; like a browser, it opens it again, and what happened in between
 * counts as late.
 */
final class BoardWatch implements Runnable {

  private final FieldUser user;
  private final List<SentReports> sent;
  private final Map<String, Integer> places = new HashMap<>();
  private final int[] seen;
  private final boolean[] shown;
  private long[] latencies = new long[1024];
  private int count;
  private volatile int events;
  private volatile int opened;
  private volatile boolean closed;

  BoardWatch(FieldUser user, int sites, List<SentReports> sent) {
    this.user = user;
    this.sent = sent;
    this.seen = new int[sites];
    this.shown = new boolean[sites];
    for (int site = 1; site <= sites; site++) {
      UUID id = Ids.id("site", site);
      places.put(id.toString(), site - 1);
    }
  }

  @Override
  public void run() {
    try {
      while (!closed) {
        follow();
        opened++;
      }
    } catch (IOException | InterruptedException ended) {
      closed = true;
    }
  }

  private void follow() throws IOException, InterruptedException {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(user.board(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null && !closed; line = lines.readLine()) {
        if (line.startsWith("data:")) {
          take(JsonMapper.shared().readTree(line.substring("data:".length())));
        }
      }
    }
  }

  private synchronized void take(JsonNode part) {
    long now = System.nanoTime();
    for (JsonNode site : part.path("sites")) {
      Integer place = places.get(site.path("id").asString());
      if (place == null) {
        continue;
      }
      shown[place] = true;
      if (!sent.isEmpty() && site.path("lastAt").isString()) {
        List<SentReports.Sent> fresh =
            sent.get(place).until(seen[place], Instant.parse(site.path("lastAt").asString()));
        fresh.forEach(report -> add(now - report.sentNanos()));
        seen[place] += fresh.size();
      }
    }
    events++;
  }

  private void add(long nanos) {
    if (count == latencies.length) {
      latencies = Arrays.copyOf(latencies, count * 2);
    }
    latencies[count++] = nanos;
  }

  int events() {
    return events;
  }

  /** How often the stream was opened again. */
  int openedAgain() {
    return opened;
  }

  synchronized LongStream latencies() {
    return Arrays.stream(latencies, 0, count);
  }

  /** How many reports this board has to show. */
  synchronized long expected() {
    long expected = 0;
    for (int place = 0; place < shown.length; place++) {
      expected += shown[place] ? sent.get(place).size() : 0;
    }
    return expected;
  }

  void close() {
    closed = true;
    user.close();
  }
}
