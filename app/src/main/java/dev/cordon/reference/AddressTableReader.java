package dev.cordon.reference;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads tables of address ranges: comma-separated with the columns range_start, range_end, country
 * and, if known, kind, valid_from, valid_until; or without a heading as the location database's
 * text export writes them (first, last, country; IPv4 as numbers). Lines that begin with # are
 * remarks; {@code # version: 2026-06-25} and the export's {@code # Generated:} name the state.
 */
public final class AddressTableReader {

  /** The family a whole table is of, where it is of one. */
  public enum Family {
    /** IPv4 alone. */
    FOUR,
    /** IPv6 alone. */
    SIX,
    /** Both. */
    ANY
  }

  private static final int LONGEST_LINE = 1000;
  private static final int MOST_RANGES = 20_000_000;
  private static final Pattern VERSION =
      Pattern.compile("# *(?:version|Generated): *(.{1,60})", Pattern.CASE_INSENSITIVE);

  private final String table;
  private final Family family;
  private final Ranges fours = new Ranges();
  private final Ranges sixes = new Ranges();
  private final List<AddressTable.Kind> kinds = new ArrayList<>();
  private final Map<AddressTable.Kind, Integer> numbers = new HashMap<>();
  private RangeColumns columns = RangeColumns.NONE;
  private String version = "";
  private int line;

  private AddressTableReader(String table, Family family) {
    this.table = table;
    this.family = family;
  }

  static AddressTable read(Path csv) {
    try (InputStream in = Files.newInputStream(csv)) {
      return read(csv.getFileName().toString(), in, Family.ANY);
    } catch (IOException failure) {
      throw new UncheckedIOException("the address table " + csv + " cannot be read", failure);
    }
  }

  /**
   * Reads a table called by a name.
   *
   * @throws IllegalArgumentException naming the table and the line, for a table that contradicts
   *     itself
   */
  public static AddressTable read(String table, InputStream in, Family family) {
    return new AddressTableReader(table, family).table(in);
  }

  private AddressTable table(InputStream in) {
    MessageDigest digest = sha256();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(new DigestInputStream(in, digest), StandardCharsets.UTF_8))) {
      for (String text = next(lines); text != null; text = next(lines)) {
        line(text);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("the table " + table + " cannot be read", failure);
    }
    if (columns == RangeColumns.NONE) {
      throw new IllegalArgumentException(table + ": the table is empty");
    }
    String hash = HexFormat.of().formatHex(digest.digest());
    int rows = fours.size() + sixes.size();
    return new AddressTable(new TableVersion(table, version, hash, rows), fours, sixes, kinds);
  }

  /** A line, or nothing at the end; one that has no end in sight is refused before it is held. */
  private @Nullable String next(BufferedReader lines) throws IOException {
    line++;
    StringBuilder text = new StringBuilder();
    int character = lines.read();
    if (character < 0) {
      return null;
    }
    while (character >= 0 && character != '\n') {
      if (text.length() == LONGEST_LINE) {
        throw refused("the line is longer than " + LONGEST_LINE + " characters");
      }
      text.append((char) character);
      character = lines.read();
    }
    return text.toString().replace("\uFEFF", "").strip();
  }

  private void line(String text) {
    if (text.isEmpty()) {
      return;
    }
    if (text.startsWith("#")) {
      Matcher stated = VERSION.matcher(text);
      version = version.isEmpty() && stated.matches() ? stated.group(1).strip() : version;
      return;
    }
    String[] fields = text.split(",", -1);
    if (columns == RangeColumns.NONE) {
      columns = RangeColumns.of(fields);
      if (columns == RangeColumns.NONE) {
        throw refused("the columns range_start,range_end,country,kind are expected");
      }
      if (columns.hasHeading()) {
        return;
      }
    }
    range(fields);
  }

  private void range(String[] fields) {
    InetAddress start = columns.address(fields, columns.start());
    InetAddress end = columns.address(fields, columns.end());
    if (start == null || end == null || Addresses.isSix(start) != Addresses.isSix(end)) {
      throw refused("two addresses of one family are expected");
    }
    refuseOtherFamily(Addresses.isSix(start));
    if (Ranges.compare(
            Addresses.high(start), Addresses.low(start), Addresses.high(end), Addresses.low(end))
        > 0) {
      throw refused("the range ends before it starts");
    }
    if (fours.size() + sixes.size() == MOST_RANGES) {
      throw refused("there are more than " + MOST_RANGES + " ranges");
    }
    try {
      AddressTable.Kind kind =
          new AddressTable.Kind(
              CountryCodes.read(columns.text(fields, columns.country())), columns.kind(fields));
      int from = columns.day(fields, columns.from(), Periods.ALWAYS_FROM);
      int until = columns.day(fields, columns.until(), Periods.ALWAYS_UNTIL);
      if (until < from) {
        throw new IllegalArgumentException("the validity ends before it starts");
      }
      (Addresses.isSix(start) ? sixes : fours)
          .add(halves(start), halves(end), from, until, number(kind), line);
    } catch (IllegalArgumentException wrong) {
      throw refused(String.valueOf(wrong.getMessage()));
    }
  }

  private void refuseOtherFamily(boolean isSix) {
    if (family == Family.FOUR && isSix) {
      throw refused("an IPv6 address in a table of IPv4");
    }
    if (family == Family.SIX && !isSix) {
      throw refused("an IPv4 address in a table of IPv6");
    }
  }

  private int number(AddressTable.Kind kind) {
    return numbers.computeIfAbsent(
        kind,
        one -> {
          kinds.add(one);
          return kinds.size() - 1;
        });
  }

  private static long[] halves(InetAddress address) {
    return new long[] {Addresses.high(address), Addresses.low(address)};
  }

  private IllegalArgumentException refused(String why) {
    return new IllegalArgumentException(table + " line " + line + ": " + why);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("this Java lacks SHA-256", missing);
    }
  }
}
