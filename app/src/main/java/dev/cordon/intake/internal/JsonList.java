package dev.cordon.intake.internal;

import dev.cordon.formats.profiles.Profiles;
import dev.cordon.formats.profiles.TableProfile;
import dev.cordon.formats.returns.JsonElement;
import dev.cordon.intake.Origin;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One list of JSON while it is read. Which profile fits is told by its first elements; until one
 * does, some wait. What none fits is counted, and of its elements place and length are kept.
 */
final class JsonList {

  private static final int MOST_WAITING = 100;

  private final Part part;
  private final String table;
  private final Profiles profiles;
  private final UnaryOperator<String> tables;
  private final Counts counts;
  private final List<JsonElement> waiting = new ArrayList<>();
  private boolean isSettled;
  private @Nullable TableProfile profile;
  private List<String> columns = List.of();
  private @Nullable TableMapper mapper;
  private String product = "";

  JsonList(Part part, String table, Profiles profiles, UnaryOperator<String> tables) {
    this.part = part;
    this.table = table;
    this.tables = tables;
    this.profiles = profiles;
    this.counts = new Counts(part, table);
  }

  /** Whether its elements are units of the balance. */
  boolean isCounted() {
    TableProfile known = profile;
    return known == null || !Boolean.FALSE.equals(known.counted());
  }

  Counts counts() {
    return counts;
  }

  /** Whose return it is; empty where no profile fits. */
  String product() {
    return product;
  }

  /**
   * Whether the element is ready to be written: the element around it is known by one of the fields
   * that name its account, or plays no part.
   */
  boolean isReady(JsonElement element) {
    settle(element);
    TableProfile known = profile;
    JsonElement around = element.parent();
    if (known == null || around == null) {
      return true;
    }
    return known.columns().getOrDefault("account", List.of()).stream()
        .filter(alternative -> alternative.startsWith("^."))
        .anyMatch(alternative -> around.field(alternative.substring(2)) != null);
  }

  void write(JsonElement element) {
    settle(element);
    if (isSettled) {
      tell(element);
      return;
    }
    waiting.add(element);
    if (waiting.size() == MOST_WAITING) {
      giveUp();
    }
  }

  /** Writes what still waits. */
  void finish() {
    giveUp();
    if (mapper != null) {
      mapper.finish();
    }
  }

  private void giveUp() {
    isSettled = true;
    waiting.forEach(this::tell);
    waiting.clear();
  }

  private void settle(JsonElement element) {
    if (isSettled) {
      return;
    }
    List<String> fields = fields(element);
    Optional<Profiles.Match> found = profiles.findList(element.list(), fields);
    part.tally().met(part.table(table), "json", element.list(), fields, found);
    Profiles.Match match = found.orElse(null);
    if (match == null) {
      return;
    }
    TableProfile known = match.table();
    Set<String> names = new LinkedHashSet<>(known.recognise());
    known.columns().values().forEach(names::addAll);
    String called = match.profile().product();
    product = called == null ? match.profile().name() : called;
    columns = List.copyOf(names);
    mapper = new TableMapper(known, columns, part.output());
    profile = known;
    giveUp();
  }

  /** The names of an element's fields, those of the element around with a circumflex. */
  private static List<String> fields(JsonElement element) {
    List<String> names = new ArrayList<>(element.fields().keySet());
    JsonElement around = element.parent();
    if (around != null) {
      around.fields().keySet().forEach(field -> names.add("^." + field));
    }
    return names;
  }

  private void tell(JsonElement element) {
    TableMapper present = mapper;
    Fields fields = new Fields(element);
    if (present == null) {
      counts.unmapped(counts.next(), element.position(), null, note(element));
      return;
    }
    Origin origin;
    if (isCounted()) {
      origin = counts.next();
      String key = SourceKeys.text(fields, present.key());
      counts.stored(origin, element.position(), key, note(element));
    } else {
      JsonElement around = element.parent() == null ? element : element.parent();
      String table = part.table(tables.apply(around.list()));
      origin = new Origin(part.source(), table, around.number());
    }
    present.map(origin, fields);
  }

  /** Fields may be called after persons: what is odd is told without them. */
  private static @Nullable String note(JsonElement element) {
    return element.remarks().isEmpty()
        ? null
        : "holds fields that are given twice, too long to be kept, or no JSON ("
            + element.remarks().size()
            + ")";
  }

  /** Shows an element to the mappings; a value that holds media is never shown. */
  private final class Fields implements RowSource {

    private final JsonElement element;

    Fields(JsonElement element) {
      this.element = element;
    }

    @Override
    public @Nullable String text(int column) {
      String text = field(columns.get(column));
      return text != null && part.holdsMedia() && RecordTable.isMedia(text) ? null : text;
    }

    private @Nullable String field(String name) {
      if (!name.startsWith("^.")) {
        return element.field(name);
      }
      JsonElement around = element.parent();
      return around == null ? null : around.field(name.substring(2));
    }

    @Override
    public byte @Nullable [] bytes(int column) {
      String text = text(column);
      return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public long length(int column) {
      String text = field(columns.get(column));
      return text == null ? 0 : text.getBytes(StandardCharsets.UTF_8).length;
    }
  }
}
