package dev.cordon.formats.returns;

import dev.cordon.formats.Position;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Walks JSON as a stream and tells every object that stands in a list. Depth, string lengths and
 * fields of one element are bounded. JSON that breaks off is told up to the break.
 */
public final class JsonListParser {

  private static final int DEEPEST = 64;
  private static final int LONGEST_STRING = 4 << 20;
  private static final int LONGEST_KEPT = 1 << 14;
  private static final int MOST_FIELDS = 10_000;

  private final JsonParser parser;
  private final JsonHandler handler;
  private final Map<String, Long> numbers = new HashMap<>();
  private final Deque<JsonElement> open = new ArrayDeque<>();

  private JsonListParser(JsonParser parser, JsonHandler handler) {
    this.parser = parser;
    this.handler = handler;
  }

  /** Reads the stream to its end; returns why it broke off before, if it did. */
  public static Optional<String> parse(InputStream stream, JsonHandler handler) throws IOException {
    JsonFactory factory =
        JsonFactory.builder()
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(LONGEST_STRING)
                    .maxDocumentLength(-1)
                    .maxTokenCount(-1)
                    .build())
            .build();
    Checked checked = new Checked(stream);
    JsonListParser reader = null;
    try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), checked)) {
      reader = new JsonListParser(parser, handler);
      reader.run();
      return Optional.empty();
    } catch (JacksonException failure) {
      if (checked.failure != null) {
        throw checked.failure;
      }
      if (reader != null) {
        reader.tellBroken();
      }
      long place = failure.getLocation() == null ? -1 : failure.getLocation().getByteOffset();
      long line = failure.getLocation() == null ? -1 : failure.getLocation().getLineNr();
      return Optional.of("is no longer JSON from byte " + place + " (line " + line + ")");
    }
  }

  private void run() {
    while (parser.nextToken() != null) {
      value("", "", null);
    }
  }

  private void tellBroken() {
    for (JsonElement element : open) {
      handler.broken(element.list(), element.number(), element.position());
    }
  }

  /** Reads the value whose first token is current: a list, an object, a scalar. */
  private void value(String list, String path, @Nullable JsonElement around) {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      fields(list, path, around);
    } else if (token == JsonToken.START_ARRAY) {
      list(list, path, around);
    } else if (around != null && token != JsonToken.VALUE_NULL && token.isScalarValue()) {
      String text = parser.getString();
      if (around.fields().size() < MOST_FIELDS && text.length() <= LONGEST_KEPT) {
        around.fields().put(path, text);
      }
    }
  }

  private void fields(String list, String path, @Nullable JsonElement around) {
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      value(list, path.isEmpty() ? name : path + "." + name, around);
    }
  }

  private void list(String list, String path, @Nullable JsonElement around) {
    String own = list.isEmpty() ? path : path.isEmpty() ? list : list + "." + path;
    int plain = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() == null) {
        return;
      }
      if (parser.currentToken() == JsonToken.START_OBJECT) {
        element(own, around);
      } else {
        value(list, path + "." + plain++, around);
      }
    }
  }

  private void element(String list, @Nullable JsonElement around) {
    long start = parser.currentTokenLocation().getByteOffset();
    long line = parser.currentTokenLocation().getLineNr();
    long number = numbers.merge(list, 1L, Long::sum);
    JsonElement begun =
        new JsonElement(list, number, new Position(start, line, 0), new LinkedHashMap<>(), around);
    open.push(begun);
    fields(list, "", begun);
    open.pop();
    long length = parser.currentLocation().getByteOffset() - start;
    handler.element(
        new JsonElement(list, number, new Position(start, line, length), begun.fields(), around));
  }

  /** Keeps failures of the disk apart from those of the text. */
  private static final class Checked extends FilterInputStream {

    private @Nullable IOException failure;

    Checked(InputStream stream) {
      super(stream);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      try {
        return in.read(target, offset, length);
      } catch (IOException own) {
        failure = own;
        throw own;
      }
    }
  }
}
