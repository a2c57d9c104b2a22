package dev.cordon.cli;

/**
 * One check and what came of it.
 *
 * @param check its name
 * @param held whether it held
 * @param detail what was found
 */
record Finding(String check, boolean held, String detail) {

  String line() {
    return (held ? "held    " : "FAILED  ") + check + ": " + detail;
  }

  String json() {
    return "{\"check\":"
        + quoted(check)
        + ",\"held\":"
        + held
        + ",\"detail\":"
        + quoted(detail)
        + "}";
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char character : text.toCharArray()) {
      if (character == '"' || character == '\\') {
        quoted.append('\\').append(character);
        continue;
      }
      if (character < ' ') {
        quoted
            .append("\\u00")
            .append(character < 16 ? "0" : "")
            .append(Integer.toHexString(character));
        continue;
      }
      quoted.append(character);
    }
    return quoted.append('"').toString();
  }
}
