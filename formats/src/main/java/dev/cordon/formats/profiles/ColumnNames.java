package dev.cordon.formats.profiles;

import dev.cordon.formats.FormatException;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the names of columns hint at, from a data file. */
final class ColumnNames {

  private static final String FILE = "column-names.yaml";
  private static final Map<String, ColumnMeaning> HINTS = load();

  private ColumnNames() {}

  /** A hint and the words of the name that gave it. */
  record Hint(ColumnMeaning meaning, String words) {}

  private static Map<String, ColumnMeaning> load() {
    try (InputStream file = ColumnNames.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new FormatException(FILE + " is missing");
      }
      Map<String, ColumnMeaning> hints = new HashMap<>();
      if (ProfileYaml.read(FILE, file.readAllBytes()) instanceof ProfileNode.Fields fields) {
        fields
            .values()
            .forEach((word, list) -> {
              if (list instanceof ProfileNode.Sequence sequence) {
                sequence.items().forEach(item -> put(hints, item, ColumnMeaning.ofWord(word)));
              }
            });
      }
      return Map.copyOf(hints);
    } catch (IOException failure) {
      throw new FormatException(FILE + " cannot be read", failure);
    }
  }

  private static void put(
      Map<String, ColumnMeaning> hints, ProfileNode item, ColumnMeaning meaning) {
    if (item instanceof ProfileNode.Scalar scalar) {
      hints.put(scalar.text(), meaning);
    }
  }

  /** The hint of the longest run of words; null without one. */
  static @Nullable Hint of(String column) {
    String[] words = words(column).split(" ");
    for (int length = words.length; length > 0; length--) {
      for (int start = words.length - length; start >= 0; start--) {
        String run = String.join(" ", java.util.Arrays.copyOfRange(words, start, start + length));
        ColumnMeaning meaning = HINTS.get(run);
        if (meaning != null) {
          return new Hint(meaning, run);
        }
      }
    }
    return null;
  }

  /** The name in lower-case words without accents. */
  static String words(String column) {
    String spaced =
        column
            .replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2")
            .replaceAll("[^\\p{L}\\p{Nd}]+", " ")
            .strip()
            .toLowerCase(Locale.ROOT)
            .replace("\u00f8", "o")
            .replace("\u00e6", "ae")
            .replace("\u0142", "l");
    return Normalizer.normalize(spaced, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
  }
}
