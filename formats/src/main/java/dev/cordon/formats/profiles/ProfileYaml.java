package dev.cordon.formats.profiles;

import dev.cordon.formats.FormatException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLFactory;

/**
 * Reads a profile file's YAML into nodes with lines. What could make a small file large or act is
 * refused by name: anchors and aliases, tags, deep nesting, many nodes, a word given twice.
 */
final class ProfileYaml {

  static final int MOST_BYTES = 1 << 20;
  private static final int DEEPEST = 16;
  private static final int MOST_NODES = 100_000;
  private static final int LONGEST_TEXT = 4096;

  private final String file;
  private final JsonParser parser;
  private int nodes;

  private ProfileYaml(String file, JsonParser parser) {
    this.file = file;
    this.parser = parser;
  }

  static ProfileNode read(String file, byte[] bytes) {
    if (bytes.length > MOST_BYTES) {
      throw new FormatException(file + " is larger than " + MOST_BYTES + " bytes");
    }
    YAMLFactory factory = new YAMLFactory();
    try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), bytes)) {
      if (parser.nextToken() == null) {
        throw new FormatException(file + " is empty");
      }
      ProfileYaml reader = new ProfileYaml(file, parser);
      ProfileNode root = reader.node(0);
      if (parser.nextToken() != null) {
        throw reader.refused("a second document begins");
      }
      return root;
    } catch (JacksonException failure) {
      TokenStreamLocation place = failure.getLocation();
      int line = place == null ? 1 : Math.max(1, place.getLineNr());
      throw new FormatException(file + ", line " + line + ": is no readable YAML", failure);
    } catch (FormatException own) {
      throw own;
    } catch (RuntimeException | StackOverflowError failure) {
      throw new FormatException(file + " is no readable YAML", failure);
    }
  }

  private ProfileNode node(int depth) {
    if (depth > DEEPEST) {
      throw refused("it is nested deeper than " + DEEPEST);
    }
    if (++nodes > MOST_NODES) {
      throw refused("it holds more than " + MOST_NODES + " words");
    }
    if (parser.getObjectId() != null) {
      throw refused("an anchor is refused");
    }
    if (parser.getTypeId() != null) {
      throw refused("a tag is refused");
    }
    int line = line();
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      return fields(depth, line);
    }
    if (token == JsonToken.START_ARRAY) {
      return sequence(depth, line);
    }
    if (token == JsonToken.VALUE_EMBEDDED_OBJECT || !token.isScalarValue()) {
      throw refused("an alias or a binary value is refused");
    }
    return new ProfileNode.Scalar(text(), line);
  }

  private ProfileNode sequence(int depth, int line) {
    List<ProfileNode> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(node(depth + 1));
    }
    return new ProfileNode.Sequence(items, line);
  }

  private ProfileNode fields(int depth, int line) {
    Map<String, ProfileNode> values = new LinkedHashMap<>();
    Map<String, Integer> lines = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String word = parser.currentName();
      int at = line();
      parser.nextToken();
      if (values.put(word, node(depth + 1)) != null) {
        throw refused("\u00ab" + word + "\u00bb stands there twice");
      }
      lines.put(word, at);
    }
    return new ProfileNode.Fields(values, lines, line);
  }

  private String text() {
    if (parser instanceof tools.jackson.dataformat.yaml.YAMLParser yaml && yaml.isCurrentAlias()) {
      throw refused("an alias is refused");
    }
    String text = parser.getString();
    if (text.length() > LONGEST_TEXT) {
      throw refused("a value is longer than " + LONGEST_TEXT + " characters");
    }
    return text;
  }

  private int line() {
    return Math.max(1, parser.currentTokenLocation().getLineNr());
  }

  private FormatException refused(String reason) {
    return new FormatException(file + ", line " + line() + ": " + reason);
  }
}
