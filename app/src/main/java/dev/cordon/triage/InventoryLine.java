package dev.cordon.triage;

import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One file of an inventory as {@code ./cordon triage} writes it, checked. It holds no name and no
 * path: {@code place} is made of numbers and a few words.
 *
 * @param item its number, from 1
 * @param sha256 empty where the file could not be read
 * @param isDecoded whether a picture or frames came out of it
 * @param frames how many; 0 where nothing was decoded
 * @param reason why something is missing
 * @param codes perceptual codes where they stand in the inventory itself
 */
record InventoryLine(
    long item,
    String place,
    boolean isDeleted,
    long sizeBytes,
    String md5,
    String sha1,
    String sha256,
    String format,
    int width,
    int height,
    int frames,
    @Nullable Integer quality,
    String decodePath,
    boolean isDecoded,
    String reason,
    String warning,
    List<Mark> marks,
    List<CodeLine.Code> codes) {

  private static final Pattern PLACE = Pattern.compile("[A-Za-z0-9 .:,_/-]{1,300}");
  private static final long MOST_ITEMS = 1_000_000_000_000L;
  private static final int MOST_MARKS = 200;
  private static final int LONGEST_WORDS = 500;

  /** How sentences about marks begin; others are not taken over. */
  private static final Pattern SAYS =
      Pattern.compile(
          "(carries a mark |carries a C2PA |links to a C2PA |names a camera|holds a geographic"
              + " position).*");

  /**
   * A mark a file carries.
   *
   * @param digest keyed, made where the file was read; empty for none
   */
  record Mark(String kind, String words, String digest, @Nullable LocalDateTime taken) {}

  InventoryLine {
    marks = List.copyOf(marks);
    codes = List.copyOf(codes);
  }

  boolean isRead() {
    return !sha256.isEmpty();
  }

  /** Whether it is media, or may be, and could not be decoded. */
  boolean isUndecoded() {
    return isRead() && !isDecoded && reason.startsWith("could not be");
  }

  /**
   * Reads a line.
   *
   * @throws DigestCsv.UnreadableRow saying what is wrong
   */
  static InventoryLine of(JsonNode line) {
    refuseResults(line);
    long item = JsonLines.number(line, "item", 1, MOST_ITEMS);
    String place = JsonLines.text(line, "place", 400);
    if (!PLACE.matcher(place).matches()) {
      throw new DigestCsv.UnreadableRow("place is not made of words and numbers");
    }
    String state = JsonLines.text(line, "state", 20);
    if (!state.equals("present") && !state.equals("deleted")) {
      throw new DigestCsv.UnreadableRow("state is neither present nor deleted");
    }
    String sha256 = JsonLines.hash(line, "sha256", 64);
    String decodePath = JsonLines.text(line, "decode_path", 60);
    String reason = JsonLines.text(line, "reason", LONGEST_WORDS);
    if (sha256.isEmpty() && reason.isEmpty()) {
      throw new DigestCsv.UnreadableRow("there is neither a sha256 nor a reason why not");
    }
    boolean isDecoded = !decodePath.isEmpty();
    List<CodeLine.Code> codes = CodeLine.codes(line, decodePath);
    return new InventoryLine(
        item,
        place,
        state.equals("deleted"),
        sha256.isEmpty() ? 0 : JsonLines.number(line, "size", 0, Long.MAX_VALUE),
        JsonLines.hash(line, "md5", 32),
        JsonLines.hash(line, "sha1", 40),
        sha256,
        JsonLines.text(line, "format", 60),
        dimension(line, "width"),
        dimension(line, "height"),
        isDecoded ? frames(line, codes) : 0,
        line.has("pdq_quality") ? (int) JsonLines.number(line, "pdq_quality", 0, 100) : null,
        decodePath,
        isDecoded,
        reason,
        JsonLines.text(line, "warning", LONGEST_WORDS),
        marks(line.path("marks")),
        codes);
  }

  /** What is worked out from an inventory is worked out here too, and not taken over. */
  private static void refuseResults(JsonNode line) {
    if (line.has("position") && line.has("rule")) {
      throw new DigestCsv.UnreadableRow(
          "a line of review.jsonl: the order is worked out here; send inventory.jsonl");
    }
    if (line.has("items_of_earlier_runs")) {
      throw new DigestCsv.UnreadableRow(
          "this is summary.json: the counts are made here; send inventory.jsonl, and this as its summary");
    }
  }

  private static int dimension(JsonNode line, String field) {
    return line.has(field) ? (int) JsonLines.number(line, field, 0, Integer.MAX_VALUE) : 0;
  }

  private static int frames(JsonNode line, List<CodeLine.Code> codes) {
    return line.path("frames").isNumber()
        ? (int) JsonLines.number(line, "frames", 0, CodeLine.MOST_FRAMES)
        : Math.max(1, codes.size());
  }

  /** The type of its content as far as the format tells. */
  @Nullable String mimeType() {
    String first = format.split("/", 2)[0].toLowerCase(Locale.ROOT);
    return switch (first) {
      case "jpeg", "png", "gif", "bmp", "tiff", "webp", "heif", "avif" -> "image/" + first;
      case "jpeg2000" -> "image/jp2";
      case "mp4", "mpeg", "ogg" -> "video/" + first;
      case "matroska" -> "video/x-matroska";
      case "avi" -> "video/x-msvideo";
      default -> null;
    };
  }

  private static List<Mark> marks(JsonNode marks) {
    List<Mark> found = new ArrayList<>();
    for (JsonNode says : marks.path("says")) {
      String words = JsonLines.text(says.asString(""), LONGEST_WORDS);
      found.add(
          SAYS.matcher(words).matches()
              ? new Mark("says", words, "", null)
              : new Mark(
                  "note", "a mark in words that are not those of marks was left out", "", null));
    }
    for (JsonNode one : marks.path("generators")) {
      String words = JsonLines.text(one, "tool", 100) + ", key " + JsonLines.text(one, "key", 100);
      found.add(new Mark("generator", words, digest(one, "digest"), null));
    }
    if (marks.has("c2pa")) {
      found.add(new Mark("c2pa", "C2PA manifest store, not validated", "", null));
    }
    if (marks.has("camera")) {
      JsonNode camera = marks.path("camera");
      String device = digest(camera, "device_digest");
      found.add(
          device.isEmpty()
              ? new Mark("camera", "a model of camera", digest(camera, "model_digest"), null)
              : new Mark("camera", "one camera, by its serial number", device, null));
    }
    for (JsonNode one : marks.path("software")) {
      String name = JsonLines.text(one, "name", 100);
      found.add(
          new Mark("software", name.isEmpty() ? "a program" : name, digest(one, "digest"), null));
    }
    if (marks.path("has_position").asBoolean(false)) {
      found.add(new Mark("position", "holds a geographic position", "", null));
    }
    taken(marks).ifPresent(at -> found.add(new Mark("taken", "when it says it was taken", "", at)));
    for (JsonNode one : marks.path("embedded")) {
      String carrier = JsonLines.text(one, "carrier", 100);
      found.add(
          new Mark(
              "embedded", carrier.isEmpty() ? "embedded" : carrier, digest(one, "sha256"), null));
    }
    for (JsonNode note : marks.path("notes")) {
      found.add(new Mark("note", JsonLines.text(note.asString(""), LONGEST_WORDS), "", null));
    }
    return found.stream()
        .filter(mark -> !mark.words().isBlank())
        .distinct()
        .limit(MOST_MARKS)
        .toList();
  }

  private static String digest(JsonNode node, String field) {
    String digest = JsonLines.text(node, field, 128);
    return digest.matches("[0-9a-f]{16,128}") ? digest : "";
  }

  private static Optional<LocalDateTime> taken(JsonNode marks) {
    try {
      LocalDateTime at = LocalDateTime.parse(JsonLines.text(marks, "taken_says", 40));
      return at.getYear() >= 1900 && at.getYear() < 2200 ? Optional.of(at) : Optional.empty();
    } catch (DateTimeParseException none) {
      return Optional.empty();
    }
  }
}
