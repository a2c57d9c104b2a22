package dev.cordon.triage;

import dev.cordon.triage.DigestImport.Quarantined;
import java.util.ArrayList;
import java.util.List;

/** Counts while the lines of one part of an inventory go by. Not thread-safe. */
final class TakenPart {

  /** More broken lines than this are no inventory; nothing of it is taken in. */
  static final int MOST_QUARANTINED = 100_000;

  long rowsIn;
  long stored;
  long decoded;
  long undecoded;
  long unread;

  /** The handling code of what comes, as its first line says; the most careful one without. */
  String handling = "H3";

  /** Whether codes stood in the inventory itself. */
  boolean inline;

  final List<Quarantined> quarantined = new ArrayList<>();

  void aside(long line, String reason) {
    if (quarantined.size() >= MOST_QUARANTINED) {
      throw new dev.cordon.RefusedException(
          "More than "
              + MOST_QUARANTINED
              + " lines can not be read, the last of them line "
              + line
              + ": "
              + reason
              + ". Nothing was taken in; see whether it is the right file.");
    }
    quarantined.add(new Quarantined(line, reason));
  }
}
