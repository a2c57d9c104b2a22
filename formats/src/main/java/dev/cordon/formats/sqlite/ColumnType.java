package dev.cordon.formats.sqlite;

import java.util.Locale;
import java.util.Set;

/** What a column is declared to be, from the words behind its name. */
record ColumnType(String name, boolean isReal, boolean isText, boolean isVirtual) {

  private static final Set<String> CONSTRAINTS =
      Set.of(
          "CONSTRAINT",
          "PRIMARY",
          "NOT",
          "NULL",
          "UNIQUE",
          "CHECK",
          "DEFAULT",
          "COLLATE",
          "REFERENCES",
          "GENERATED",
          "AS");

  static ColumnType of(String attributes, boolean isGenerated) {
    StringBuilder name = new StringBuilder();
    for (String word : attributes.toUpperCase(Locale.ROOT).split("[\\s(]+")) {
      if (CONSTRAINTS.contains(word)) {
        break;
      }
      name.append(name.isEmpty() ? "" : " ").append(word.replaceAll("[\"`\\[\\]']", ""));
    }
    String type = name.toString();
    boolean isText = type.contains("CHAR") || type.contains("CLOB") || type.contains("TEXT");
    boolean isReal =
        !isText
            && !type.contains("INT")
            && !type.contains("BLOB")
            && (type.contains("REAL") || type.contains("FLOA") || type.contains("DOUB"));
    boolean isStored = attributes.toUpperCase(Locale.ROOT).matches("(?s).*\\)\\s*STORED\\b.*");
    return new ColumnType(type, isReal, isText && !type.contains("INT"), isGenerated && !isStored);
  }

  /** Whether the only key column of this type is another name of the row's number. */
  boolean isInteger() {
    return name.equals("INTEGER");
  }
}
