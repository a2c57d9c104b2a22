package dev.cordon.formats.returns;

import dev.cordon.formats.Position;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object in a list: the list's path ({@code accounts.logins}), the number of this element in all
 * lists of that path (from 1), its scalar fields (those of inner objects with their path, values of
 * inner plain lists numbered), and the element around it with the fields read so far.
 */
public record JsonElement(
    String list,
    long number,
    Position position,
    Map<String, String> fields,
    @Nullable JsonElement parent) {

  /** The field's text, or null. */
  public @Nullable String field(String path) {
    return fields.get(path);
  }
}
