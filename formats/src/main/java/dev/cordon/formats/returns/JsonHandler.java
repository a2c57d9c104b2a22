package dev.cordon.formats.returns;

import dev.cordon.formats.Position;

/** Receives the elements of lists; an inner element comes before the one around it. */
@FunctionalInterface
public interface JsonHandler {

  /** An element that has been read to its end. */
  void element(JsonElement element);

  /** An element in which the text broke off; the innermost comes first. */
  default void broken(String list, long number, Position position) {}

  /** A line of JSON lines that cannot be read; reading goes on with the next. */
  default void brokenLine(long number, Position position, String reason) {
    broken("", number, position);
  }
}
