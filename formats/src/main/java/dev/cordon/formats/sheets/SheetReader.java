package dev.cordon.formats.sheets;

import dev.cordon.formats.FormatException;
import dev.cordon.formats.Position;
import dev.cordon.formats.xml.XmlEvents;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the rows of one sheet. */
final class SheetReader {

  private final String sheet;
  private final WorkbookParts parts;
  private final WorkbookLimits limits;
  private final SheetHandler handler;

  private final List<SheetCell> cells = new ArrayList<>();
  private final StringBuilder value = new StringBuilder();
  private long number;
  private long start;
  private long line;
  private boolean hidden;
  private boolean inValue;
  private int column;
  private String type = "n";
  private int style = -1;
  private boolean formula;
  private boolean open;
  private int phonetic;
  private @Nullable String defect;
  private int merged;
  private int hiddenColumns;

  SheetReader(String sheet, WorkbookParts parts, WorkbookLimits limits, SheetHandler handler) {
    this.sheet = sheet;
    this.parts = parts;
    this.limits = limits;
    this.handler = handler;
  }

  void read(InputStream stream) throws IOException {
    try (XmlEvents events = new XmlEvents(stream, limits.xml())) {
      try {
        XmlEvents.Event event;
        while ((event = events.next()) != XmlEvents.Event.FINISHED) {
          switch (event) {
            case START -> start(events);
            case TEXT -> text(events);
            case END -> end(events);
            case FINISHED -> {}
          }
        }
      } catch (FormatException cut) {
        Position position = new Position(events.offset(), events.line(), 0);
        long at = open ? number : 0;
        handler.broken(sheet, at, position, String.valueOf(cut.getMessage()));
      }
    } catch (FormatException unreadable) {
      handler.broken(sheet, 0, new Position(0, 1, 0), String.valueOf(unreadable.getMessage()));
    }
    if (merged > 0) {
      handler.remark(
          "sheet " + sheet + " has " + merged + " merged ranges: only the first cell holds");
    }
    if (hiddenColumns > 0) {
      handler.remark("sheet " + sheet + " has hidden columns; they are read like others");
    }
  }

  private void start(XmlEvents events) {
    switch (events.name()) {
      case "row" -> row(events);
      case "c" -> cell(events);
      case "v", "t" -> inValue = phonetic == 0;
      case "rPh" -> phonetic++;
      case "f" -> formula = true;
      case "mergeCell" -> merged++;
      case "col" -> hiddenColumns += WorkbookParts.isTrue(events.attribute("hidden")) ? 1 : 0;
      default -> {}
    }
  }

  private void row(XmlEvents events) {
    int stated = WorkbookParts.number(events.attribute("r"));
    number = stated > 0 ? stated : number + 1;
    start = events.offset();
    line = events.line();
    hidden = WorkbookParts.isTrue(events.attribute("hidden"));
    cells.clear();
    column = 0;
    defect = null;
    open = true;
  }

  private void cell(XmlEvents events) {
    String reference = events.attribute("r");
    column = reference == null ? column + 1 : column(reference);
    String stated = events.attribute("t");
    type = stated == null ? "n" : stated;
    style = WorkbookParts.number(events.attribute("s"));
    formula = false;
    value.setLength(0);
  }

  /** The column's number from 1 in a reference like {@code AB12}; 0 where there is none. */
  static int column(String reference) {
    int column = 0;
    for (int index = 0; index < reference.length() && index < 4; index++) {
      char letter = reference.charAt(index);
      if (letter < 'A' || letter > 'Z') {
        break;
      }
      column = column * 26 + letter - 'A' + 1;
    }
    return column;
  }

  private void text(XmlEvents events) {
    if (!inValue) {
      return;
    }
    String piece = events.text();
    if (value.length() + piece.length() > limits.cellCharacters()) {
      defect = "holds a cell longer than " + limits.cellCharacters() + " characters";
    } else {
      value.append(piece);
    }
  }

  private void end(XmlEvents events) {
    switch (events.name()) {
      case "v", "t" -> inValue = false;
      case "rPh" -> phonetic = Math.max(0, phonetic - 1);
      case "c" -> endCell();
      case "row" -> endRow(events);
      default -> {}
    }
  }

  private void endCell() {
    inValue = false;
    if (value.isEmpty() && !formula) {
      return;
    }
    if (column < 1 || column > limits.columns()) {
      defect = "has a cell in no readable column";
      return;
    }
    while (cells.size() < column) {
      cells.add(SheetCell.EMPTY);
    }
    cells.set(column - 1, cell());
  }

  private SheetCell cell() {
    String text = value.toString();
    return switch (type) {
      case "s" -> {
        String shared = parts.string(WorkbookParts.number(text));
        if (shared == null) {
          defect = "names a shared string that is not there or too long";
        }
        yield new SheetCell(SheetCell.Kind.TEXT, shared == null ? "" : shared, formula);
      }
      case "str", "inlineStr" -> new SheetCell(SheetCell.Kind.TEXT, text, formula);
      case "b" ->
          new SheetCell(
              SheetCell.Kind.BOOLEAN, WorkbookParts.isTrue(text) ? "true" : "false", formula);
      case "e" -> new SheetCell(SheetCell.Kind.ERROR, text, formula);
      case "d" -> new SheetCell(SheetCell.Kind.DATE, text, formula);
      default -> number(text);
    };
  }

  private SheetCell number(String text) {
    if (text.isEmpty()) {
      return new SheetCell(SheetCell.Kind.EMPTY, "", formula);
    }
    String date = parts.isDateStyle(style) ? SheetDates.text(text, parts.isSince1904()) : null;
    return date == null
        ? new SheetCell(SheetCell.Kind.NUMBER, text, formula)
        : new SheetCell(SheetCell.Kind.DATE, date, formula);
  }

  private void endRow(XmlEvents events) {
    open = false;
    Position position = new Position(start, line, Math.max(0, events.offset() - start));
    if (defect != null) {
      handler.broken(sheet, number, position, defect);
    } else if (!cells.isEmpty()) {
      handler.row(new SheetRow(sheet, number, position, hidden, cells));
    }
  }
}
