package dev.cordon.figures;

import dev.cordon.kernel.digest.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What the receipt of published figures says, in its exact words: lines of {@code name value},
 * UTF-8, each ended by a line feed. {@code sha256} and {@code size} are those of the frozen
 * content, which {@code verify --source} compares.
 */
final class FiguresStatement {

  private FiguresStatement() {}

  /** The words about these figures. */
  static String of(UUID publication, Figures figures, String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    List<String> lines = new ArrayList<>();
    lines.add("cordon-figures 1");
    lines.add("operation " + figures.operation());
    lines.add("publication " + publication);
    lines.add("as-of " + figures.asOf());
    lines.add("size " + bytes.length);
    lines.add("sha256 " + Sha256.hex(bytes));
    for (Figure figure : figures.figures()) {
      lines.add(
          "figure "
              + figure.name()
              + " version "
              + figure.version()
              + " value "
              + figure.value()
              + " "
              + figure.unit());
    }
    return String.join("\n", lines) + "\n";
  }
}
