package dev.cordon.intake.profiles;

import dev.cordon.formats.Position;
import dev.cordon.formats.returns.JsonElement;
import dev.cordon.formats.returns.JsonHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Samples the lists of a JSON file or of JSON lines. */
final class JsonSampler implements JsonHandler {

  private final SampleDraft draft;
  private final String prefix;

  JsonSampler(SampleDraft draft, String prefix) {
    this.draft = draft;
    this.prefix = prefix;
  }

  @Override
  public void element(JsonElement element) {
    TableDraft table = at(element.list());
    if (table == null || !table.wants()) {
      return;
    }
    List<SampledValue> values = new ArrayList<>();
    for (Map.Entry<String, String> field : element.fields().entrySet()) {
      int place = table.place(field.getKey());
      if (place < 0) {
        draft.note(element.list() + " has more than " + draft.limits().columns() + " fields.");
        continue;
      }
      while (values.size() <= place) {
        values.add(SampledValue.NONE);
      }
      values.set(place, TextValues.of(field.getValue(), draft.limits()));
    }
    table.keep(element.position(), values);
  }

  @Override
  public void broken(String list, long number, Position position) {
    unreadable(list, position, "the text breaks off in it");
  }

  @Override
  public void brokenLine(long number, Position position, String reason) {
    unreadable("", position, reason);
  }

  private void unreadable(String list, Position position, String reason) {
    TableDraft table = at(list);
    if (table != null) {
      table.unreadable(position, reason);
    }
  }

  private @org.jspecify.annotations.Nullable TableDraft at(String list) {
    return draft.table(prefix + (list.isEmpty() ? "lines" : list), "json", list, null, List.of());
  }
}
