package dev.cordon.exercise.files;

import dev.cordon.exercise.cast.Dice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Inventories of a few seized items in the form {@code ./cordon triage} writes: numbers and words
 * of the program only. No file exists or ever existed; names are invented and harmless.
 */
final class Inventories {

  private static final int FIRST_OF_SERIES = 20;
  private static final int END_OF_SERIES = 26;
  private static final int FIRST_ALIKE = 40;
  private static final int END_ALIKE = 45;
  private static final List<String> REASONS =
      List.of(
          "could not be decoded: png ends too early",
          "could not be decoded: there is no decoder for its form (JPEG XL)");
  private static final JsonMapper JSON = new JsonMapper();

  private final long seed;
  private final Path directory;

  Inventories(long seed, Path directory) {
    this.seed = seed;
    this.directory = directory.resolve("inventories");
  }

  /**
   * Writes the files of one item.
   *
   * @param rows sha256, md5, pdq, quality, size and type of each file
   * @param listed whether the examiner's list has the file of that number, from 0
   */
  void write(String item, List<String[]> rows, java.util.function.IntPredicate listed) {
    Path folder = directory.resolve(item);
    try (TextFile inventory = new TextFile(folder.resolve("inventory.jsonl"));
        TextFile names = new TextFile(folder.resolve("names.jsonl"));
        TextFile codes = new TextFile(folder.resolve("codes.jsonl"));
        TextFile matches = new TextFile(folder.resolve("matches.jsonl"))) {
      line(names, Map.of("note", "Names and paths of an exhibit are sealed text."));
      line(codes, Map.of("note", "Perceptual hashes can be partly inverted.", "handling", "H3"));
      for (int file = 0; file < rows.size(); file++) {
        Dice dice = Dice.of(seed, "inventory " + item, file);
        line(inventory, item(file, rows.get(file), dice));
        line(names, fields("item", file + 1, "name", name(file, rows.get(file)[5])));
        line(codes, code(file, rows, dice));
        if (listed.test(file)) {
          line(matches, match(file));
        }
      }
      // One file nobody could read.
      int last = rows.size() + 1;
      line(
          inventory,
          fields(
              "item",
              last,
              "place",
              "file " + last,
              "state",
              "deleted",
              "reason",
              "deleted, and its place belongs to another file by now"));
      line(names, fields("item", last, "name", "old/gone.jpg"));
      line(codes, fields("item", last));
    }
    try (TextFile series = new TextFile(folder.resolve("series.jsonl"));
        TextFile groups = new TextFile(folder.resolve("groups.jsonl"))) {
      line(
          series,
          fields("series", 1, "by", "name", "items", numbers(FIRST_OF_SERIES, END_OF_SERIES)));
      line(
          groups,
          fields(
              "by", "similar", "group", 1, "items", numbers(FIRST_ALIKE, END_ALIKE), "radius", 31));
    }
  }

  private static void line(TextFile out, Map<String, Object> fields) {
    out.text(JSON.writeValueAsString(fields)).text("\n");
  }

