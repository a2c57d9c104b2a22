package dev.cordon.law;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the files of a catalogue must not contradict, each other and the list of jurisdictions. */
final class CatalogueCheck {

  private CatalogueCheck() {}

  static void check(Jurisdictions places, Collection<JurisdictionLaw> laws) {
    Map<String, String> owners = new HashMap<>();
    Set<String> codes = new HashSet<>();
    for (JurisdictionLaw law : laws) {
      if (!codes.add(law.jurisdiction())) {
        throw new IllegalArgumentException("two files speak of " + law.jurisdiction());
      }
      checkOne(places, law);
      for (Provision provision : law.provisions()) {
        String other = owners.putIfAbsent(provision.id(), law.jurisdiction());
        if (other != null) {
          throw wrong(
              provision, "stands in the file of " + other + " as well as of " + law.jurisdiction());
        }
      }
    }
  }

  /** What a single file must hold by itself. */
  static void checkOne(Jurisdictions places, JurisdictionLaw law) {
    Jurisdiction place =
        places
            .find(law.jurisdiction())
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "jurisdiction '" + law.jurisdiction() + "' is not in the list"));
    if (!place.name().equals(law.name())) {
      throw new IllegalArgumentException(
          "name is '" + law.name() + "'; " + place.code() + " is listed as '" + place.name() + "'");
    }
    Set<String> ids = new HashSet<>();
    for (Provision provision : law.provisions()) {
      if (!ids.add(provision.id())) {
        throw wrong(provision, "stands twice");
      }
      checkAreas(places, place, provision);
      checkStart(law, provision);
    }
    checkOverlaps(law.provisions());
  }

  private static void checkAreas(Jurisdictions places, Jurisdiction place, Provision provision) {
    for (String area : provision.appliesIn() == null ? List.<String>of() : provision.appliesIn()) {
      boolean known =
          places
              .find(area)
              .flatMap(Jurisdiction::parentCode)
              .filter(place.code()::equals)
              .isPresent();
      if (!known) {
        throw wrong(provision, "applies in '" + area + "', which is no part of " + place.name());
      }
    }
  }

  private static void checkStart(JurisdictionLaw law, Provision provision) {
    LocalDate first = first(provision.begins());
    LocalDate from = law.knowsFrom();
    if (from != null && first != null && from.isAfter(first)) {
      throw wrong(provision, "may begin on " + first + ", before knows_from " + from);
    }
  }

  private static void checkOverlaps(List<Provision> provisions) {
    for (int one = 0; one < provisions.size(); one++) {
      for (int other = one + 1; other < provisions.size(); other++) {
        checkOverlap(provisions.get(one), provisions.get(other));
      }
    }
  }

  // Two wordings of one provision must not both surely be in force on one day in one place.
  private static void checkOverlap(Provision one, Provision other) {
    if (!one.provision().equals(other.provision()) || !sharePlace(one, other)) {
      return;
    }
    LocalDate start = latest(one.begins().notAfter(), other.begins().notAfter());
    if (start == null) {
      return;
    }
    boolean apart =
        Stream.of(one, other)
            .map(Provision::ends)
            .filter(Objects::nonNull)
            .anyMatch(end -> !end.surelyAhead(start));
    if (!apart) {
      throw wrong(
          other,
          "overlaps in time with "
              + one.id()
              + ", another wording of "
              + one.provision()
              + ": both are in force on "
              + start);
    }
  }

  private static boolean sharePlace(Provision one, Provision other) {
    List<String> places = one.appliesIn();
    List<String> others = other.appliesIn();
    return places == null || others == null || places.stream().anyMatch(others::contains);
  }

  private static @Nullable LocalDate latest(@Nullable LocalDate one, @Nullable LocalDate other) {
    return one == null || other == null ? null : one.isAfter(other) ? one : other;
  }

  private static @Nullable LocalDate first(Boundary boundary) {
    return boundary.notBefore() == null ? boundary.notAfter() : boundary.notBefore();
  }

  private static IllegalArgumentException wrong(Provision provision, String what) {
    return new IllegalArgumentException("provision " + provision.id() + " " + what);
  }
}
