package dev.cordon.formats.tips;

import dev.cordon.formats.FormatException;
import dev.cordon.formats.Position;
import dev.cordon.formats.xml.XmlEvents;
import dev.cordon.formats.xml.XmlLimits;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads CyberTipline report XML as a stream: {@code report}, {@code fileDetails}, alone or many in
 * one root. Names are taken from the public description of the reporting interface; an element this
 * reader does not know is passed over. Text longer than a short value is passed over too, free text
 * is never taken, and an embedded or attached file is refused by name. Positions count characters.
 */
public final class TipParser {

  private static final int LONGEST_VALUE = 4096;

  /** Elements whose content would be the file itself. */
  private static final Set<String> FILE_PARTS =
      Set.of("file", "filecontent", "filedata", "content64", "attachment", "binary", "data");

  private final XmlEvents events;
  private final TipHandler handler;
  private final Deque<String> path = new ArrayDeque<>();
  private final StringBuilder text = new StringBuilder();
  private long textLength;
  private int reports;
  private @Nullable TipDraft report;
  private @Nullable TipDraft part;

  private TipParser(XmlEvents events, TipHandler handler) {
    this.events = events;
    this.handler = handler;
  }

  /** Reads the stream to its end and tells the handler what it holds. */
  public static void parse(InputStream stream, XmlLimits limits, TipHandler handler)
      throws IOException {
    long line = 1;
    long offset = 0;
    try (XmlEvents events = new XmlEvents(stream, limits)) {
      TipParser parser = new TipParser(events, handler);
      try {
        parser.run();
      } finally {
        line = events.line();
        offset = events.offset();
      }
    } catch (FormatException failure) {
      handler.broken(new Position(offset, line, 0), String.valueOf(failure.getMessage()));
    }
  }

  private void run() throws IOException {
    try {
      XmlEvents.Event event;
      while ((event = events.next()) != XmlEvents.Event.FINISHED) {
        switch (event) {
          case START -> start();
          case TEXT -> text();
          case END -> end();
          case FINISHED -> {}
        }
      }
    } catch (FormatException cut) {
      tellCut();
      throw cut;
    }
  }

  private void tellCut() {
    if (part != null) {
      tell(part);
      part = null;
    }
    if (report != null) {
      handler.report(report.report());
      report = null;
    }
  }

  private void start() {
    String name = events.name();
    path.push(name);
    text.setLength(0);
    textLength = 0;
    Position position = new Position(events.offset(), events.line(), 0);
    if (name.equals("report") || name.equals("cyberTipReport")) {
      report = new TipDraft(++reports, name, position);
    } else if (TipDraft.isPart(name) && part == null) {
      part = new TipDraft(Math.max(1, reports), name, position);
    }
    TipDraft open = open();
    if (open != null) {
      open.start(name, events);
    }
  }

  private void text() {
    String piece = events.text();
    textLength += piece.length();
    int room = LONGEST_VALUE - text.length();
    if (room > 0) {
      text.append(piece, 0, Math.min(room, piece.length()));
    }
  }

  private void end() {
    String name = path.pop();
    String around = path.isEmpty() ? "" : path.peek();
    TipDraft open = open();
    String value = text.toString().strip();
    if (textLength > LONGEST_VALUE || isFilePart(name, value)) {
      refuse(name, value);
    } else if (open != null) {
      open.end(name, around, value);
    }
    text.setLength(0);
    textLength = 0;
    if (open != null && open == part && name.equals(open.element())) {
      tell(open);
      part = null;
    } else if (open != null && open == report && name.equals(open.element())) {
      handler.report(open.report());
      report = null;
    }
  }

  private void refuse(String name, String value) {
    boolean isFile = isFilePart(name, value) || isEncoded(value);
    Position position = new Position(events.offset(), events.line(), 0);
    handler.refused(
        position,
        name,
        textLength,
        isFile
            ? "the file part is refused: Cordon takes references and hashes only"
            : "the text is too long for a value and was passed over");
  }

  private static boolean isFilePart(String name, String value) {
    return !value.isEmpty() && FILE_PARTS.contains(name.toLowerCase(Locale.ROOT))
        || value.startsWith("data:")
        || value.length() > 256 && isEncoded(value);
  }

  /** Whether the text is one run of base64 or hexadecimal signs. */
  private static boolean isEncoded(String value) {
    int length = Math.min(value.length(), 1024);
    int signs = 0;
    for (int index = 0; index < length; index++) {
      char next = value.charAt(index);
      boolean letter = next < 0x80 && Character.isLetterOrDigit(next);
      if (letter || next == '+' || next == '/' || next == '=') {
        signs++;
      } else if (next > ' ') {
        return false;
      }
    }
    return length > 256 && signs * 100 > length * 95;
  }

  private @Nullable TipDraft open() {
    return part == null ? report : part;
  }

  private void tell(TipDraft draft) {
    if (draft.isFile()) {
      handler.file(draft.file());
    } else {
      handler.person(draft.person());
    }
  }
}
