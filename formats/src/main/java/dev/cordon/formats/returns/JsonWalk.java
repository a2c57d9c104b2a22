package dev.cordon.formats.returns;

import dev.cordon.formats.Position;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Walks tokens and tells every object that stands in a list. */
final class JsonWalk {

  private static final int LONGEST_KEPT = 1 << 14;
  private static final int MOST_FIELDS = 10_000;
  private static final int MOST_REMARKS = 20;

  /** Where a token lies in the file: byte offset and line. */
  interface Places {

    /** The offset of the token's first byte. */
    long tokenStart();

    /** The offset after what was read last. */
    long here();

    /** The token's line. */
    long tokenLine();
  }

  private final JsonParser parser;
  private final Places places;
  private final JsonHandler handler;
  private final Map<String, Long> numbers;
  private final Deque<JsonElement> open = new ArrayDeque<>();

  JsonWalk(JsonParser parser, Places places, JsonHandler handler, Map<String, Long> numbers) {
    this.parser = parser;
    this.places = places;
    this.handler = handler;
    this.numbers = numbers;
  }

  static Map<String, Long> noNumbers() {
    return new HashMap<>();
  }

  /** Tells the lists in what the tokens hold, to their end. */
  void all() {
    while (parser.nextToken() != null) {
      value("", "", null);
    }
  }

  /** Tells the one object the tokens hold; whether they held one and nothing else. */
  boolean one(List<String> remarks) {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      return false;
    }
    element("", null, remarks);
    return parser.nextToken() == null;
  }

  void tellBroken() {
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
      scalar(path, parser.getString(), token, around);
    }
  }

  private static void scalar(String path, String text, JsonToken token, JsonElement around) {
    if (text.length() > LONGEST_KEPT) {
      remark(around, path + " is " + text.length() + " characters long and was not kept");
      return;
    }
    if (around.fields().size() >= MOST_FIELDS) {
      remark(around, "has more than " + MOST_FIELDS + " fields, further ones were not kept");
      return;
    }
    if (token == JsonToken.VALUE_NUMBER_FLOAT
        && !Character.isDigit(text.charAt(text.length() - 1))) {
      remark(around, path + " is " + text + ", which JSON does not have");
    }
    if (hasHalfCharacter(text)) {
      remark(around, path + " holds half a character");
    }
    if (around.fields().putIfAbsent(path, text) != null) {
      int count = 2;
      while (around.fields().putIfAbsent(path + "#" + count, text) != null) {
        count++;
      }
      remark(around, path + " stands there more than once");
    }
  }

  private static void remark(JsonElement element, String remark) {
    if (element.remarks().size() < MOST_REMARKS) {
      element.remarks().add(remark);
    }
  }

  private static boolean hasHalfCharacter(String text) {
    for (int index = 0; index < text.length(); index++) {
      char next = text.charAt(index);
      if (Character.isHighSurrogate(next)
          && index + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(index + 1))) {
        index++;
      } else if (Character.isSurrogate(next)) {
        return true;
      }
    }
    return false;
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
        element(own, around, List.of());
      } else {
        value(list, path + "." + plain++, around);
      }
    }
  }

  private void element(String list, @Nullable JsonElement around, List<String> remarks) {
    long start = places.tokenStart();
    long line = places.tokenLine();
    long number = numbers.merge(list, 1L, Long::sum);
    JsonElement begun =
        new JsonElement(
            list,
            number,
            new Position(start, line, 0),
            new LinkedHashMap<>(),
            around,
            new ArrayList<>(remarks));
    open.push(begun);
    fields(list, "", begun);
    open.pop();
    Position position = new Position(start, line, places.here() - start);
    handler.element(
        new JsonElement(list, number, position, begun.fields(), around, begun.remarks()));
  }
}
