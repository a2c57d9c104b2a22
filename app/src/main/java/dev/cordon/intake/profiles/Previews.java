package dev.cordon.intake.profiles;

import dev.cordon.formats.FormatException;
import dev.cordon.formats.profiles.TableProfile;
import dev.cordon.intake.MaskedValue;
import dev.cordon.intake.NormalisedRecord;
import dev.cordon.intake.OperationFacts;
import dev.cordon.intake.Origin;
import dev.cordon.intake.RecordColumn;
import dev.cordon.intake.RecordKind;
import dev.cordon.intake.SourceId;
import dev.cordon.intake.internal.RecordOutput;
import dev.cordon.intake.internal.TableMapper;
import dev.cordon.intake.selectors.Normaliser;
import dev.cordon.intake.selectors.Times;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tries a profile on a table's sampled rows, with the same classes that read sources. */
public final class Previews {

  private static final int ROWS = 10;
  private static final SourceId NOWHERE = new SourceId(new UUID(0, 0));

  private final TableProfile profile;
  private final SampledTable table;
  private final byte[] maskingKey;
  private final ShownColumns shown;
  private final Map<Long, List<NormalisedRecord>> made = new HashMap<>();

  private Previews(TableProfile profile, SampledTable table, byte[] maskingKey) {
    this.profile = profile;
    this.table = table;
    this.maskingKey = maskingKey;
    this.shown = ShownColumns.of(profile, table.sample());
  }

  /**
   * What the profile would make of the table.
   *
   * @param sourceName the source's name, under which the facts know its zone
   */
  public static Preview of(
      TableProfile profile,
      SampledTable table,
      OperationFacts facts,
      String sourceName,
      byte[] maskingKey) {
    return new Previews(profile, table, maskingKey).make(facts, sourceName);
  }

  private Preview make(OperationFacts facts, String sourceName) {
    String problem = null;
    try {
      run(facts, sourceName);
    } catch (FormatException wrong) {
      problem = wrong.getMessage();
    }
    List<Preview.Row> rows = new ArrayList<>();
    long nothing = 0;
    for (int index = 0; index < table.rows().size(); index++) {
      List<NormalisedRecord> records = made.getOrDefault(index + 1L, List.of());
      nothing += records.isEmpty() ? 1 : 0;
      if (index < ROWS) {
        rows.add(row(table.rows().get(index), records));
      }
    }
    return new Preview(
        table.columns(),
        rows,
        table.rows().size(),
        kinds(),
        nothing,
        doubts(),
        table.unreadable(),
        table.unreadableSeen(),
        problem);
  }

  private void run(OperationFacts facts, String sourceName) {
    RecordOutput output =
        new RecordOutput(
            "preview",
            entry ->
                made.computeIfAbsent(entry.origin().row(), row -> new ArrayList<>()).add(entry),
            null,
            new Normaliser(facts.mailboxRules()),
            new Times(facts.timeRules(sourceName, false)));
    TableMapper mapper = new TableMapper(profile, table.columns(), output);
    long number = 0;
    for (SampledRow row : table.rows()) {
      mapper.map(new Origin(NOWHERE, table.name(), ++number), new SampledRowSource(row));
    }
    mapper.finish();
  }

  private Preview.Row row(SampledRow row, List<NormalisedRecord> records) {
    List<Preview.Cell> cells = new ArrayList<>();
    Set<String> hidden = new HashSet<>();
    for (int index = 0; index < table.columns().size(); index++) {
      SampledValue value = row.value(index);
      String text = value.text();
      if (!shown.isShown(index) && text != null) {
        hidden.add(folded(text));
      }
      cells.add(cell(value, shown.isShown(index)));
    }
    return new Preview.Row(
        row.position().line(),
        row.position().byteOffset(),
        cells,
        records.stream().map(entry -> piece(entry, hidden)).toList());
  }

  private Preview.Cell cell(SampledValue value, boolean mayShow) {
    String text = value.text();
    if (text == null && value.isWhole()) {
      return Preview.Cell.EMPTY;
    }
    if (mayShow && value.isWhole() && text != null && ShownColumns.isShort(text)) {
      return new Preview.Cell(text, null);
    }
    byte[] bytes = value.bytes();
    MaskedValue masked =
        value.isWhole() && bytes != null
            ? MaskedValue.of(bytes, maskingKey)
            : MaskedValue.of(value.digest() + "/" + text, maskingKey);
    return new Preview.Cell(null, new MaskedValue(value.lengthBytes(), masked.digest()));
  }

  private Preview.Piece piece(NormalisedRecord entry, Set<String> hidden) {
    List<RecordColumn> columns = entry.kind().columns();
    @Nullable Object[] values = entry.values();
    List<Preview.Field> fields = new ArrayList<>();
    for (int index = 0; index < values.length; index++) {
      Object value = values[index];
      String name = columns.get(index + 3).name();
      if (value != null && !name.equals("system")) {
        fields.add(new Preview.Field(name, cell(value.toString(), hidden)));
      }
    }
    return new Preview.Piece(entry.kind().dataSet(), fields);
  }

  private Preview.Cell cell(String value, Set<String> hidden) {
    return ShownColumns.isShort(value) && !hidden.contains(folded(value))
        ? new Preview.Cell(value, null)
        : new Preview.Cell(null, MaskedValue.of(value, maskingKey));
  }

  private static String folded(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }

  private Map<String, Long> kinds() {
    Map<String, Long> kinds = new LinkedHashMap<>();
    for (RecordKind kind : RecordKind.values()) {
      long count =
          made.values().stream().flatMap(List::stream).filter(e -> e.kind() == kind).count();
      if (count > 0) {
        kinds.put(kind.dataSet(), count);
      }
    }
    return kinds;
  }

  private Map<String, Long> doubts() {
    Map<String, Long> doubts = new TreeMap<>();
    made.values().forEach(records -> records.forEach(entry -> Doubts.of(entry, doubts)));
    return doubts;
  }
}
