package dev.cordon.law.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.dataformat.yaml.YAMLFactory;

/** On which line of a file each value begins, so that every refusal can name one. */
final class YamlLines {

  private static final Pattern NAMED = Pattern.compile("provision ([a-z0-9-]+)(?: |$)");

  private final Map<String, Integer> byPath = new HashMap<>();
  private final Map<String, Integer> byId = new HashMap<>();

  private String empty = "";
  private int emptyLine;

  private YamlLines() {}

  /** The lines of a file; of one that is not readable, those up to where it is not. */
  static YamlLines of(byte[] content) {
    YamlLines lines = new YamlLines();
    try (JsonParser parser = new YAMLFactory().createParser(content)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        lines.take(parser, token);
      }
    } catch (JacksonException unreadable) {
      return lines;
    }
    return lines;
  }

  private void take(JsonParser parser, JsonToken token) {
    TokenStreamContext context = parser.streamReadContext();
    TokenStreamContext place = token.isStructStart() ? context.getParent() : context;
    String path = place == null ? "" : path(place);
    int line = parser.currentTokenLocation().getLineNr();
    byPath.putIfAbsent(path, line);
    if (token == JsonToken.VALUE_NULL && empty.isEmpty()) {
      empty = path.substring(1).replace('/', '.');
      emptyLine = line;
    }
    if (token == JsonToken.VALUE_STRING && path.matches("/provisions/[0-9]+/id")) {
      byId.putIfAbsent(parser.getString(), line);
    }
  }

  private static String path(TokenStreamContext place) {
    TokenStreamContext parent = place.getParent();
    String before = parent == null ? "" : path(parent);
    if (place.inRoot()) {
      return before;
    }
    return before
        + "/"
        + (place.inArray() ? String.valueOf(place.getCurrentIndex()) : place.currentName());
  }

  /** The line of the innermost value of a path that is there; 0 when none is. */
  int at(List<String> path) {
    for (int length = path.size(); length > 0; length--) {
      Integer line = byPath.get("/" + String.join("/", path.subList(0, length)));
      if (line != null) {
        return line;
      }
    }
    return 0;
  }

  /** The line of the provision a message names; 0 when it names none of the file. */
  int named(String message) {
    Matcher named = NAMED.matcher(message);
    return named.find() ? byId.getOrDefault(named.group(1), 0) : 0;
  }

  /** The path of the first value that is left empty; an empty text when none is. */
  String empty() {
    return empty;
  }

  /** The line of that value; 0 when there is none. */
  int emptyLine() {
    return emptyLine;
  }
}
