package dev.cordon.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Which country and kind of card the first digits of a card number stand for. Immutable.
 *
 * @param version which state of which table
 * @param cards first digits, each once
 */
public record CardTable(TableVersion version, List<CardRange> cards) {

  /** No table known. */
  public static final CardTable NONE =
      new CardTable(new TableVersion("none", "", "0".repeat(64), 0), List.of());

  private static final int LARGEST_BYTES = 64 << 20;

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
  public CardTable {
    cards = List.copyOf(cards);
  }

  /** Reads a table. */
  public static CardTable read(Path csv) {
    try (InputStream in = Files.newInputStream(csv)) {
      return read(csv.getFileName().toString(), in);
    } catch (IOException failure) {
      throw new UncheckedIOException("the card table " + csv + " cannot be read", failure);
    }
  }

  /**
   * Reads a table called by a name.
   *
   * @throws IllegalArgumentException naming the table and the line, for one that contradicts itself
   */
  public static CardTable read(String table, InputStream in) {
    byte[] bytes = bytes(table, in);
    String[] lines = new String(bytes, StandardCharsets.UTF_8).split("\r?\n", -1);
    List<String> columns =
        Arrays.asList(lines[0].replace("\uFEFF", "").toLowerCase(Locale.ROOT).split(","));
    if (lines[0].isBlank()) {
      throw new IllegalArgumentException(table + ": the card table is empty");
    }
    if (!columns.contains("bin") || !columns.contains("country")) {
      throw new IllegalArgumentException(
          table + " line 1: the columns bin and country are expected");
    }
    List<CardRange> cards = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    for (int line = 2; line <= lines.length; line++) {
      if (!lines[line - 1].isBlank()) {
        CardRange card = card(table, line, lines[line - 1].split(",", -1), columns);
        Integer before = seen.put(card.bin(), line);
        if (before != null) {
          throw new IllegalArgumentException(
              table + " line " + line + ": " + card.bin() + " stands in line " + before + " too");
        }
        cards.add(card);
      }
    }
    return new CardTable(new TableVersion(table, "", sha256(bytes), cards.size()), cards);
  }

  private static CardRange card(String table, int line, String[] fields, List<String> columns) {
    String bin = field(fields, columns.indexOf("bin"));
    String country = field(fields, columns.indexOf("country")).toUpperCase(Locale.ROOT);
    if (!CountryCodes.isCountry(country) || !bin.matches("[0-9]{4,8}")) {
      throw new IllegalArgumentException(
          table + " line " + line + ": four to eight digits and a country code are expected");
    }
    return new CardRange(bin, country, field(fields, columns.indexOf("funding")), line - 1);
  }

  private static String field(String[] fields, int column) {
    return column < 0 || column >= fields.length ? "" : fields[column].strip();
  }

  private static byte[] bytes(String table, InputStream in) {
    try {
      byte[] bytes = in.readNBytes(LARGEST_BYTES + 1);
      if (bytes.length > LARGEST_BYTES) {
        throw new IllegalArgumentException(table + ": more than " + LARGEST_BYTES + " bytes");
      }
      return bytes;
    } catch (IOException failure) {
      throw new UncheckedIOException("the table " + table + " cannot be read", failure);
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("this Java lacks SHA-256", missing);
    }
  }
}
