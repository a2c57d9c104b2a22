package dev.cordon.linkage.model;

import dev.cordon.linkage.LinkageException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the short notation of keys and agreements in a model file.
 *
 * <pre>
 * key       = field | prefix(field, n) | without(field, n) | words(field)
 * agreement = all { "or" all }        all = one { "and" one }
 * one       = same(key) | crossed(field, field) | begins(field) | variant(field)
 *           | measure(field) ("&gt;=" | "&lt;=") number
 * </pre>
 *
 * <p>Not thread-safe; one instance reads one text.
 */
final class Expressions {

  private static final int LONGEST = 2000;
  private static final Pattern TOKEN =
      Pattern.compile("\\s*([a-z][a-z0-9_]*|[0-9]+(?:\\.[0-9]+)?|>=|<=|[(),])");

  private final String text;
  private final List<String> tokens = new ArrayList<>();
  private int next;

  private Expressions(String text) {
    this.text = text;
    if (text.length() > LONGEST) {
      throw new LinkageException("an expression has at most " + LONGEST + " characters");
    }
    String trimmed = text.strip();
    Matcher matcher = TOKEN.matcher(trimmed);
    int end = 0;
    while (end < trimmed.length()) {
      if (!matcher.find() || matcher.start() != end) {
        throw new LinkageException(
            "'" + text + "' cannot be read from character " + (end + 1) + " on");
      }
      tokens.add(matcher.group(1));
      end = matcher.end();
    }
  }

  static Key key(String text) {
    Expressions reader = new Expressions(text);
    Key key = reader.key();
    reader.end();
    return key;
  }

  static Agreement agreement(String text) {
    Expressions reader = new Expressions(text);
    Agreement agreement = reader.any();
    reader.end();
    return agreement;
  }

  private Agreement any() {
    List<Agreement> parts = new ArrayList<>(List.of(all()));
    while (accept("or")) {
      parts.add(all());
    }
    return parts.size() == 1 ? parts.getFirst() : new Agreement.Any(parts);
  }

  private Agreement all() {
    List<Agreement> parts = new ArrayList<>(List.of(one()));
    while (accept("and")) {
      parts.add(one());
    }
    return parts.size() == 1 ? parts.getFirst() : new Agreement.All(parts);
  }

  private Agreement one() {
    String word = take();
    expect("(");
    switch (word) {
      case "same" -> {
        Key key = key();
        expect(")");
        return new Agreement.Same(key);
      }
      case "crossed" -> {
        String first = take();
        expect(",");
        String second = take();
        expect(")");
        return new Agreement.Crossed(first, second);
      }
      default -> {
        String field = take();
        expect(")");
        return one(word, field);
      }
    }
  }

  private Agreement one(String word, String field) {
    if (word.equals("begins")) {
      return new Agreement.Begins(field);
    }
    if (word.equals("variant")) {
      return new Agreement.Variant(field);
    }
    Measure measure = Measure.of(word);
    expect(measure.isLikeness() ? ">=" : "<=");
    double limit = number();
    return measure.isLikeness()
        ? new Agreement.Like(measure, field, limit)
        : new Agreement.Near(measure, field, limit);
  }

  private Key key() {
    String word = take();
    if (!accept("(")) {
      return new Key.Whole(word);
    }
    String field = take();
    Key key =
        switch (word) {
          case "words" -> new Key.Words(field);
          case "prefix" -> new Key.Prefix(field, length());
          case "without" -> new Key.Without(field, length());
          default -> throw new LinkageException("'" + text + "': there is no key '" + word + "'");
        };
    expect(")");
    return key;
  }

  private int length() {
    expect(",");
    double value = number();
    if (value != Math.rint(value) || value > 100) {
      throw new LinkageException("'" + text + "': a length is a whole number up to 100");
    }
    return (int) value;
  }

  private double number() {
    String token = take();
    try {
      return Double.parseDouble(token);
    } catch (NumberFormatException failure) {
      throw new LinkageException(
          "'" + text + "': a number is needed, not '" + token + "'", failure);
    }
  }

  private boolean accept(String token) {
    if (next < tokens.size() && tokens.get(next).equals(token)) {
      next++;
      return true;
    }
    return false;
  }

  private void expect(String token) {
    if (!accept(token)) {
      throw new LinkageException(
          "'" + text + "': '" + token + "' is missing at word " + (next + 1));
    }
  }

  private String take() {
    if (next == tokens.size()) {
      throw new LinkageException("'" + text + "' ends too early");
    }
    return tokens.get(next++);
  }

  private void end() {
    if (next != tokens.size()) {
      throw new LinkageException("'" + text + "' goes on after its end: " + tokens.get(next));
    }
  }
}
