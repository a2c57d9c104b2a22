package dev.cordon.formats.sheets;

import dev.cordon.formats.FormatException;
import dev.cordon.formats.xml.XmlEvents;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What must be known before rows can be read: names of sheets, shared strings, formats. */
final class WorkbookParts {

  private record Named(String name, boolean isHidden, String relation) {}

  /** A sheet's name and whether it is hidden. */
  record Sheet(String name, boolean isHidden) {}

  private final WorkbookLimits limits;
  private final List<Named> named = new ArrayList<>();
  private final Map<String, String> relations = new HashMap<>();
  private final List<@Nullable String> strings = new ArrayList<>();
  private final Map<Integer, String> formats = new HashMap<>();
  private final List<Boolean> dates = new ArrayList<>();
  private long characters;
  private boolean since1904;
  private @Nullable String stringsCut;

  WorkbookParts(WorkbookLimits limits) {
    this.limits = limits;
  }

  /** Takes a part in, if it is one of those. */
  void take(String name, InputStream stream) throws IOException {
    String lower = name.toLowerCase(Locale.ROOT);
    try (XmlEvents events = new XmlEvents(stream, limits.xml())) {
      if (lower.equals("xl/workbook.xml")) {
        workbook(events);
      } else if (lower.equals("xl/_rels/workbook.xml.rels")) {
        relations(events);
      } else if (lower.equals("xl/sharedstrings.xml")) {
        strings(events);
      } else if (lower.equals("xl/styles.xml")) {
        styles(events);
      }
    }
  }

  static boolean isPart(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.equals("xl/workbook.xml")
        || lower.equals("xl/_rels/workbook.xml.rels")
        || lower.equals("xl/sharedstrings.xml")
        || lower.equals("xl/styles.xml");
  }

  private void workbook(XmlEvents events) throws IOException {
    XmlEvents.Event event;
    while ((event = events.next()) != XmlEvents.Event.FINISHED) {
      if (event == XmlEvents.Event.START && events.name().equals("sheet")) {
        String state = events.attribute("state");
        String relation = events.attribute("id");
        named.add(
            new Named(
                events.attribute("name") == null ? "" : String.valueOf(events.attribute("name")),
                state != null && !state.equals("visible"),
                relation == null ? "" : relation));
      } else if (event == XmlEvents.Event.START && events.name().equals("workbookPr")) {
        since1904 = isTrue(events.attribute("date1904"));
      }
    }
  }

  private void relations(XmlEvents events) throws IOException {
    XmlEvents.Event event;
    while ((event = events.next()) != XmlEvents.Event.FINISHED) {
      String id = event == XmlEvents.Event.START ? events.attribute("Id") : null;
      String target = event == XmlEvents.Event.START ? events.attribute("Target") : null;
      if (id != null && target != null) {
        String path = target.startsWith("/") ? target.substring(1) : "xl/" + target;
        relations.put(id, path.toLowerCase(Locale.ROOT));
      }
    }
  }

  private void strings(XmlEvents events) throws IOException {
    StringBuilder text = new StringBuilder();
    int phonetic = 0;
    boolean tooLong = false;
    XmlEvents.Event event;
    while ((event = events.next()) != XmlEvents.Event.FINISHED) {
      String name = event == XmlEvents.Event.TEXT ? "" : events.name();
      if (event == XmlEvents.Event.TEXT && phonetic == 0) {
        tooLong |= text.length() + events.text().length() > limits.cellCharacters();
        if (!tooLong) {
          text.append(events.text());
        }
      } else if (name.equals("rPh")) {
        phonetic += event == XmlEvents.Event.START ? 1 : -1;
      } else if (event == XmlEvents.Event.START && name.equals("si")) {
        text.setLength(0);
        tooLong = false;
      } else if (event == XmlEvents.Event.END && name.equals("si")) {
        if (strings.size() == limits.sharedStrings() || characters > limits.sharedCharacters()) {
          stringsCut =
              "has more shared strings than are held; cells that use further ones are broken";
          return;
        }
        characters += text.length();
        strings.add(tooLong ? null : text.toString());
      }
    }
  }

  private void styles(XmlEvents events) throws IOException {
    boolean cells = false;
    XmlEvents.Event event;
    while ((event = events.next()) != XmlEvents.Event.FINISHED) {
      if (event == XmlEvents.Event.TEXT) {
        continue;
      }
      String name = events.name();
      if (name.equals("cellXfs")) {
        cells = event == XmlEvents.Event.START;
      } else if (event == XmlEvents.Event.START && name.equals("numFmt")) {
        String code = events.attribute("formatCode");
        formats.put(number(events.attribute("numFmtId")), code == null ? "" : code);
        bound(formats.size());
      } else if (event == XmlEvents.Event.START && cells && name.equals("xf")) {
        dates.add(isDate(number(events.attribute("numFmtId"))));
        bound(dates.size());
      }
    }
  }

  private void bound(int size) {
    if (size > limits.styles()) {
      throw new FormatException("has more than " + limits.styles() + " cell formats");
    }
  }

  /** The built-in formats 14 to 22 and 45 to 47 are dates and times, and those of Asia. */
  private boolean isDate(int format) {
    String code = formats.get(format);
    if (code == null) {
      return format >= 14 && format <= 22
          || format >= 45 && format <= 47
          || format >= 27 && format <= 36
          || format >= 50 && format <= 58;
    }
    String plain =
        code.replaceAll("\"[^\"]*\"", "")
            .replaceAll("\\\\.", "")
            .replaceAll("\\[[^hms\\]]*\\]", "");
    return plain.toLowerCase(Locale.ROOT).matches("(?s).*[ymdhs].*")
        && !plain.toLowerCase(Locale.ROOT).contains("general");
  }

  static boolean isTrue(@Nullable String value) {
    return "1".equals(value) || "true".equals(value);
  }

  static int number(@Nullable String text) {
    try {
      return text == null ? -1 : Integer.parseInt(text.strip());
    } catch (NumberFormatException unreadable) {
      return -1;
    }
  }

  /** The sheet that stands in this part, or null when the part is no sheet of the workbook. */
  @Nullable Sheet sheet(String part) {
    String lower = part.toLowerCase(Locale.ROOT);
    for (Named one : named) {
      if (lower.equals(relations.get(one.relation))) {
        return new Sheet(one.name, one.isHidden);
      }
    }
    return lower.matches("xl/worksheets/[^/]+\\.xml")
        ? new Sheet(part.substring(part.lastIndexOf('/') + 1), false)
        : null;
  }

  @Nullable String string(int index) {
    return index >= 0 && index < strings.size() ? strings.get(index) : null;
  }

  boolean isDateStyle(int style) {
    return style >= 0 && style < dates.size() && dates.get(style);
  }

  boolean isSince1904() {
    return since1904;
  }

  @Nullable String stringsCut() {
    return stringsCut;
  }
}
