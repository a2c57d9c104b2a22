package dev.cordon.reference;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Turns lines of lists of addresses into rows of a table. */
final class TableLines {

  private final String kind;
  private final String country;
  private final String from;
  private final String until;
  private final boolean lenient;
  private int unknownCodes;

  TableLines(
      String kind,
      String country,
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      boolean lenient) {
    this.lenient = lenient;
    this.kind = kind;
    this.country = country;
    this.from = from == null ? "" : from.toString();
    this.until = until == null ? "" : until.toString();
  }

  /** How many ranges had a code that is no country's. */
  int unknownCodes() {
    return unknownCodes;
  }

  private String code(String text) {
    try {
      return CountryCodes.read(text);
    } catch (IllegalArgumentException unknown) {
      if (!lenient) {
        throw unknown;
      }
      unknownCodes++;
      return CountryCodes.NO_COUNTRY;
    }
  }

  void read(Path file, TablesCommand.Form form, Consumer<String> row) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      int number = 0;
      RangeColumns columns = RangeColumns.NONE;
      for (String text = lines.readLine(); text != null; text = lines.readLine()) {
        number++;
        String line = text.replace("\uFEFF", "").strip();
        if (line.isEmpty() || line.startsWith("#")) {
          continue;
        }
        String where = file.getFileName() + " line " + number + ": ";
        switch (form) {
          case NETWORKS -> row.accept(network(line, where));
          case TOR_EXITS -> exit(line, where, row);
          case RANGES -> {
            String[] fields = line.split(",", -1);
            boolean isFirst = columns == RangeColumns.NONE;
            columns = isFirst ? RangeColumns.of(fields) : columns;
            if (columns == RangeColumns.NONE) {
              throw new IllegalArgumentException(
                  where + "the columns range_start,range_end,country,kind are expected");
            }
            if (!isFirst || !columns.hasHeading()) {
              row.accept(range(fields, columns, where));
            }
          }
        }
      }
    }
  }

  private String range(String[] fields, RangeColumns columns, String where) {
    InetAddress start = columns.address(fields, columns.start());
    InetAddress end = columns.address(fields, columns.end());
    if (start == null || end == null) {
      throw new IllegalArgumentException(where + "two addresses of one family are expected");
    }
    try {
      return String.join(
          ",",
          start.getHostAddress(),
          end.getHostAddress(),
          code(columns.text(fields, columns.country())),
          kind.isEmpty() ? columns.kind(fields) : kind,
          or(columns.text(fields, columns.from()), from),
          or(columns.text(fields, columns.until()), until));
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException(where + wrong.getMessage(), wrong);
    }
  }

  private static String or(String said, String otherwise) {
    return said.isEmpty() ? otherwise : said;
  }

  private String network(String line, String where) {
    int slash = line.indexOf('/');
    InetAddress address = Addresses.parsed(slash < 0 ? line : line.substring(0, slash));
    if (address == null) {
      throw new IllegalArgumentException(where + "a network such as 192.0.2.0/24 is expected");
    }
    byte[] first = address.getAddress();
    int bits = slash < 0 ? first.length * 8 : bits(line.substring(slash + 1), first.length, where);
    byte[] last = first.clone();
    for (int bit = bits; bit < first.length * 8; bit++) {
      if ((first[bit / 8] >> 7 - bit % 8 & 1) == 1) {
        throw new IllegalArgumentException(where + "the address has bits beyond /" + bits);
      }
      last[bit / 8] |= (byte) (1 << 7 - bit % 8);
    }
    return row(address.getHostAddress(), text(last), from, until);
  }

  private static int bits(String text, int bytes, String where) {
    if (!text.matches("[0-9]{1,3}") || Integer.parseInt(text) > bytes * 8) {
      throw new IllegalArgumentException(where + "'/" + text + "' is no length of a network");
    }
    return Integer.parseInt(text);
  }

  private static String text(byte[] address) {
    try {
      return InetAddress.getByAddress(address).getHostAddress();
    } catch (UnknownHostException wrongLength) {
      throw new IllegalStateException(wrongLength);
    }
  }

  /** An exit is believed for the day it was seen and the days beside it. */
  private void exit(String line, String where, Consumer<String> row) {
    if (!line.startsWith("ExitAddress ")) {
      return;
    }
    String[] words = line.split(" +");
    InetAddress address = words.length < 3 ? null : Addresses.parsed(words[1]);
    if (address == null) {
      throw new IllegalArgumentException(where + "ExitAddress, an address and a day are expected");
    }
    try {
      LocalDate seen = LocalDate.parse(words[2]);
      String exit = address.getHostAddress();
      row.accept(row(exit, exit, seen.minusDays(1).toString(), seen.plusDays(1).toString()));
    } catch (DateTimeParseException noDay) {
      throw new IllegalArgumentException(where + "'" + words[2] + "' is not a day", noDay);
    }
  }

  private String row(String first, String last, String validFrom, String validUntil) {
    return String.join(
        ",", first, last, country, kind.isEmpty() ? "unknown" : kind, validFrom, validUntil);
  }
}
