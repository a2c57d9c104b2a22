package dev.cordon.demo;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Who looks for victims reads one thread, marks a message and locks another thread; the auditor has
 * the ledger looked through; the data-protection officer reads the register. Nothing of it changes
 * a figure.
 */
final class WatchScene {

  private final Cast cast;
  private final String base;

  WatchScene(Cast cast) {
    this.cast = cast;
    this.base = cast.operationPath();
  }

  /** Plays it; what was done, in words. */
  String play() {
    String read = readThread();
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    cast.auditor()
        .fill(
            base + "/oversight/runs",
            Map.of("from", today.minusDays(1).toString(), "until", today.toString()));
    cast.dataProtectionOfficer().look(base + "/data-protection/register");
    return read + ", the ledger looked through, the register read";
  }

  private String readThread() {
    Caller reader = cast.victimIdentification();
    String threads = base + "/sealed-text/threads";
    List<JsonNode> longest = new ArrayList<>();
    reader.get(threads).path("rows").forEach(longest::add);
    longest.sort(
        Comparator.comparingLong((JsonNode one) -> one.path("messages").asLong()).reversed());
    if (longest.size() < 2) {
      return "no thread to read";
    }
    String thread = threads + "/" + longest.get(0).path("id").asString();
    reader.post(
        thread + "/opening",
        Map.of(
            "reason", "A child may be named here.",
            "legalBasis", "Order of the exercise court",
            "minutes", 60));
    JsonNode first = reader.get(thread + "/texts").path("window").path("texts").path("rows");
    mark(reader, thread, first.path(0).path("origin"));
    reader.post(
        threads + "/" + longest.get(1).path("id").asString() + "/lock",
        Map.of("reason", "One of the two writes as a lawyer."));
    return "one thread read and marked, one locked";
  }

  private static void mark(Caller reader, String thread, JsonNode origin) {
    JsonNode source = origin.path("source");
    reader.post(
        thread + "/marks",
        Map.of(
            "source",
            source.isString() ? source.asString() : source.path("value").asString(),
            "table",
            origin.path("table").asString(),
            "row",
            origin.path("row").asLong(),
            "kind",
            "CHILD_AT_RISK"));
  }
}
