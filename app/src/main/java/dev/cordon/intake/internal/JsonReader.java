package dev.cordon.intake.internal;

import dev.cordon.formats.Position;
import dev.cordon.formats.content.Content;
import dev.cordon.formats.profiles.Profiles;
import dev.cordon.formats.returns.JsonElement;
import dev.cordon.formats.returns.JsonHandler;
import dev.cordon.formats.returns.JsonLinesParser;
import dev.cordon.formats.returns.JsonListParser;
import dev.cordon.intake.Balance;
import dev.cordon.intake.Origin;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads JSON: a provider's return, or JSON lines. Every list of objects is a table. */
public final class JsonReader implements SourceReader, JsonHandler {

  private static final int MOST_HELD = 100_000;
  private static final int MOST_LISTS = 1000;
  private static final String FURTHER = "further lists";
  private static final int MOST_NAMED = 30;
  private static final Pattern NAMES =
      Pattern.compile("[A-Za-z_][A-Za-z0-9_-]{0,63}(\\.[A-Za-z_][A-Za-z0-9_-]{0,63})*+");

  private final Part part;
  private final boolean isLines;
  private final Profiles profiles;
  private final Map<String, JsonList> lists = new LinkedHashMap<>();
  private final Map<String, String> tables = new LinkedHashMap<>();
  private final List<JsonElement> held = new ArrayList<>();
  private boolean isCut;

  /** For one part, looked through before. */
  public JsonReader(Part part, Profiles profiles) {
    this.part = part;
    this.isLines = part.findings().content() instanceof Content.JsonLines;
    this.profiles = profiles;
  }

  @Override
  public List<String> read(PartBytes bytes) throws IOException {
    List<String> notes = new ArrayList<>();
    if (isLines) {
      JsonLinesParser.parse(bytes.stream(), this);
    } else {
      JsonListParser.parse(bytes.stream(), this)
          .ifPresent(reason -> notes.add(part.title() + " " + reason));
      isCut = !notes.isEmpty();
    }
    writeHeld();
    lists.values().forEach(JsonList::finish);
    return notes;
  }

  @Override
  public void element(JsonElement element) {
    if (element.parent() == null) {
      writeHeld();
      list(element.list()).write(element);
    } else if (held.size() < MOST_HELD && !list(element.list()).isReady(element)) {
      held.add(element);
    } else {
      list(element.list()).write(element);
    }
  }

  private void writeHeld() {
    held.forEach(element -> list(element.list()).write(element));
    held.clear();
  }

  @Override
  public void broken(String list, long number, Position position) {
    quarantine(list, position, "the JSON breaks off inside it");
  }

  @Override
  public void brokenLine(long number, Position position, String reason) {
    quarantine("", position, reason);
  }

  private void quarantine(String path, Position position, String reason) {
    JsonList list = list(path);
    if (list.isCounted()) {
      Origin origin = list.counts().next();
      list.counts().quarantined(origin, position, reason);
    }
  }

  @Override
  public List<Balance> balances() {
    Map<String, Balance> balances = new TreeMap<>();
    for (Map.Entry<String, JsonList> entry : lists.entrySet()) {
      if (entry.getValue().isCounted()) {
        String line = isLines && entry.getKey().isEmpty() ? part.onlyLine("records") : line(entry);
        balances.put(entry.getKey(), entry.getValue().counts().balance(line, "JSON leaf record"));
      }
    }
    return List.copyOf(balances.values());
  }

  private String line(Map.Entry<String, JsonList> entry) {
    return part.line(table(entry.getKey()));
  }

  @Override
  public boolean isCut() {
    return isCut;
  }

  @Override
  public String form() {
    String product =
        lists.values().stream()
            .map(JsonList::product)
            .filter(name -> !name.isEmpty())
            .reduce("", (first, next) -> next);
    String form = isLines ? "JSON lines" : "JSON";
    return product.isEmpty() ? form : product + " " + form;
  }

  private JsonList list(String path) {
    JsonList known = lists.get(path);
    if (known == null && lists.size() >= MOST_LISTS) {
      return lists.computeIfAbsent(
          FURTHER, name -> new JsonList(part, FURTHER, profiles, this::table));
    }
    if (known == null) {
      known = new JsonList(part, table(path), profiles, this::table);
      lists.put(path, known);
    }
    return known;
  }

  /**
   * What the list at this path is called: by its last name, as far as names are plain and few.
   * Others may be addresses or names of persons; such a list has a number.
   */
  private String table(String path) {
    String known = tables.get(path);
    if (known != null) {
      return known;
    }
    if (tables.size() > MOST_LISTS) {
      return FURTHER;
    }
    String last = path.substring(path.lastIndexOf('.') + 1);
    boolean isPlain = tables.size() < MOST_NAMED && NAMES.matcher(path).matches();
    String plain = path.isEmpty() ? "records" : isPlain ? last : "list 1";
    String unused = plain;
    for (int count = 2; tables.containsValue(unused); count++) {
      unused = plain.equals("list 1") ? "list " + count : plain + "#" + count;
    }
    tables.put(path, unused);
    return unused;
  }
}
