package dev.cordon.hashing;

import java.util.List;

/** One JSON object on one line, written field by field. Control characters are escaped. */
public final class JsonLine {

  private final StringBuilder line = new StringBuilder("{");

  /** A text. */
  public JsonLine text(String key, String value) {
    return raw(key, SafeText.json(value));
  }

  /** A text that is left out where it is empty. */
  public JsonLine textIfAny(String key, String value) {
    return value.isEmpty() ? this : text(key, value);
  }

  /** A whole number. */
  public JsonLine number(String key, long value) {
    return raw(key, String.valueOf(value));
  }

  /** True or false. */
  public JsonLine truth(String key, boolean value) {
    return raw(key, String.valueOf(value));
  }

  /** A list of texts. */
  public JsonLine texts(String key, List<String> values) {
    return raws(key, values.stream().map(SafeText::json).toList());
  }

  /** A list of values that are JSON already. */
  public JsonLine raws(String key, List<String> values) {
    return raw(key, "[" + String.join(",", values) + "]");
  }

  /** A value that is JSON already. */
  public JsonLine raw(String key, String json) {
    if (line.length() > 1) {
      line.append(',');
    }
    line.append('"').append(key).append("\":").append(json);
    return this;
  }

  /** The object, without a line break. */
  @Override
  public String toString() {
    return line + "}";
  }
}
