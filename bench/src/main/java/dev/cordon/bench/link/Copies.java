package dev.cordon.bench.link;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Writes a table of many persons from one of few: each copy has its own letters (a seeded
 * permutation of a to z in every text) and its birth years moved by the copy's number, so copies
 * share the frequencies but not the persons.
 */
public final class Copies {

  private static final List<String> TEXTS =
      List.of("first_name", "surname", "birth_place", "postcode_fake", "occupation");
  private static final int LETTERS = 26;

  private Copies() {}

  /**
   * Arguments: the Parquet file of historical_50k, the number of copies, the CSV to write, and the
   * number of the first copy (0, whose letters stay; another number gives copies nobody has seen).
   */
  public static void main(String[] arguments) throws SQLException, IOException {
    int copies = Integer.parseInt(arguments[1]);
    int first = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 0;
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        Writer out = Files.newBufferedWriter(Path.of(arguments[2]))) {
      out.write("unique_id,cluster," + String.join(",", TEXTS) + ",dob,gender\n");
      for (int copy = first; copy < first + copies; copy++) {
        char[] letters = letters(copy);
        try (ResultSet rows =
            statement.executeQuery(
                "SELECT unique_id, cluster, "
                    + String.join(", ", TEXTS)
                    + ", dob, gender FROM '"
                    + arguments[0].replace("'", "''")
                    + "' ORDER BY unique_id")) {
          while (rows.next()) {
            write(out, rows, copy, letters);
          }
        }
      }
    }
  }

  private static void write(Writer out, ResultSet row, int copy, char[] letters)
      throws SQLException {
    try {
      out.write(copy + "-" + row.getString(1) + "," + copy + "-" + row.getString(2));
      for (int column = 3; column < 3 + TEXTS.size(); column++) {
        String text = row.getString(column);
        out.write("," + (text == null ? "" : quoted(permuted(text, letters))));
      }
      String born = row.getString(3 + TEXTS.size());
      String gender = row.getString(4 + TEXTS.size());
      out.write("," + (born == null ? "" : moved(born, copy)));
      out.write("," + (gender == null ? "" : gender) + "\n");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String permuted(String text, char[] letters) {
    char[] result = text.toCharArray();
    for (int index = 0; index < result.length; index++) {
      if (result[index] >= 'a' && result[index] <= 'z') {
        result[index] = letters[result[index] - 'a'];
      }
    }
    return new String(result);
  }

  private static String moved(String born, int copy) {
    String year = born.substring(0, Math.min(4, born.length()));
    return year.matches("[0-9]{4}")
        ? String.format("%04d", Integer.parseInt(year) + copy) + born.substring(4)
        : born;
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }

  // Copy 0 keeps its letters.
  private static char[] letters(int copy) {
    Character[] letters = new Character[LETTERS];
    Arrays.setAll(letters, index -> (char) ('a' + index));
    if (copy > 0) {
      List<Character> order = Arrays.asList(letters);
      Collections.shuffle(order, new Random(copy));
    }
    char[] result = new char[LETTERS];
    for (int index = 0; index < LETTERS; index++) {
      result[index] = letters[index];
    }
    return result;
  }
}
