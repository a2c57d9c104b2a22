package dev.cordon.correspondence.web;

import dev.cordon.exchange.ExchangeException;
import dev.cordon.exchange.PackageTable;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The law questions and terms of a package received, as its own table says them. */
final class LawRows {

  private static final int MOST = 200;

  private LawRows() {}

  /** One line. */
  record Row(String what, String value) {}

  static List<Row> of(String law) {
    if (law.isEmpty()) {
      return List.of();
    }
    try {
      return PackageTable.read("law.csv", law.getBytes(StandardCharsets.UTF_8)).named().stream()
          .limit(MOST)
          .map(row ->
              new Row(
                  row.getOrDefault("what", "").replace('_', ' '), row.getOrDefault("value", "")))
          .toList();
    } catch (ExchangeException malformed) {
      return List.of(new Row("not readable", String.valueOf(malformed.getMessage())));
    }
  }
}
