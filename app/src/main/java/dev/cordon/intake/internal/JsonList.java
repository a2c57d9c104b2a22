package dev.cordon.intake.internal;

import dev.cordon.formats.profiles.TableProfile;
import dev.cordon.formats.returns.JsonElement;
import dev.cordon.intake.Origin;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One list of a JSON return while it is read. */
final class JsonList {

  private final TableProfile profile;
  private final Counts counts;
  private final List<String> columns;
  private final TableMapper mapper;

  JsonList(TableProfile profile, Counts counts, RecordOutput output) {
    this.profile = profile;
    this.counts = counts;
    Set<String> names = new LinkedHashSet<>(profile.recognise());
    profile.columns().values().forEach(names::addAll);
    this.columns = List.copyOf(names);
    this.mapper = new TableMapper(profile, columns, output);
  }

  /** The names of an element's fields, those of the element around with a circumflex. */
  static List<String> fields(JsonElement element) {
    List<String> names = new ArrayList<>(element.fields().keySet());
    JsonElement parent = element.parent();
    if (parent != null) {
      parent.fields().keySet().forEach(field -> names.add("^." + field));
    }
    return names;
  }

  boolean isCounted() {
    return !Boolean.FALSE.equals(profile.counted());
  }

  Counts counts() {
    return counts;
  }

  boolean isNamed(JsonElement parent) {
    List<String> names = profile.columns().getOrDefault("account", List.of());
    return names.stream()
        .filter(alternative -> alternative.startsWith("^."))
        .anyMatch(alternative -> parent.field(alternative.substring(2)) != null);
  }

  @Nullable String key(JsonElement element) {
    return SourceKeys.text(new Fields(element), mapper.key());
  }

  void map(Origin origin, JsonElement element) {
    mapper.map(origin, new Fields(element));
  }

  /** Shows an element to the mappings. */
  private final class Fields implements RowSource {

    private final JsonElement element;

    Fields(JsonElement element) {
      this.element = element;
    }

    @Override
    public @Nullable String text(int column) {
      String name = columns.get(column);
      if (!name.startsWith("^.")) {
        return element.field(name);
      }
      JsonElement parent = element.parent();
      return parent == null ? null : parent.field(name.substring(2));
    }

    @Override
    public byte @Nullable [] bytes(int column) {
      String text = text(column);
      return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public long length(int column) {
      byte[] bytes = bytes(column);
      return bytes == null ? 0 : bytes.length;
    }
  }
}
