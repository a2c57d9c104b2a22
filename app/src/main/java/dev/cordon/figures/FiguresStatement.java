package dev.cordon.figures;

import dev.cordon.kernel.digest.Sha256;
import dev.cordon.ledger.ReceiptWords;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * What the receipt of published figures says. {@code sha256} and {@code size} are those of the
 * frozen content, which {@code verify --source} compares.
 */
final class FiguresStatement {

  private FiguresStatement() {}

  /** The words about these figures. */
  static ReceiptWords of(UUID publication, Figures figures, String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    ReceiptWords words =
        new ReceiptWords("cordon-figures", 1)
            .line("operation", figures.operation())
            .line("publication", publication)
            .line("as-of", figures.asOf().toString())
            .line("size", bytes.length)
            .line("sha256", Sha256.hex(bytes));
    for (Figure figure : figures.figures()) {
      words.line(
          "figure",
          figure.name()
              + " version "
              + figure.version()
              + " value "
              + figure.value()
              + " "
              + figure.unit());
    }
    return words;
  }
}
