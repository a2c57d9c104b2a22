package dev.cordon.triage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The perceptual codes of one item, from {@code codes.jsonl} or from an inventory that still holds
 * them.
 */
record CodeLine(long item, List<Code> codes) {

  static final int MOST_FRAMES = 100_000;

  /**
   * A code and how it came about. It can be partly inverted and is never written into words.
   *
   * @param frame of a video, from 0; 0 for a picture
   * @param hex 64 hex digits
   */
  record Code(
      int frame,
      @Nullable BigDecimal seconds,
      @Nullable Integer quality,
      String hex,
      String decodePath) {

    @Override
    public String toString() {
      return "Code[frame " + frame + "]";
    }
  }

  CodeLine {
    codes = List.copyOf(codes);
  }

  /**
   * Reads a line of codes.
   *
   * @throws DigestCsv.UnreadableRow saying what is wrong
   */
  static CodeLine of(JsonNode line) {
    return new CodeLine(
        JsonLines.number(line, "item", 1, 1_000_000_000_000L),
        codes(line, JsonLines.text(line, "decode_path", 60)));
  }

  /** The codes in a line: its frames', or its picture's. */
  static List<Code> codes(JsonNode line, String decodePath) {
    JsonNode frames = line.path("frames");
    if (!frames.isArray()) {
      return line.has("pdq") ? List.of(code(line, 0, decodePath)) : List.of();
    }
    if (frames.size() > MOST_FRAMES) {
      throw new DigestCsv.UnreadableRow("there are more than " + MOST_FRAMES + " frames");
    }
    List<Code> codes = new ArrayList<>();
    for (JsonNode frame : frames) {
      codes.add(
          code(frame, (int) JsonLines.number(frame, "frame", 0, Integer.MAX_VALUE), decodePath));
    }
    return codes;
  }

  private static Code code(JsonNode node, int frame, String decodePath) {
    BigDecimal seconds = node.path("seconds").isNumber() ? node.path("seconds").asDecimal() : null;
    if (seconds != null && (seconds.signum() < 0 || seconds.precision() - seconds.scale() > 8)) {
      throw new DigestCsv.UnreadableRow("seconds is no time within a video");
    }
    String hex = JsonLines.hash(node, "pdq", 64);
    if (hex.isEmpty()) {
      throw new DigestCsv.UnreadableRow("pdq is missing");
    }
    return new Code(
        frame,
        seconds,
        node.has("pdq_quality") ? (int) JsonLines.number(node, "pdq_quality", 0, 100) : null,
        hex,
        decodePath);
  }
}