  private static Map<String, Object> fields(Object... pairs) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (int at = 0; at < pairs.length; at += 2) {
      fields.put((String) pairs[at], pairs[at + 1]);
    }
    return fields;
  }

  private static List<Integer> numbers(int from, int end) {
    List<Integer> numbers = new ArrayList<>();
    for (int file = from; file < end; file++) {
      numbers.add(file + 1);
    }
    return numbers;
  }

  private static boolean isAlike(int file) {
    return file >= FIRST_ALIKE && file < END_ALIKE;
  }

  private static boolean isPicture(int file, String[] row) {
    return row[5].startsWith("image/") || isAlike(file);
  }

  private static String name(int file, String type) {
    if (file >= FIRST_OF_SERIES && file < END_OF_SERIES) {
      return "DCIM/IMG_%04d.jpg".formatted(1000 + file);
    }
    return "files/%02d.%s".formatted(file + 1, type.substring(type.indexOf('/') + 1));
  }

  private Map<String, Object> item(int file, String[] row, Dice dice) {
    Map<String, Object> fields =
        fields("item", file + 1, "place", "file " + (file + 1), "state", "present");
    fields.put("size", Long.parseLong(row[4]));
    fields.put("md5", row[1]);
    fields.put("sha1", dice.hex(40));
    fields.put("sha256", row[0]);
    boolean isVideo = row[5].startsWith("video/");
    boolean isBroken = file % 30 == 11;
    if (isBroken) {
      fields.put("reason", dice.pick(REASONS));
    } else if (isPicture(file, row) || isVideo) {
      fields.put("format", isVideo ? "mp4/h264" : row[5].replaceFirst(".*/", ""));
      fields.put("width", isVideo ? 1280 : 4032);
      fields.put("height", isVideo ? 720 : 3024);
      fields.put("pdq_quality", quality(row));
      fields.put("decode_path", isVideo ? "ffmpeg-frame" : "ffmpeg-full");
      if (isVideo) {
        fields.put("frames", 2);
      }
      marks(file, dice, fields);
    } else {
      fields.put("reason", "not a picture or video");
    }
    return fields;
  }

  private void marks(int file, Dice dice, Map<String, Object> fields) {
    Map<String, Object> marks = new LinkedHashMap<>();
    List<String> says = new ArrayList<>();
    boolean isOfSeries = file >= FIRST_OF_SERIES && file < END_OF_SERIES;
    if (isOfSeries || dice.chance(0.2)) {
      says.add("names a camera");
      String camera = Dice.of(seed, "camera", isOfSeries ? file / 60 : dice.below(6)).hex(64);
      marks.put("camera", Map.of("model_digest", camera));
      marks.put(
          "taken_says",
          "202%d-0%d-11T1%d:30:0%d".formatted(1 + file % 5, 1 + file % 9, file % 10, file % 10));
    }
    if (dice.chance(0.15)) {
      says.add("carries a mark that says digital source type trainedAlgorithmicMedia (xmp)");
      marks.put(
          "generators",
          List.of(
              Map.of(
                  "tool", "A1111, Forge or alike",
                  "carrier", "png",
                  "key", "parameters",
                  "digest", dice.hex(64))));
    }
    if (dice.chance(0.05)) {
      says.add("holds a geographic position");
      marks.put("has_position", true);
    }
    if (!says.isEmpty()) {
      marks.put("says", says);
      fields.put("marks", marks);
    }
  }

  private static int quality(String[] row) {
    return row[3].isEmpty() ? 90 : Integer.parseInt(row[3]);
  }

  private Map<String, Object> code(int file, List<String[]> rows, Dice dice) {
    String[] row = rows.get(file);
    Map<String, Object> fields = fields("item", file + 1);
    boolean isVideo = row[5].startsWith("video/");
    if (file % 30 == 11 || !(isVideo || isPicture(file, row))) {
      return fields;
    }
    String code = row[2].isEmpty() ? dice.hex(64) : row[2];
    if (isAlike(file)) {
      code = Digests.near(Dice.of(seed, "alike", seedOf(rows)).hex(64), dice);
    }
    fields.put("pdq", code);
    fields.put("pdq_quality", quality(row));
    if (isVideo) {
      fields.put(
          "frames",
          List.of(
              fields("frame", 0, "seconds", 0.0, "pdq_quality", 90, "pdq", code),
              fields("frame", 25, "seconds", 1.0, "pdq_quality", 90, "pdq", dice.hex(64))));
    }
    return fields;
  }

  /** The same for the files of one item. */
  private static long seedOf(List<String[]> rows) {
    return Long.parseUnsignedLong(rows.getFirst()[0].substring(0, 16), 16);
  }

  private static Map<String, Object> match(int file) {
    return fields(
        "item",
        file + 1,
        "list",
        "exercise gold disk",
        "version",
        "2025-01",
        "by",
        "sha256",
        "category",
        Map.of("profile", "UK", "code", "1"),
        "list_says",
        List.of("is_distributed"),
        "place",
        Map.of("file", 1, "byte", 100L * file, "line", file + 2));
  }
}
