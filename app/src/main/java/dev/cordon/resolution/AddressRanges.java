package dev.cordon.resolution;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which country and kind of connection an address belongs to, by ranges: a table with the columns
 * range_start, range_end, country and, if known, kind. IPv4 and IPv6 live in one order of 128-bit
 * numbers, IPv4 as mapped addresses, and an answer takes a binary search.
 *
 * <p>Promises: a reversed or overlapping range, an unknown address or a country that is not two
 * letters is refused with its line. Immutable.
 */
public final class AddressRanges {

  /** No table known. */
  public static final AddressRanges NONE = new AddressRanges(List.of());

  private static final Pattern NUMERIC = Pattern.compile("[0-9A-Fa-f:.]+");
  private static final long MAPPED_PREFIX = 0x0000_FFFF_0000_0000L;

  /**
   * Where an address belongs.
   *
   * @param country two letters; ZZ stands for none
   * @param kind residential, mobile-cgnat, vpn, tor, hosting or whatever the table says
   * @param row the line of the table
   */
  public record Place(String country, String kind, int row) {}

  private record Range(long high, long low, long endHigh, long endLow, Place place) {

    boolean startsAfter(long otherHigh, long otherLow) {
      return compare(high, low, otherHigh, otherLow) > 0;
    }
  }

  private final List<Range> ranges;

  private AddressRanges(List<Range> ranges) {
    this.ranges = List.copyOf(ranges);
  }

  /** Reads a table. */
  public static AddressRanges read(Path csv) {
    try (InputStream in = Files.newInputStream(csv)) {
      return read(csv.toString(), in);
    } catch (IOException failure) {
      throw new UncheckedIOException("the address table " + csv + " cannot be read", failure);
    }
  }

  /** Reads a table called by a name. */
  public static AddressRanges read(String csv, InputStream in) {
    List<Range> ranges = new ArrayList<>();
    List<String> lines = Lines.of(csv, in);
    if (lines.isEmpty() || !lines.getFirst().replace("\uFEFF", "").startsWith("range_start,")) {
      throw new IllegalArgumentException(
          csv + " line 1: the columns range_start,range_end,country,kind are expected");
    }
    for (int line = 2; line <= lines.size(); line++) {
      if (!lines.get(line - 1).isBlank()) {
        ranges.add(range(csv, line, lines.get(line - 1).split(",", -1)));
      }
    }
    ranges.sort(
        Comparator.comparing(
            (Range range) -> range,
            (x, y) -> x.startsAfter(y.high, y.low) ? 1 : y.startsAfter(x.high, x.low) ? -1 : 0));
    refuseOverlap(csv, ranges);
    return new AddressRanges(ranges);
  }

  /** How many ranges the table has. */
  public int size() {
    return ranges.size();
  }

  /** Where an address belongs, if the table knows. */
  public Optional<Place> place(String address) {
    InetAddress parsed = parse(address);
    if (parsed == null) {
      return Optional.empty();
    }
    long high = high(parsed);
    long low = low(parsed);
    int from = 0;
    int to = ranges.size();
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (ranges.get(middle).startsAfter(high, low)) {
        to = middle;
      } else {
        from = middle + 1;
      }
    }
    if (from == 0) {
      return Optional.empty();
    }
    Range found = ranges.get(from - 1);
    return compare(high, low, found.endHigh, found.endLow) <= 0
        ? Optional.of(found.place)
        : Optional.empty();
  }

  /** The line an address stands for: itself in IPv4, its network of 64 bits in IPv6. */
  public static Optional<String> line(String address) {
    InetAddress parsed = parse(address);
    if (parsed == null) {
      return Optional.empty();
    }
    if (!(parsed instanceof Inet6Address)) {
      return Optional.of(parsed.getHostAddress());
    }
    long network = ByteBuffer.wrap(parsed.getAddress()).getLong();
    return Optional.of(
        "%x:%x:%x:%x::/64"
            .formatted(
                network >>> 48,
                network >>> 32 & 0xFFFF,
                network >>> 16 & 0xFFFF,
                network & 0xFFFF));
  }

  private static Range range(String csv, int line, String[] fields) {
    String where = csv + " line " + line + ": ";
    InetAddress start = fields.length < 3 ? null : parse(fields[0]);
    InetAddress end = fields.length < 3 ? null : parse(fields[1]);
    if (start == null || end == null || start.getClass() != end.getClass()) {
      throw new IllegalArgumentException(where + "two addresses of one family are expected");
    }
    String country = fields[2].strip().toUpperCase(Locale.ROOT);
    if (!country.matches("[A-Z]{2}")) {
      throw new IllegalArgumentException(where + "'" + fields[2] + "' is not a country code");
    }
    if (compare(high(start), low(start), high(end), low(end)) > 0) {
      throw new IllegalArgumentException(where + "the range ends before it starts");
    }
    String kind = fields.length > 3 && !fields[3].isBlank() ? fields[3].strip() : "unknown";
    return new Range(
        high(start), low(start), high(end), low(end), new Place(country, kind, line - 1));
  }

  private static void refuseOverlap(String csv, List<Range> sorted) {
    for (int index = 1; index < sorted.size(); index++) {
      Range before = sorted.get(index - 1);
      if (!sorted.get(index).startsAfter(before.endHigh, before.endLow)) {
        throw new IllegalArgumentException(
            csv
                + " line "
                + (sorted.get(index).place.row() + 1)
                + ": the range overlaps the one in line "
                + (before.place.row() + 1));
      }
    }
  }

  /** Parses digits only: a name would be looked up in a network. */
  private static @Nullable InetAddress parse(String address) {
    String text = address.strip();
    if (text.isEmpty() || !NUMERIC.matcher(text).matches()) {
      return null;
    }
    try {
      return InetAddress.ofLiteral(text);
    } catch (IllegalArgumentException notAnAddress) {
      return null;
    }
  }

  private static long high(InetAddress address) {
    return address instanceof Inet6Address ? ByteBuffer.wrap(address.getAddress()).getLong() : 0;
  }

  private static long low(InetAddress address) {
    ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
    return address instanceof Inet6Address
        ? bytes.getLong(8)
        : MAPPED_PREFIX | Integer.toUnsignedLong(bytes.getInt());
  }

  private static int compare(long high, long low, long otherHigh, long otherLow) {
    int result = Long.compareUnsigned(high, otherHigh);
    return result != 0 ? result : Long.compareUnsigned(low, otherLow);
  }
}
