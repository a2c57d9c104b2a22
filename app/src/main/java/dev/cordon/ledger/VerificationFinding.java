package dev.cordon.ledger;

import java.util.List;

/**
 * One check of a verification and what came of it.
 *
 * @param check its name
 * @param held whether it held
 * @param detail what was found
 */
public record VerificationFinding(String check, boolean held, String detail) {

  private static final String HELD = "held";
  private static final String FAILED = "failed";

  /** What a failed check means and what to do next, in plain words; empty where it held. */
  public String next() {
    return held ? "" : VerificationWords.next(check);
  }

  /** As it is stored. */
  String line() {
    return (held ? HELD : FAILED) + "\n" + check + "\n" + detail;
  }

  static VerificationFinding of(String line) {
    List<String> parts = List.of(line.split("\n", 3));
    return new VerificationFinding(parts.get(1), parts.getFirst().equals(HELD), parts.get(2));
  }
}
