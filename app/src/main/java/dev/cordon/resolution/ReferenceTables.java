package dev.cordon.resolution;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The tables an operation brings along: addresses to countries, card numbers' first digits to
 * countries. Either may be missing.
 *
 * @param addresses where addresses belong
 * @param cards first digits of cards
 */
public record ReferenceTables(AddressRanges addresses, List<CardRange> cards) {

  /** No tables known. */
  public static final ReferenceTables NONE = new ReferenceTables(AddressRanges.NONE, List.of());

  /**
   * First digits of cards.
   *
   * @param bin the digits
   * @param country two letters
   * @param funding credit, debit, prepaid or empty
   * @param row the row of the table, from 1
   */
  public record CardRange(String bin, String country, String funding, int row) {}

  /** Copies the list. */
  public ReferenceTables {
    cards = List.copyOf(cards);
  }

  /** Reads the tables that there are. */
  public static ReferenceTables read(@Nullable Path addresses, @Nullable Path cards) {
    return new ReferenceTables(
        addresses == null ? AddressRanges.NONE : AddressRanges.read(addresses),
        cards == null ? List.of() : readCards(cards));
  }

  private static List<CardRange> readCards(Path csv) {
    try (InputStream in = Files.newInputStream(csv)) {
      return readCards(csv.toString(), in);
    } catch (IOException failure) {
      throw new UncheckedIOException("the card table " + csv + " cannot be read", failure);
    }
  }

  /** Reads the first digits of cards from a table called by a name. */
  public static List<CardRange> readCards(String csv, InputStream in) {
    List<String> lines = Lines.of(csv, in);
    if (lines.isEmpty()) {
      throw new IllegalArgumentException(csv + ": the card table is empty");
    }
    List<String> columns =
        Arrays.asList(lines.getFirst().replace("\uFEFF", "").toLowerCase(Locale.ROOT).split(","));
    int bin = columns.indexOf("bin");
    int country = columns.indexOf("country");
    int funding = columns.indexOf("funding");
    if (bin < 0 || country < 0) {
      throw new IllegalArgumentException(csv + " line 1: the columns bin and country are expected");
    }
    List<CardRange> cards = new ArrayList<>();
    for (int line = 2; line <= lines.size(); line++) {
      String[] fields = lines.get(line - 1).split(",", -1);
      if (fields.length > Math.max(bin, country)) {
        cards.add(card(csv, line, fields, bin, country, funding));
      }
    }
    return cards;
  }

  private static CardRange card(
      String csv, int line, String[] fields, int bin, int country, int funding) {
    String code = fields[country].strip().toUpperCase(Locale.ROOT);
    if (!code.matches("[A-Z]{2}") || !fields[bin].strip().matches("[0-9]{4,8}")) {
      throw new IllegalArgumentException(
          csv + " line " + line + ": four to eight digits and a country code are expected");
    }
    String kind = funding < 0 || funding >= fields.length ? "" : fields[funding].strip();
    return new CardRange(fields[bin].strip(), code, kind, line - 1);
  }
}
