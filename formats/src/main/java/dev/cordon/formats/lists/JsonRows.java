package dev.cordon.formats.lists;

import dev.cordon.formats.BoundedLines;
import dev.cordon.formats.FormatException;
import dev.cordon.formats.Position;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * Walks JSON for objects that hold hashes: VICS (records directly under {@code value}, or under
 * {@code value[].Media}), with {@code AlternativeHashes}, and the exchanges' objects of type and
 * value. What else stands in them is skipped without being held.
 */
final class JsonRows {

  private static final int LONGEST_LINE = 8 << 20;
  private static final int DEEPEST = 64;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxStringLength(4 << 20)
                  .maxNumberLength(1000)
                  .maxDocumentLength(-1)
                  .maxTokenCount(-1)
                  .build())
          .build();

  /** Lists of rows; everything else that is a list in a row is skipped. */
  private static final Set<String> ROWS =
      Set.of("value", "media", "data", "rows", "hashes", "indicators", "updates", "records");

  /** Objects whose fields are the row's own. */
  private static final Set<String> INNER = Set.of("content", "signals", "signal");

  private static final Pattern CONTEXT =
      Pattern.compile("(?i)/DataModels/([0-9.]{1,10})\\.xml(?:/([A-Za-z0-9_-]{1,40}))?");

  private final ListHandler handler;
  private final @Nullable HashKind assumed;
  private String profile = "";
  private String model = "";

  private JsonRows(@Nullable HashKind assumed, ListHandler handler) {
    this.assumed = assumed;
    this.handler = handler;
  }

  static ListOutcome document(InputStream stream, @Nullable HashKind assumed, ListHandler handler) {
    JsonRows rows = new JsonRows(assumed, handler);
    String end = "";
    long[] place = new long[1];
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), stream)) {
      try {
        rows.all(parser, null);
      } catch (JacksonException broken) {
        place[0] = offset(broken);
        end = reason(broken);
      }
    } catch (JacksonException unread) {
      throw new FormatException("the file is no JSON in a known encoding", unread);
    }
    if (!end.isEmpty()) {
      handler.broken(new Position(Math.max(0, place[0]), 0, 0), end);
    }
    return new ListOutcome(ListForm.JSON, rows.profile, rows.model, end);
  }

  static ListOutcome lines(InputStream stream, @Nullable HashKind assumed, ListHandler handler)
      throws IOException {
    JsonRows rows = new JsonRows(assumed, handler);
    BoundedLines lines = new BoundedLines(stream, LONGEST_LINE);
    for (BoundedLines.Line line = lines.next(); line != null; line = lines.next()) {
      if (line.isBlank()) {
        continue;
      }
      if (line.isDropped()) {
        handler.broken(line.position(), "the line is longer than " + LONGEST_LINE + " bytes");
        continue;
      }
      try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), line.bytes())) {
        rows.all(parser, line.position());
      } catch (JacksonException broken) {
        handler.broken(line.position(), "the line " + reason(broken));
      }
    }
    return new ListOutcome(ListForm.JSON_LINES, rows.profile, rows.model, "");
  }

  private static long offset(JacksonException broken) {
    return broken.getLocation() == null ? -1 : broken.getLocation().getByteOffset();
  }

  private static String reason(JacksonException broken) {
    if (broken.getCause() instanceof IOException unread) {
      throw new FormatException("the file could not be read to its end: " + unread.getMessage());
    }
    long line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNr();
    return "is no longer JSON, or nested deeper than %d, from byte %d (line %d)"
        .formatted(DEEPEST, Math.max(0, offset(broken)), line);
  }

  private void all(JsonParser parser, @Nullable Position line) {
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      if (token == JsonToken.START_OBJECT) {
        object(parser, line, true);
      } else if (token == JsonToken.START_ARRAY) {
        rows(parser, line);
      }
    }
  }

  private void rows(JsonParser parser, @Nullable Position line) {
    for (JsonToken token = parser.nextToken();
        token != null && token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      if (token == JsonToken.START_OBJECT) {
        object(parser, line, false);
      } else {
        handler.broken(place(parser, line), "is no object");
        parser.skipChildren();
      }
    }
  }

  /** An object that may be a row, or stand around rows, or both. */
  private void object(JsonParser parser, @Nullable Position line, boolean isRoot) {
    Position start = place(parser, line);
    RowDraft row = new RowDraft(handler, assumed);
    boolean holdsRows = fields(parser, line, row, isRoot);
    if (row.hasHash() || !holdsRows && !(isRoot && line == null)) {
      long length =
          line == null ? parser.currentLocation().getByteOffset() - start.byteOffset() : 0;
      row.end(
          line == null
              ? new Position(start.byteOffset(), start.line(), Math.max(0, length))
              : line);
    }
  }

  private boolean fields(JsonParser parser, @Nullable Position line, RowDraft row, boolean isRoot) {
    boolean holdsRows = false;
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      JsonToken token = parser.nextToken();
      String plain = name.length() > 64 ? "" : ListField.plain(name);
      if (token == null) {
        return holdsRows;
      }
      if (token == JsonToken.START_ARRAY && plain.equals("alternativehashes")) {
        alternatives(parser, row);
      } else if (token == JsonToken.START_ARRAY && ROWS.contains(plain)) {
        holdsRows = true;
        rows(parser, line);
      } else if (token == JsonToken.START_OBJECT && INNER.contains(plain)) {
        fields(parser, line, row, false);
      } else if (token.isStructStart()) {
        parser.skipChildren();
      } else if (token != JsonToken.VALUE_NULL) {
        scalar(parser, name, plain, row, isRoot);
      }
    }
    return holdsRows;
  }

  private void scalar(JsonParser parser, String name, String plain, RowDraft row, boolean isRoot) {
    if (isRoot && (plain.equals("odatacontext") || plain.equals("odatametadata"))) {
      context(parser.getString());
      return;
    }
    Optional<ListField> field =
        plain.equals("value") ? Optional.of(ListField.HASH) : ListField.of(name);
    if (field.isPresent()) {
      row.field(field.get(), name, parser.getString());
    }
  }

  private void context(String text) {
    Matcher matcher = CONTEXT.matcher(text);
    if (matcher.find()) {
      model = matcher.group(1);
      profile = matcher.group(2) == null ? "" : matcher.group(2);
    }
  }

  private static void alternatives(JsonParser parser, RowDraft row) {
    for (JsonToken token = parser.nextToken();
        token != null && token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      if (token != JsonToken.START_OBJECT) {
        parser.skipChildren();
        continue;
      }
      String name = "";
      String value = "";
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String field = ListField.plain(parser.currentName());
        JsonToken inner = parser.nextToken();
        if (inner != null && inner.isStructStart()) {
          parser.skipChildren();
        } else if (field.equals("hashname")) {
          name = parser.getString();
        } else if (field.equals("hashvalue")) {
          value = parser.getString();
        }
      }
      if (value != null && name != null) {
        row.typed(name, value);
      }
    }
  }

  private static Position place(JsonParser parser, @Nullable Position line) {
    return line != null
        ? line
        : new Position(
            Math.max(0, parser.currentTokenLocation().getByteOffset()),
            Math.max(0, parser.currentTokenLocation().getLineNr()),
            0);
  }
}
