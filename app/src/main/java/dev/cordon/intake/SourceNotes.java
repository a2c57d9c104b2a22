package dev.cordon.intake;

import dev.cordon.formats.content.Content;
import dev.cordon.formats.sqlite.SqliteReader;
import dev.cordon.intake.internal.Judgement;
import dev.cordon.intake.internal.Tally;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a reader of a source must know, one clear line each. */
final class SourceNotes {

  private static final int MOST_TABLES = 5;

  private SourceNotes() {}

  static List<String> of(
      String name,
      Original original,
      Judgement judgement,
      Tally tally,
      List<Balance> balances,
      List<String> ofReader)
      throws IOException {
    List<String> notes = new ArrayList<>(ofReader);
    if (judgement.content() instanceof Content.SqliteDatabase) {
      for (Path file : original.file().stream().toList()) {
        SqliteReader.notesBeside(file).forEach(note -> notes.add(name + ": " + note));
      }
    }
    judgement
        .damage()
        .map(damage -> name + " " + damage + "; what came before is kept and counted")
        .filter(note -> !notes.contains(note))
        .ifPresent(notes::add);
    if (judgement.mediaFound() > 0) {
      notes.add(media(name, judgement));
    }
    if (judgement.mediaFound() == 0 && !judgement.mayBeCopied()) {
      notes.add(
          name
              + " could not be looked into in "
              + places(judgement.findings().unjudged())
              + ": sealed by reference, its bytes are not copied");
    }
    if (tally.unmappedRows() > 0) {
      notes.add(unmapped(name, tally, balances.size()));
    }
    return notes;
  }

  private static String media(String name, Judgement judgement) {
    return name
        + " holds media in "
        + places(judgement.mediaFound())
        + " (the first: "
        + judgement.media().getFirst()
        + "): sealed by reference, its bytes are not copied, the other columns are records";
  }

  /** What keeps the bytes from being in the vault, in words. */
  static String found(Judgement judgement) {
    String media =
        judgement.mediaFound() == 0
            ? ""
            : "media in "
                + places(judgement.mediaFound())
                + " (the first: "
                + judgement.media().getFirst()
                + ")";
    long unjudged = judgement.findings().unjudged();
    String rest = unjudged == 0 ? "" : places(unjudged) + " that could not be looked into";
    return media.isEmpty() || rest.isEmpty() ? media + rest : media + " and " + rest;
  }

  private static String places(long count) {
    return count == 1 ? "1 place" : count + " places";
  }

  private static String unmapped(String name, Tally tally, int tables) {
    List<String> unmapped = tally.unmappedTables();
    String kept = tally.unmappedRows() + " rows kept as they are; propose a profile";
    if (tables == 1) {
      return name + ": no profile fits: " + kept;
    }
    String first = String.join(", ", unmapped.subList(0, Math.min(MOST_TABLES, unmapped.size())));
    String more =
        unmapped.size() > MOST_TABLES ? " and " + (unmapped.size() - MOST_TABLES) + " more" : "";
    return name
        + ": no profile fits "
        + unmapped.size()
        + " of "
        + tables
        + " tables ("
        + first
        + more
        + "): "
        + kept;
  }
}
