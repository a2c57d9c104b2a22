package dev.cordon.intake.internal;

import dev.cordon.formats.FormatException;
import dev.cordon.formats.php.PhpValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column as a profile writes it, {@code a+b|filter}: where the value comes from and what is done
 * to it. {@code $.field} is a field of the PHP value, {@code =text} a constant.
 */
final class Expression {

  private sealed interface Part {}

  private record Column(int[] places) implements Part {}

  private record Field(String[] path) implements Part {}

  private record Constant(String text) implements Part {}

  private final List<Part> parts;
  private final String filter;

  private Expression(List<Part> parts, String filter) {
    this.parts = parts;
    this.filter = filter;
  }

  /** Compiles the text; null stays null. */
  static @Nullable Expression of(@Nullable String text, Columns columns) {
    if (text == null) {
      return null;
    }
    if (text.startsWith("=")) {
      return new Expression(List.of(new Constant(text.substring(1))), "");
    }
    int bar = text.indexOf('|');
    String filter = bar < 0 ? "" : text.substring(bar + 1);
    List<Part> parts = new ArrayList<>();
    for (String name : (bar < 0 ? text : text.substring(0, bar)).split("\\+")) {
      parts.add(
          name.startsWith("$.")
              ? new Field(name.substring(2).split("\\."))
              : new Column(columns.find(name)));
    }
    return new Expression(parts, filter);
  }

  String filter() {
    return filter;
  }

  /** The value as it stands, null where there is none or nothing but blanks. */
  @Nullable String raw(RowScope scope) {
    if (parts.size() == 1) {
      String one = read(parts.getFirst(), scope);
      return one == null || one.isBlank() ? null : one;
    }
    StringBuilder joined = new StringBuilder();
    for (Part part : parts) {
      String text = read(part, scope);
      if (text != null && !text.isBlank()) {
        joined.append(joined.isEmpty() ? "" : " ").append(text.strip());
      }
    }
    return joined.isEmpty() ? null : joined.toString();
  }

  /** The value with its filter applied, null where nothing is left. */
  @Nullable String value(RowScope scope) {
    String raw = raw(scope);
    if (raw == null) {
      return null;
    }
    return switch (filter) {
      case "", "value" -> raw;
      case "html" -> Filters.html(raw);
      case "post" -> Filters.html(Filters.plain(raw));
      case "nonzero", "account" -> Filters.number(raw);
      case "order-number" -> Filters.orderNumber(raw);
      case "key" -> lastName();
      default -> raw;
    };
  }

  /** The value's bytes, where the expression is a single column. */
  byte @Nullable [] bytes(RowScope scope) {
    if (parts.getFirst() instanceof Column column) {
      for (int place : column.places) {
        byte[] bytes = scope.row().bytes(place);
        if (bytes != null) {
          return bytes;
        }
      }
    }
    return null;
  }

  /** The value's length, 0 where there is none. */
  long length(RowScope scope) {
    long length = 0;
    for (Part part : parts) {
      if (part instanceof Column column && column.places.length > 0) {
        length += scope.row().length(column.places[0]);
      }
    }
    return length;
  }

  private @Nullable String lastName() {
    return switch (parts.getFirst()) {
      case Field field -> field.path[field.path.length - 1];
      case Column column -> null;
      case Constant constant -> constant.text;
    };
  }

  private static @Nullable String read(Part part, RowScope scope) {
    return switch (part) {
      case Constant constant -> constant.text;
      case Field field -> {
        PhpValue php = scope.php();
        if (php == null) {
          throw new FormatException("the profile asks for a PHP field where there is no PHP value");
        }
        yield php.text(field.path).orElse(null);
      }
      case Column column -> {
        for (int place : column.places) {
          String text = scope.row().text(place);
          if (text != null) {
            yield text;
          }
        }
        yield null;
      }
    };
  }
}
