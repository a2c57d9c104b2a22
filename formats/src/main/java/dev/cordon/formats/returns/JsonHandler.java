package dev.cordon.formats.returns;

/** Receives the elements of lists; an inner element comes before the one around it. */
@FunctionalInterface
public interface JsonHandler {

  /** An element that has been read to its end. */
  void element(JsonElement element);
}
