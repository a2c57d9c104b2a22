package dev.cordon.formats.returns;

import dev.cordon.formats.BoundedLines;
import dev.cordon.formats.LineSource;
import dev.cordon.formats.Text;
import dev.cordon.formats.WideLines;
import dev.cordon.formats.content.CharsetJudge;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;

/**
 * Reads JSON lines: each line an object, told as an element of the list {@code ""}; lists in it as
 * {@link JsonListParser} tells them, before it. A line that cannot be read is broken and the next
 * one is read.
 */
public final class JsonLinesParser {

  /** The longest line held, in bytes. */
  public static final int LINE_LIMIT_BYTES = 8 << 20;

  private static final int HEAD_BYTES = 1 << 14;
  private static final List<String> NO_UTF_8 =
      List.of("the line is no valid UTF-8 and was read as windows-1252");

  private final JsonHandler handler;
  private final Map<String, Long> numbers = JsonWalk.noNumbers();

  private JsonLinesParser(JsonHandler handler) {
    this.handler = handler;
  }

  /** Reads the stream to its end. */
  public static void parse(InputStream stream, JsonHandler handler) throws IOException {
    BufferedInputStream start = new BufferedInputStream(stream, HEAD_BYTES + 1);
    start.mark(HEAD_BYTES + 1);
    CharsetJudge.Verdict verdict = CharsetJudge.judge(start.readNBytes(HEAD_BYTES));
    start.reset();
    start.skipNBytes(verdict.markBytes());
    boolean big = verdict.charset().equals(StandardCharsets.UTF_16BE);
    LineSource lines =
        verdict.isWide()
            ? new WideLines(start, big, LINE_LIMIT_BYTES, verdict.markBytes())
            : new BoundedLines(start, LINE_LIMIT_BYTES, verdict.markBytes());
    JsonLinesParser reader = new JsonLinesParser(handler);
    BoundedLines.Line line;
    while ((line = lines.next()) != null) {
      if (line.isDropped()) {
        reader.broken(
            line,
            "the line is longer than "
                + LINE_LIMIT_BYTES
                + " bytes (SHA-256 "
                + line.digest()
                + ")");
      } else if (!line.isBlank()) {
        reader.line(line);
      }
    }
  }

  private void broken(BoundedLines.Line line, String reason) {
    long number = numbers.merge("", 1L, Long::sum);
    handler.brokenLine(number, line.position(), reason);
  }

  private void line(BoundedLines.Line line) {
    Text text = Text.of(line.bytes());
    byte[] bytes =
        text.isWindows1252() ? text.value().getBytes(StandardCharsets.UTF_8) : line.bytes();
    List<String> remarks = text.isWindows1252() ? NO_UTF_8 : List.of();
    Waiting waiting = new Waiting();
    try (JsonParser parser = JsonReaders.FACTORY.createParser(ObjectReadContext.empty(), bytes)) {
      Map<String, Long> counted = new HashMap<>(numbers);
      JsonWalk walk = new JsonWalk(parser, new LinePlaces(line), waiting, counted);
      if (walk.one(remarks)) {
        numbers.putAll(counted);
        waiting.elements.forEach(handler::element);
        return;
      }
      broken(line, "is not one JSON object");
    } catch (JacksonException failure) {
      long place =
          failure.getLocation() == null ? 0 : Math.max(0, failure.getLocation().getByteOffset());
      broken(line, "is no longer JSON from byte " + place + " of the line");
    }
  }

  /** All that a line holds has the line's place. */
  private record LinePlaces(BoundedLines.Line line) implements JsonWalk.Places {

    @Override
    public long tokenStart() {
      return line.position().byteOffset();
    }

    @Override
    public long here() {
      return line.position().byteOffset() + line.position().lengthBytes();
    }

    @Override
    public long tokenLine() {
      return line.position().line();
    }
  }

  /** Holds a line's elements back until the line has been read to its end. */
  private static final class Waiting implements JsonHandler {

    private final List<JsonElement> elements = new ArrayList<>();

    @Override
    public void element(JsonElement element) {
      elements.add(element);
    }
  }
}
