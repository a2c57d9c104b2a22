package dev.cordon.intake;

/** What came of a file that was to be taken in. */
public sealed interface IntakeOutcome {

  /** The file's name. */
  String name();

  /** It was taken in. */
  record Taken(String name, SourceReport report) implements IntakeOutcome {}

  /** It is a source already: the same bytes, under this name before. */
  record SameBytes(String name, SourceReport report) implements IntakeOutcome {}

  /**
   * A source read again whose copy lies in the vault holds what may not lie there; nothing was
   * changed.
   *
   * @param found what, in words
   * @param isReadable whether it still holds records beside
   */
  record HoldsMedia(String name, String found, boolean isReadable) implements IntakeOutcome {}

  /**
   * It was not taken in; the reason is one clear line.
   *
   * @param isDefect whether something is wrong with the file, rather than it being of no use here
   */
  record NotTaken(String name, String reason, boolean isDefect) implements IntakeOutcome {}
}
