package dev.cordon.intake;

import dev.cordon.intake.Renormalised.Count;
import dev.cordon.intake.selectors.NormalValue;
import dev.cordon.intake.selectors.Normaliser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes a source's records anew with the normal forms of the newest rules; what they were is kept
 * in the data set {@code earlier_values}. Writes a folder of its own and leaves the first as it is;
 * whoever asked for it puts the one in the other's place. The same records, rules and time give the
 * same records. Memory does not grow with them.
 *
 * <p>Promises: every record is copied, in its order, those hidden from readers too; only the normal
 * form, its verdict and the version of the rules change. What no rule looks at is linked or copied
 * as it is.
 */
public final class Renormalising {

  private static final Set<RecordKind> TOUCHED =
      Set.of(
          RecordKind.SELECTORS, RecordKind.FACTS, RecordKind.ACCESSES, RecordKind.EARLIER_VALUES);
  private static final int FIRST_RULES = 1;

  private final Normaliser normaliser;
  private final VaultKey key;
  private final Instant at;

  /** By these rules, under this key, at this time. */
  public Renormalising(Normaliser normaliser, VaultKey key, Instant at) {
    this.normaliser = normaliser;
    this.key = key;
    this.at = at;
  }

  /**
   * Reads the records of one source in a folder {@code <kind>/part-N.parquet} and writes those of
   * the other folder, which must not exist.
   */
  public Renormalised transform(Path from, Path to, RecordPermission permission) {
    permission.require();
    Map<String, RenewalTally> tallies = new TreeMap<>();
    try {
      if (Files.exists(to)) {
        throw new IntakeException("the folder " + to + " for the new records is there already");
      }
      Files.createDirectories(to);
      copyOthers(from, to);
      try (SealedRecords records = SealedRecords.openSource(from, key, permission);
          RecordWriter writer = new RecordWriter(to, key)) {
        StoredRecords.each(records, RecordKind.EARLIER_VALUES, entry -> write(writer, entry));
        for (RecordKind kind :
            List.of(RecordKind.SELECTORS, RecordKind.FACTS, RecordKind.ACCESSES)) {
          renew(records, kind, writer, tallies);
        }
      }
    } catch (IOException | SQLException failure) {
      throw new IntakeException("the records in " + from + " could not be made anew", failure);
    }
    List<Count> counts = new ArrayList<>();
    tallies.values().forEach(tally -> counts.add(tally.count()));
    return new Renormalised(Normaliser.VERSION, counts);
  }

  /** What no rule looks at: other kinds of records, texts, the report. */
  private static void copyOthers(Path from, Path to) throws IOException {
    Set<String> touched =
        TOUCHED.stream().map(RecordKind::dataSet).collect(Collectors.toUnmodifiableSet());
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.sorted().toList()) {
        Path place = from.relativize(file);
        if (file.equals(from) || touched.contains(place.getName(0).toString())) {
          continue;
        }
        if (Files.isDirectory(file)) {
          Files.createDirectories(to.resolve(place));
        } else {
          link(file, to.resolve(place));
        }
      }
    }
  }

  private static void link(Path file, Path copy) throws IOException {
    try {
      Files.createLink(copy, file);
    } catch (UnsupportedOperationException | IOException noLinksHere) {
      Files.copy(file, copy);
    }
  }

  private void renew(
      SealedRecords records,
      RecordKind kind,
      RecordWriter writer,
      Map<String, RenewalTally> tallies)
      throws SQLException, IOException {
    NormalColumns columns = NormalColumns.of(kind);
    Place place = new Place();
    StoredRecords.each(
        records,
        kind,
        entry -> {
          long number = place.next(entry.origin());
          @Nullable Object[] values = entry.values();
          NormalValue before = columns.normal(values);
          Object version = values[columns.rules()];
          long rules = version == null ? FIRST_RULES : (Long) version;
          NormalValue now = normal(kind, columns, values, before);
          String selectorKind = columns.kind() < 0 ? "IP" : text(values, columns.kind());
          RenewalTally tally =
              tallies.computeIfAbsent(
                  kind.dataSet() + "/" + selectorKind,
                  added -> new RenewalTally(kind.dataSet(), String.valueOf(selectorKind)));
          if (tally.add(before, now)) {
            write(
                writer,
                new EarlierValue(
                    entry.origin(),
                    kind.dataSet(),
                    number,
                    String.valueOf(selectorKind),
                    before.value(),
                    before.verdict(),
                    rules,
                    at));
          }
          values[columns.value()] = now.value();
          values[columns.verdict()] = now.verdict();
          values[columns.rules()] = (long) Normaliser.VERSION;
          write(writer, entry);
        });
  }

  private NormalValue normal(
      RecordKind kind, NormalColumns columns, @Nullable Object[] values, NormalValue before) {
    String raw = columns.raw() < 0 ? null : text(values, columns.raw());
    if (kind == RecordKind.ACCESSES) {
      String written = raw == null ? before.value() : raw;
      return written == null ? before : normaliser.address(written);
    }
    if (raw == null || raw.isEmpty()) {
      return before;
    }
    String name = Objects.requireNonNull(text(values, columns.kind()));
    if (name.equals("IP_FORWARDED") && before.value() != null) {
      // Rules of version 1 kept the whole list as its raw value.
      return normaliser.normalSelector(name, before.value(), null);
    }
    return kind == RecordKind.FACTS
        ? normaliser.normalFact(name, raw)
        : normaliser.normalSelector(name, raw, text(values, columns.country()));
  }

  private static @Nullable String text(@Nullable Object[] values, int column) {
    return (String) values[column];
  }

  private static void write(RecordWriter writer, NormalisedRecord entry) throws IOException {
    writer.write(entry);
  }

  /** Numbers the records of one row. */
  private static final class Place {

    private @Nullable Origin origin;
    private long number;

    long next(Origin of) {
      number = of.equals(origin) ? number + 1 : 1;
      origin = of;
      return number;
    }
  }
}
