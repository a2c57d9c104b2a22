package dev.cordon.reference;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where addresses belonged at a time: ranges of IPv4 and IPv6 with country, kind of connection and
 * validity, held in sorted columns. A look-up takes one jump by the upper bits and a short binary
 * search; no object is made for it.
 *
 * <p>Promises: a range that is reversed, overlaps another at the same time or has no known country
 * is refused with its line; the same file gives the same answers. Immutable, for any number of
 * threads.
 */
public final class AddressTable {

  /** No table known. */
  public static final AddressTable NONE =
      new AddressTable(
          new TableVersion("none", "", "0".repeat(64), 0), new Ranges(), new Ranges(), List.of());

  /** A day of a look-up whose time nobody knows. */
  public static final int UNKNOWN_DAY = Integer.MIN_VALUE;

  /** What a look-up answers where the table knows nothing. */
  public static final int NOWHERE = -1;

  /**
   * Where an address belonged.
   *
   * @param country two letters; ZZ stands for none
   * @param kind residential, mobile-cgnat, vpn, tor, hosting, or whatever the table says
   * @param row the row of the table, from 1
   */
  public record Place(String country, String kind, int row) {}

  /** Country and kind, which many ranges share. */
  record Kind(String country, String kind) {}

  private final TableVersion version;
  private final List<Kind> kinds;
  private final FourLookup four;
  private final SixLookup six;
  private final boolean dated;

  AddressTable(TableVersion version, Ranges fours, Ranges sixes, List<Kind> kinds) {
    this.version = version;
    this.kinds = List.copyOf(kinds);
    Segments fourSegments = Segments.of(fours, version.name());
    Segments sixSegments = Segments.of(sixes, version.name());
    Periods fourPeriods = new Periods(fours, fourSegments);
    Periods sixPeriods = new Periods(sixes, sixSegments);
    this.four = new FourLookup(fourSegments, fourPeriods);
    this.six = new SixLookup(sixSegments, sixPeriods);
    this.dated = fourPeriods.isDated() || sixPeriods.isDated();
  }

  /** Reads a table. */
  public static AddressTable read(Path csv) {
    return AddressTableReader.read(csv);
  }

  /** Which state of which table this is. */
  public TableVersion version() {
    return version;
  }

  /** Whether answers depend on the day. */
  public boolean isDated() {
    return dated;
  }

  /** How many ranges the table has. */
  public int size() {
    return version.rows();
  }

  /** Where an address belonged on a day, if the table knows; without a day, if it never changed. */
  public Optional<Place> place(String address, @Nullable LocalDate day) {
    InetAddress parsed = Addresses.parsed(address.strip());
    int when = day == null ? UNKNOWN_DAY : Math.toIntExact(day.toEpochDay());
    return parsed == null ? Optional.empty() : place(parsed, when);
  }

  private Optional<Place> place(InetAddress address, int day) {
    boolean isSix = Addresses.isSix(address);
    int found =
        isSix
            ? six(Addresses.high(address), Addresses.low(address), day)
            : four(Addresses.four(address), day);
    if (found == NOWHERE) {
      return Optional.empty();
    }
    Periods periods = isSix ? six.periods() : four.periods();
    Kind kind = kinds.get(periods.place(found));
    return Optional.of(new Place(kind.country(), kind.kind(), periods.line(found)));
  }

  /**
   * The range of an IPv4 address.
   *
   * @param address its 32 bits
   * @param day days since 1970-01-01 (UTC), or {@link #UNKNOWN_DAY}
   * @return the number of the range, or {@link #NOWHERE}
   */
  public int four(int address, int day) {
    return four.range(address, day);
  }

  /**
   * The range of an IPv6 address.
   *
   * @param high its upper 64 bits
   * @param low its lower 64 bits
   * @return as for IPv4
   */
  public int six(long high, long low, int day) {
    return six.range(high, low, day);
  }

  /** The country of a range of IPv4. */
  public String countryOfFour(int range) {
    return kinds.get(four.periods().place(range)).country();
  }

  /** The country of a range of IPv6. */
  public String countryOfSix(int range) {
    return kinds.get(six.periods().place(range)).country();
  }
}
