package dev.cordon.formats.tips;

import dev.cordon.formats.Position;

/** Receives what a file of CyberTipline reports holds, in its order. */
public interface TipHandler {

  /** A report's head; after its persons and files. */
  void report(TipReport report);

  /** A person or account. */
  void person(TipPerson person);

  /** A file the report is about. */
  void file(TipFile file);

  /**
   * A part that is refused: an embedded file, for one. Of its bytes nothing is kept.
   *
   * @param element the element it stands in
   * @param lengthCharacters how long it is
   */
  void refused(Position position, String element, long lengthCharacters, String reason);

  /** Where the file can no longer be read; what came before is kept. */
  void broken(Position position, String reason);
}
