package dev.cordon.intake.profiles;

import dev.cordon.intake.Balance;
import dev.cordon.intake.IntakeOutcome;
import dev.cordon.intake.MaskedValue;
import dev.cordon.intake.ProfileTrial;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Writes previews and trials as lines of text. */
final class PreviewText {

  private final Consumer<String> out;

  PreviewText(Consumer<String> out) {
    this.out = out;
  }

  void write(String title, Preview preview) {
    out.accept(title + ": of " + preview.sampledRows() + " sampled rows " + preview.kinds());
    if (preview.problem() != null) {
      out.accept("  cannot be tried: " + preview.problem());
    }
    preview.doubts().forEach((doubt, count) -> out.accept("  " + count + " x " + doubt));
    for (Preview.Row row : preview.rows()) {
      List<String> cells = new ArrayList<>();
      for (int index = 0; index < row.cells().size(); index++) {
        cells.add(preview.columns().get(index) + "=" + text(row.cells().get(index)));
      }
      out.accept("  line " + row.line() + ": " + String.join(" ", cells));
      for (Preview.Piece piece : row.records()) {
        List<String> fields =
            piece.fields().stream().map(field -> field.name() + "=" + text(field.value())).toList();
        out.accept("    -> " + piece.kind() + " " + String.join(" ", fields));
      }
    }
    for (UnreadableRow row : preview.unreadable()) {
      out.accept("  would be quarantined: line " + row.position().line() + ": " + row.reason());
    }
  }

  void write(ProfileTrial trial) {
    switch (trial.outcome()) {
      case IntakeOutcome.Taken taken -> {
        for (Balance balance : taken.report().balances()) {
          out.accept(
              "%s: %d in = %d stored + %d quarantined + %d duplicates"
                  .formatted(
                      balance.name(),
                      balance.rowsIn(),
                      balance.stored(),
                      balance.quarantined(),
                      balance.duplicates()));
        }
        taken.report().notes().forEach(out);
      }
      case IntakeOutcome.SameBytes same -> out.accept(same.name() + " was taken in before");
      case IntakeOutcome.HoldsMedia media -> out.accept(media.name() + " holds " + media.found());
      case IntakeOutcome.NotTaken refused -> out.accept(refused.name() + " " + refused.reason());
    }
    if (!trial.kinds().isEmpty()) {
      out.accept("records of the whole file: " + trial.kinds());
    }
    trial
        .reasons()
        .forEach((reason, count) -> out.accept("quarantined: " + count + " x " + reason));
  }

  private static String text(Preview.Cell cell) {
    MaskedValue masked = cell.masked();
    if (masked != null) {
      return "<" + masked.length() + " bytes " + masked.digest() + ">";
    }
    return cell.shown() == null ? "-" : cell.shown();
  }
}
