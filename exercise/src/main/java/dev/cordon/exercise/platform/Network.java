package dev.cordon.exercise.platform;

import dev.cordon.exercise.cast.Cast;
import dev.cordon.exercise.cast.Countries;
import dev.cordon.exercise.cast.Country;
import dev.cordon.exercise.cast.Dice;
import dev.cordon.exercise.platform.Subnetwork.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The address plan: which reserved range stands for which country and kind of connection. Size S
 * lives in 198.18.0.0/15; wide extents put home lines into 240.0.0.0/4 and mobile exits into
 * 100.64.0.0/10. Immutable.
 */
public final class Network {
  private static final long BENCHMARK = 198L << 24 | 18L << 16;
  private static final long SHARED = 100L << 24 | 64L << 16;
  private static final long FUTURE = 240L << 24;
  private static final List<String> VPN_COUNTRIES =
      List.of("NL", "SE", "CH", "RO", "DE", "US", "GB", "LT", "ES", "FR");
  private static final List<String> TOR_COUNTRIES = List.of("ZZ", "DE", "NL", "ZZ", "CH");
  private static final List<String> HOSTING_COUNTRIES =
      List.of("DE", "NL", "FI", "FR", "US", "LT", "RO", "GB");

  private final List<Subnetwork> all;
  private final Subnetwork[] homes;
  private final Subnetwork[] mobiles;
  private final List<Subnetwork> vpns;
  private final List<Subnetwork> tors;
  private final List<Subnetwork> hosting;

  private Network(List<Subnetwork> all, Countries countries) {
    this.all = all.stream().sorted(Comparator.comparingLong(Subnetwork::first)).toList();
    homes = new Subnetwork[countries.all().size()];
    mobiles = new Subnetwork[homes.length];
    for (Country country : countries.all()) {
      homes[country.number()] = only(country.code(), Kind.RESIDENTIAL);
      mobiles[country.number()] = only(country.code(), Kind.MOBILE);
    }
    vpns = kind(Kind.VPN);
    tors = kind(Kind.TOR);
    hosting = kind(Kind.HOSTING);
  }

  /**
   * Lays out the ranges for a cast; each country gets six home addresses for each of its people.
   */
  public static Network plan(long seed, boolean wide, Cast cast, Countries countries) {
    Dice dice = Dice.of(seed, "network", 0);
    List<Subnetwork> homes = new ArrayList<>();
    List<Subnetwork> mobiles = new ArrayList<>();
    List<Subnetwork> others = new ArrayList<>();
    for (Country country : countries.all()) {
      int people = cast.population(country.number());
      homes.add(
          wanted(Math.max(512, (people * 6L / 256 + 1) * 256), country.code(), Kind.RESIDENTIAL));
      mobiles.add(wanted(wide ? 1024 : 64, country.code(), Kind.MOBILE));
    }
    VPN_COUNTRIES.forEach(code -> others.add(wanted(128, code, Kind.VPN)));
    TOR_COUNTRIES.forEach(code -> others.add(wanted(64, code, Kind.TOR)));
    HOSTING_COUNTRIES.forEach(code -> others.add(wanted(128, code, Kind.HOSTING)));
    List<Subnetwork> placed = new ArrayList<>();
    if (wide) {
      placed.addAll(place(dice, FUTURE, homes));
      placed.addAll(place(dice, SHARED, mobiles));
    } else {
      others.addAll(homes);
      others.addAll(mobiles);
    }
    placed.addAll(place(dice, BENCHMARK, others));
    return new Network(placed, countries);
  }

  private static Subnetwork wanted(long size, String country, Kind kind) {
    return new Subnetwork(0, size - 1, country, kind);
  }

  /** Places ranges one after the other in a drawn order, with small gaps that stay unknown. */
  private static List<Subnetwork> place(Dice dice, long from, List<Subnetwork> wanted) {
    List<Subnetwork> order = new ArrayList<>(wanted);
    for (int i = order.size() - 1; i > 0; i--) {
      Collections.swap(order, i, dice.below(i + 1));
    }
    List<Subnetwork> placed = new ArrayList<>();
    long next = from;
    for (Subnetwork each : order) {
      next += dice.chance(0.2) ? 256 : 0;
      placed.add(new Subnetwork(next, next + each.size() - 1, each.country(), each.kind()));
      next += each.size();
    }
    return placed;
  }

  private Subnetwork only(String code, Kind kind) {
    return kind(kind).stream()
        .filter(each -> each.country().equals(code))
        .findFirst()
        .orElseThrow();
  }

  private List<Subnetwork> kind(Kind kind) {
    return all.stream().filter(each -> each.kind() == kind).toList();
  }

  /** All ranges in order of their addresses. */
  public List<Subnetwork> all() {
    return all;
  }

  /**
   * A home line: every slot of a country has an address of its own while there are fewer slots than
   * addresses.
   */
  public String home(int countryNumber, long slot) {
    Subnetwork range = homes[countryNumber];
    long size = range.size();
    long step = 0x9E37_79B1L % size | 1;
    while (greatestCommonDivisor(step, size) != 1) {
      step += 2;
    }
    return Subnetwork.dotted(range.first() + Math.floorMod(slot * step + 17, size));
  }

  private static long greatestCommonDivisor(long a, long b) {
    return b == 0 ? a : greatestCommonDivisor(b, a % b);
  }

  /** The exit of a country's mobile carrier that serves the given group of customers. */
  public String mobileExit(int countryNumber, int group) {
    Subnetwork range = mobiles[countryNumber];
    return Subnetwork.dotted(range.first() + 1 + Math.floorMod(group * 7L, range.size() - 1));
  }

  /** An exit of a VPN provider; few exits serve most customers. */
  public String vpnExit(Dice dice) {
    return exit(dice, vpns, 5);
  }

  public String torExit(Dice dice) {
    return exit(dice, tors, 9);
  }

  public String hostingAddress(Dice dice) {
    return exit(dice, hosting, 20);
  }

  private static String exit(Dice dice, List<Subnetwork> ranges, int perRange) {
    double skewed = dice.fraction() * dice.fraction();
    Subnetwork range = ranges.get((int) (skewed * ranges.size()));
    return Subnetwork.dotted(
        range.first() + 3 + (long) dice.below(perRange) * dice.below(perRange) % 60);
  }

  /**
   * A home line in IPv6: a country's block, the customer's /64, an address that changes now and
   * then.
   */
  public static String home6(int countryNumber, int rank, Dice dice) {
    return String.format(
        Locale.ROOT,
        "2001:db8:%x:%x:%x:%x:%x:%x",
        (countryNumber + 1) << 8 | (rank >> 16 & 0x7f),
        rank & 0xffff,
        1 + dice.below(0xffff),
        1 + dice.below(0xffff),
        1 + dice.below(0xffff),
        1 + dice.below(0xffff));
  }
}
