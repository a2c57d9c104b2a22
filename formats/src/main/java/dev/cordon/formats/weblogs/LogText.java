package dev.cordon.formats.weblogs;

import dev.cordon.formats.Text;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Values of a log with the server's escapes undone. */
final class LogText {

  private LogText() {}

  /** Undoes backslash escapes: \" \\ \n \t \xHH. What is no escape stays as it is. */
  static String plain(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int index = 0;
    while (index < text.length()) {
      int code = text.codePointAt(index);
      char after = index + 1 < text.length() ? text.charAt(index + 1) : ' ';
      if (code != '\\') {
        bytes.writeBytes(Character.toString(code).getBytes(StandardCharsets.UTF_8));
        index += Character.charCount(code);
      } else if (after == 'x' && digit(text, index + 2) >= 0 && digit(text, index + 3) >= 0) {
        bytes.write(digit(text, index + 2) << 4 | digit(text, index + 3));
        index += 4;
      } else {
        int plain = "ntrbv\\\"".indexOf(after);
        if (plain >= 0) {
          bytes.write("\n\t\r\b\u000b\\\"".charAt(plain));
          index += 2;
        } else {
          bytes.write('\\');
          index++;
        }
      }
    }
    return Text.of(bytes.toByteArray()).value();
  }

  private static int digit(String text, int index) {
    return index < text.length() ? Character.digit(text.charAt(index), 16) : -1;
  }
}
