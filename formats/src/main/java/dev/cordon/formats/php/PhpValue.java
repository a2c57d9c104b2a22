package dev.cordon.formats.php;

import java.util.Map;
import java.util.Optional;

/** A value read from PHP's serialised form. */
public sealed interface PhpValue {

  /** A string, number, boolean or null, as text; null is the empty text. */
  record Scalar(String text) implements PhpValue {}

  /** An array or an object's fields, in order; the keys as text. */
  record Entries(Map<String, PhpValue> values) implements PhpValue {}

  /** The text of a scalar below these keys, empty when there is none. */
  default Optional<String> text(String... path) {
    PhpValue value = this;
    for (String key : path) {
      if (!(value instanceof Entries entries)) {
        return Optional.empty();
      }
      PhpValue next = entries.values().get(key);
      if (next == null) {
        return Optional.empty();
      }
      value = next;
    }
    return value instanceof Scalar scalar ? Optional.of(scalar.text()) : Optional.empty();
  }
}
