package dev.cordon.formats.reports;

import dev.cordon.formats.FormatException;
import dev.cordon.formats.xml.XmlEvents;
import dev.cordon.formats.xml.XmlLimits;
import java.io.IOException;
import java.io.InputStream;

/** The files that a report in the XML of UFED Physical Analyzer lists. */
final class UfedReport {

  private static final int LONGEST_TEXT = 1 << 16;

  private UfedReport() {}

  static void read(InputStream stream, ReportHandler handler) throws IOException {
    FileDraft draft = new FileDraft();
    try (XmlEvents events = new XmlEvents(stream, XmlLimits.STANDARD)) {
      boolean isInFile = false;
      String item = "";
      StringBuilder text = new StringBuilder();
      for (XmlEvents.Event event = events.next();
          event != XmlEvents.Event.FINISHED;
          event = events.next()) {
        switch (event) {
          case START -> {
            if (events.name().equals("file")) {
              isInFile = true;
              draft.clear();
              attribute(events, draft, "path");
              attribute(events, draft, "size");
              attribute(events, draft, "deleted");
            } else if (isInFile && events.name().equals("item")) {
              String name = events.attribute("name");
              item = name == null ? "" : name;
              text.setLength(0);
            }
          }
          case TEXT -> {
            if (!item.isEmpty() && text.length() < LONGEST_TEXT) {
              text.append(events.text());
            }
          }
          case END -> {
            if (!item.isEmpty() && events.name().equals("item")) {
              draft.take(item, text.toString());
              item = "";
            } else if (isInFile && events.name().equals("file")) {
              isInFile = false;
              if (!handler.file(draft.end())) {
                return;
              }
            }
          }
          case FINISHED -> {}
        }
      }
    } catch (FormatException broken) {
      handler.broken("the report " + broken.getMessage());
    }
  }

  private static void attribute(XmlEvents events, FileDraft draft, String name) {
    String value = events.attribute(name);
    if (value != null) {
      draft.take(name, value);
    }
  }
}
