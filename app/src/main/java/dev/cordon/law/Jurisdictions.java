package dev.cordon.law;

import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.TimeZone.SystemTimeZoneType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Every jurisdiction there is to ask about: all countries of ISO 3166-1 and the parts of countries
 * where law or police differ. Immutable; safe for many threads.
 *
 * <p>The list is data, {@code dev/cordon/law/jurisdictions.csv}; reading it refuses by file and
 * line what it does not know. Time zones of countries are those of the CLDR.
 */
public final class Jurisdictions {

  /** The first and the last places on earth to reach a day, for places with no time zone. */
  private static final List<ZoneId> ANY = List.of(ZoneId.of("-12:00"), ZoneId.of("+14:00"));

  private final SortedMap<String, Jurisdiction> byCode;
  private final Map<String, List<ZoneId>> zones;

  Jurisdictions(Collection<Jurisdiction> all, Map<String, List<ZoneId>> zones) {
    SortedMap<String, Jurisdiction> map = new TreeMap<>();
    all.forEach(one -> map.put(one.code(), one));
    this.byCode = map;
    Map<String, List<ZoneId>> known = new TreeMap<>();
    map.values().forEach(one -> known.put(one.code(), zonesOf(one, zones)));
    this.zones = known;
  }

  /** The list that comes with Cordon. */
  public static Jurisdictions shipped() {
    return JurisdictionReader.shipped();
  }

  /** All, in the order of their codes: a country stands before its parts. */
  public List<Jurisdiction> all() {
    return List.copyOf(byCode.values());
  }

  /** The countries alone, in the order of their codes. */
  public List<Jurisdiction> countries() {
    return byCode.values().stream().filter(one -> !one.isDivision()).toList();
  }

  /** Whether the code names a jurisdiction of the list. */
  public boolean contains(String code) {
    return byCode.containsKey(code);
  }

  /** The jurisdiction of a code, if there is one. */
  public Optional<Jurisdiction> find(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /**
   * The jurisdiction of a code.
   *
   * @throws IllegalArgumentException when the code names none
   */
  public Jurisdiction get(String code) {
    return find(code)
        .orElseThrow(() -> new IllegalArgumentException("no jurisdiction has the code " + code));
  }

  /** The parts of a country where law or police differ, in the order of their codes. */
  public List<Jurisdiction> divisionsOf(String country) {
    return byCode.values().stream().filter(one -> country.equals(one.parent())).toList();
  }

  /**
   * The day a moment fell on there, by the zones of the whole jurisdiction.
   *
   * @throws IllegalArgumentException when the code names no jurisdiction
   */
  public LocalDays days(String code, Instant at) {
    List<LocalDate> days =
        zones.getOrDefault(get(code).code(), ANY).stream()
            .map(zone -> at.atZone(zone).toLocalDate())
            .sorted()
            .toList();
    return new LocalDays(days.getFirst(), days.getLast());
  }

  private static List<ZoneId> zonesOf(Jurisdiction one, Map<String, List<ZoneId>> own) {
    List<ZoneId> named = own.getOrDefault(one.code(), List.of());
    if (!named.isEmpty()) {
      return List.copyOf(named);
    }
    List<ZoneId> ofCountry =
        TimeZone.getAvailableIDs(SystemTimeZoneType.CANONICAL_LOCATION, one.country(), null)
            .stream()
            .map(ZoneId::of)
            .toList();
    return ofCountry.isEmpty() ? ANY : ofCountry;
  }
}
