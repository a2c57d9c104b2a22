package dev.cordon.edge;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/**
 * A message of the log on one line and without control characters, so that a name in it can neither
 * begin a line that looks like another entry nor move the cursor of a terminal.
 */
public final class LogWords extends MessageConverter {

  /** For the log. */
  public LogWords() {}

  @Override
  public String convert(ILoggingEvent event) {
    return plain(super.convert(event));
  }

  /** The text with a visible mark for each control, line or direction character. */
  static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    text.codePoints()
        .forEach(one -> plain.appendCodePoint(one != '\t' && isControl(one) ? '\ufffd' : one));
    return plain.toString();
  }

  private static boolean isControl(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
