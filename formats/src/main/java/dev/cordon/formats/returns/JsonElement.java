package dev.cordon.formats.returns;

import dev.cordon.formats.Position;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object in a list: the list's path ({@code accounts.logins}), the number of this element in all
 * lists of that path (from 1), its scalar fields (those of inner objects with their path, values of
 * inner plain lists numbered; a field that stands there again as {@code name#2}), the element
 * around it with the fields read so far, and what is odd about it.
 */
public record JsonElement(
    String list,
    long number,
    Position position,
    Map<String, String> fields,
    @Nullable JsonElement parent,
    List<String> remarks) {

  /** The field's text, or null. */
  public @Nullable String field(String path) {
    return fields.get(path);
  }
}
