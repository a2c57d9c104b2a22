package dev.cordon.exercise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads small CSV files (comma, double quotes, header) as maps from column to value. */
final class CsvTable {
  private CsvTable() {}

  static List<Map<String, String>> read(Path file) {
    try {
      return rows(Files.readString(file));
    } catch (IOException e) {
      throw new ExerciseException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  static List<Map<String, String>> rows(String text) {
    List<List<String>> records = records(text.startsWith("\uFEFF") ? text.substring(1) : text);
    List<Map<String, String>> rows = new ArrayList<>();
    for (List<String> record : records.subList(Math.min(1, records.size()), records.size())) {
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < Math.min(record.size(), records.getFirst().size()); i++) {
        row.put(records.getFirst().get(i), record.get(i));
      }
      rows.add(row);
    }
    return rows;
  }

  /** A column that must be there. */
  static String value(Map<String, String> row, String column) {
    String value = row.get(column);
    if (value == null) {
      throw new ExerciseException("a row has no column " + column + "; it has " + row.keySet());
    }
    return value;
  }

  private static List<List<String>> records(String text) {
    List<List<String>> records = new ArrayList<>();
    List<String> record = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' && quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
        field.append(c);
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        record.add(field.toString());
        field.setLength(0);
      } else if (c == '\n' && !quoted) {
        record.add(field.toString());
        field.setLength(0);
        records.add(record);
        record = new ArrayList<>();
      } else if (c != '\r' || quoted) {
        field.append(c);
      }
    }
    if (!field.isEmpty() || !record.isEmpty()) {
      record.add(field.toString());
      records.add(record);
    }
    return records;
  }
}
