package dev.cordon.erasure;

import dev.cordon.intake.PersonRows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * All an order concerns: rows of sources, and what the operation made of them.
 *
 * @param openings entries of the ledger that can still be opened and touched a record of the person
 */
record Scope(PersonRows person, List<Thing> things, long openings) {

  /**
   * Something the operation made of the person.
   *
   * @param label words for a reader who may not see it: a package's number and state
   */
  record Thing(String kind, String id, String label, long amount) {}

  Scope {
    things = List.copyOf(things);
  }

  boolean isEmpty() {
    return person.rows().isEmpty() && things.stream().allMatch(Scope::isNameOnly);
  }

  private static boolean isNameOnly(Thing thing) {
    return thing.kind().equals("account");
  }

  /** The rows by source, table and state. */
  List<ScopeLine> rows() {
    record Place(UUID source, String table, String state) {}
    Map<Place, Long> counts = new LinkedHashMap<>();
    for (PersonRows.Row row : person.rows()) {
      counts.merge(
          new Place(row.origin().source().value(), row.origin().table(), row.state()),
          1L,
          Long::sum);
    }
    List<ScopeLine> lines = new ArrayList<>();
    counts.forEach((place, amount) ->
        lines.add(
            new ScopeLine(
                "rows of sources",
                place.source(),
                null,
                place.table(),
                place.state(),
                "rows",
                amount,
                "")));
    return lines;
  }

  /** Everything in counts, as it is shown before anything happens. */
  List<ScopeLine> lines() {
    List<ScopeLine> lines = new ArrayList<>(rows());
    person.records().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .filter(kind -> kind.getValue() > 0)
        .forEach(kind -> lines.add(ScopeLine.of(kind.getKey(), "records", kind.getValue(), "")));
    long texts = person.texts().values().stream().mapToLong(Long::longValue).sum();
    if (texts > 0) {
      lines.add(
          ScopeLine.of(
              "sealed texts", "texts", texts, "in " + person.texts().size() + " conversations"));
    }
    THINGS.forEach((kind, words) -> {
      long amount = things.stream().filter(thing -> thing.kind().equals(kind)).count();
      if (amount > 0) {
        lines.add(ScopeLine.of(words, "named", amount, ""));
      }
    });
    things.stream()
        .filter(thing -> thing.kind().equals("package"))
        .forEach(thing -> lines.add(ScopeLine.of("package", "named", 1, packageNote(thing))));
    things.stream()
        .filter(thing -> thing.kind().equals("received"))
        .forEach(thing -> lines.add(ScopeLine.of("package received", "named", 1, thing.label())));
    if (openings > 0) {
      lines.add(ScopeLine.of("ledger entries that can be opened", "salts", openings, ""));
    }
    if (person.notAttributable() > 0) {
      lines.add(
          ScopeLine.of(
              "quarantined rows of the operation nobody can attribute",
              "named",
              person.notAttributable(),
              "they could not be read, so nobody knows whose they are; not concerned"));
    }
    return lines;
  }

  private static final Map<String, String> THINGS = thingWords();

  private static Map<String, String> thingWords() {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("account", "accounts");
    words.put("subject", "subjects");
    words.put("proposal", "proposals");
    words.put("partial", "proposals that hold other accounts, too");
    words.put("report", "field reports");
    words.put("measure", "measures");
    words.put("exhibit", "exhibits");
    words.put("site", "sites");
    words.put("victim", "victims");
    words.put("received_subject", "subjects of packages received");
    return words;
  }

  private static String packageNote(Thing thing) {
    return thing.label().endsWith("dispatched")
        ? thing.label() + ": its recipient holds a copy, a recall is due"
        : thing.label();
  }
}
