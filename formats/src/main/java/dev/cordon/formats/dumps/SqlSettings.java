package dev.cordon.formats.dumps;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a dump's SET statements say about how its text is to be read; the rest is passed over. */
final class SqlSettings {

  private static final int MOST_VARIABLES = 64;

  private final Map<String, String> saved = new HashMap<>();
  private SqlDialect dialect;
  private Charset charset = StandardCharsets.UTF_8;
  private boolean isBinary;
  private String mode = "";
  private boolean standardStrings = true;
  private @Nullable String searchPath;

  SqlSettings(SqlDialect dialect) {
    this.dialect = dialect;
  }

  SqlDialect dialect() {
    return dialect;
  }

  boolean is(SqlDialect other) {
    return dialect == other;
  }

  /** Another dump begins. */
  void begin(SqlDialect next) {
    dialect = next;
    charset = StandardCharsets.UTF_8;
    isBinary = false;
    mode = "";
    standardStrings = true;
    searchPath = null;
  }

  /** The character set of the dump's text. */
  Charset charset() {
    return charset;
  }

  /** Whether the text of each column is written in the column's own character set. */
  boolean isBinary() {
    return isBinary;
  }

  /** Whether a backslash in a plain string takes the next character with it. */
  boolean hasBackslashEscapes() {
    return switch (dialect) {
      case MYSQL -> !mode.contains("NO_BACKSLASH_ESCAPES");
      case POSTGRESQL -> !standardStrings;
      case SQLITE -> false;
    };
  }

  /** Whether double quotes stand around names. */
  boolean hasAnsiQuotes() {
    return dialect != SqlDialect.MYSQL || mode.contains("ANSI");
  }

  /** The schema tables without one belong to, or null. */
  @Nullable String searchPath() {
    return searchPath;
  }

  /** Takes the text after SET. */
  void apply(String statement) {
    String text = statement.trim();
    if (text.toUpperCase(Locale.ROOT).startsWith("NAMES")) {
      names(text.substring(5));
    } else if (dialect == SqlDialect.POSTGRESQL) {
      postgres(text);
    } else {
      assignments(text).forEach(this::assign);
    }
  }

  private void names(String value) {
    String name = bare(value).split("[^A-Za-z0-9_]", 2)[0];
    isBinary = dialect == SqlDialect.MYSQL && name.equalsIgnoreCase("binary");
    charset = charset(name);
  }

  private Charset charset(String name) {
    return dialect == SqlDialect.POSTGRESQL ? SqlCharsets.ofPostgres(name) : SqlCharsets.of(name);
  }

  private void postgres(String text) {
    String[] words = text.replaceFirst("(?i)^(SESSION|LOCAL)\\s+", "").split("\\s*=\\s*|\\s+", 3);
    if (words.length < 2) {
      return;
    }
    boolean to = words[1].equalsIgnoreCase("TO") && words.length > 2;
    String value = to ? words[2] : text.substring(text.indexOf(words[1], words[0].length()));
    switch (words[0].toLowerCase(Locale.ROOT)) {
      case "client_encoding" -> names(value);
      case "standard_conforming_strings" -> standardStrings = !bare(value).startsWith("off");
      case "search_path" -> {
        String first = bare(value.split(",", 2)[0]);
        searchPath = first.isEmpty() || first.equals("pg_catalog") ? null : first;
      }
      default -> {}
    }
  }

  private void assign(String assignment) {
    int equals = assignment.indexOf('=');
    if (equals < 0) {
      return;
    }
    String name = assignment.substring(0, equals).replace(":", "").trim().toUpperCase(Locale.ROOT);
    String value = assignment.substring(equals + 1).trim().toUpperCase(Locale.ROOT);
    boolean isVariable = name.startsWith("@") && !name.startsWith("@@");
    if (isVariable && value.endsWith("SQL_MODE") && saved.size() < MOST_VARIABLES) {
      saved.put(name, mode);
    } else if (!isVariable && name.endsWith("SQL_MODE")) {
      boolean isSaved = value.startsWith("@") && !value.startsWith("@@");
      String added = value.contains("@@") ? mode + "," + value : value;
      mode = isSaved ? saved.getOrDefault(value, "") : added;
    }
  }

  private static List<String> assignments(String text) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    char quote = 0;
    for (int index = 0; index < text.length(); index++) {
      char next = text.charAt(index);
      if (quote != 0) {
        quote = next == quote ? 0 : quote;
      } else if (next == '\'' || next == '"' || next == '`') {
        quote = next;
      } else if (next == ',') {
        parts.add(text.substring(start, index));
        start = index + 1;
      }
    }
    parts.add(text.substring(start));
    return parts;
  }

  private static String bare(String value) {
    return value.replace("'", "").replace("\"", "").trim();
  }
}
