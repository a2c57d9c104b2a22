package dev.cordon.intake.internal;

import dev.cordon.formats.Position;
import dev.cordon.formats.profiles.Profiles;
import dev.cordon.formats.profiles.TableProfile;
import dev.cordon.formats.returns.JsonElement;
import dev.cordon.formats.returns.JsonHandler;
import dev.cordon.formats.returns.JsonListParser;
import dev.cordon.intake.Balance;
import dev.cordon.intake.Origin;
import dev.cordon.intake.SourceId;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a provider's return in JSON. */
public final class JsonReader implements SourceReader, JsonHandler {

  private static final int MOST_HELD = 100_000;

  private final SourceId source;
  private final String name;
  private final Profiles profiles;
  private final RecordOutput output;
  private final Map<String, JsonList> lists = new LinkedHashMap<>();
  private final List<JsonElement> held = new ArrayList<>();
  private String product = "";
  private boolean isCut;

  /** For one source, judged before. */
  public JsonReader(String name, Judgement judgement, Profiles profiles, RecordOutput output) {
    this.source = judgement.id();
    this.name = name;
    this.profiles = profiles;
    this.output = output;
  }

  @Override
  public List<String> read(InputStream content) throws IOException {
    List<String> notes = new ArrayList<>();
    JsonListParser.parse(content, this).ifPresent(reason -> notes.add(name + " " + reason));
    isCut = !notes.isEmpty();
    held.forEach(this::write);
    held.clear();
    return notes;
  }

  @Override
  public void element(JsonElement element) {
    if (element.parent() == null) {
      held.forEach(this::write);
      held.clear();
      write(element);
    } else if (held.size() < MOST_HELD && !isNamed(element)) {
      held.add(element);
    } else {
      write(element);
    }
  }

  /** Whether the element around is already known by one of the fields that name its account. */
  private boolean isNamed(JsonElement element) {
    JsonList list = list(element);
    JsonElement parent = element.parent();
    return list == null || parent != null && list.isNamed(parent);
  }

  @Override
  public void broken(String list, long number, Position position) {
    JsonList known = lists.get(list);
    if (known != null && known.isCounted()) {
      known.counts().quarantined(known.counts().next(), position, "the JSON breaks off inside it");
    }
  }

  @Override
  public List<Balance> balances() {
    return lists.entrySet().stream()
        .filter(entry -> entry.getValue().isCounted())
        .sorted(Map.Entry.comparingByKey())
        .map(entry ->
            entry
                .getValue()
                .counts()
                .balance(name + "/" + last(entry.getKey()), "JSON leaf record"))
        .toList();
  }

  @Override
  public boolean isCut() {
    return isCut;
  }

  @Override
  public String form() {
    return product.isEmpty() ? "JSON" : product + " JSON";
  }

  private void write(JsonElement element) {
    JsonList list = list(element);
    if (list == null) {
      return;
    }
    Origin origin;
    if (list.isCounted()) {
      origin = list.counts().next();
      list.counts().stored(origin, element.position(), list.key(element), null);
    } else {
      JsonElement around = element.parent() == null ? element : element.parent();
      origin = new Origin(source, last(around.list()), around.number());
    }
    list.map(origin, element);
  }

  private @Nullable JsonList list(JsonElement element) {
    JsonList known = lists.get(element.list());
    if (known != null) {
      return known;
    }
    List<String> fields = JsonList.fields(element);
    Profiles.Match match = profiles.findList(element.list(), fields).orElse(null);
    if (match == null) {
      return null;
    }
    TableProfile table = match.table();
    String called = match.profile().product();
    product = called == null ? match.profile().name() : called;
    JsonList opened = new JsonList(table, new Counts(source, last(element.list()), output), output);
    lists.put(element.list(), opened);
    return opened;
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }
}
