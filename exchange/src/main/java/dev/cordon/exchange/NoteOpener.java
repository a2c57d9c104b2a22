package dev.cordon.exchange;

/** Opens signed notes with the keys its holder trusts. */
@FunctionalInterface
public interface NoteOpener {

  /**
   * The signed text. Must throw a {@link RuntimeException} naming the reason when no trusted key
   * signed it.
   */
  String open(String note);
}
