package dev.cordon.hashing;

import java.util.ArrayList;
import java.util.List;

/** The fields of one line of a table (RFC 4180, without line breaks inside quotes). */
final class Fields {

  private Fields() {}

  /** Splits at the delimiter outside quotes and takes the quotes away; never fails. */
  static List<String> of(String line, char delimiter) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean isQuoted = false;
    for (int place = 0; place < line.length(); place++) {
      char character = line.charAt(place);
      if (character == '"') {
        boolean isDoubled = isQuoted && place + 1 < line.length() && line.charAt(place + 1) == '"';
        if (isDoubled) {
          field.append('"');
          place++;
        } else {
          isQuoted = !isQuoted;
        }
      } else if (character == delimiter && !isQuoted) {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        field.append(character);
      }
    }
    fields.add(field.toString());
    return fields;
  }
}
