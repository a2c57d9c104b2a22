package dev.cordon.law;

import dev.cordon.law.Coverage.Answer;
import dev.cordon.law.Coverage.Considered;
import dev.cordon.law.Provision.Force;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The law catalogue: what is known, with its sources, and no more. Immutable.
 *
 * <p>The rule of an answer, in this order: a provision surely in force that covers the conduct:
 * covered. Any provision that might cover it (likely, unknown, or not surely in force): unknown.
 * Provisions that speak of it but exclude it, or have surely not begun: not covered. Otherwise, as
 * when nobody has read that country's law: unknown.
 */
public final class LawCatalogue {

  private final Map<String, JurisdictionLaw> jurisdictions;

  /** Makes a catalogue; refuses two files for one country and two provisions of one id. */
  public LawCatalogue(Collection<JurisdictionLaw> jurisdictions) {
    Set<String> ids = new HashSet<>();
    for (JurisdictionLaw jurisdiction : jurisdictions) {
      for (Provision provision : jurisdiction.provisions()) {
        if (!ids.add(provision.id())) {
          throw new IllegalArgumentException("two provisions have the id " + provision.id());
        }
      }
    }
    this.jurisdictions =
        jurisdictions.stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    JurisdictionLaw::country, jurisdiction -> jurisdiction));
  }

  /** All jurisdictions by country code. */
  public List<JurisdictionLaw> jurisdictions() {
    return jurisdictions.values().stream()
        .sorted(Comparator.comparing(JurisdictionLaw::country))
        .toList();
  }

  /** One country's part, if the catalogue has a file for it. */
  public Optional<JurisdictionLaw> jurisdiction(String country) {
    return Optional.ofNullable(jurisdictions.get(country));
  }

  /** Whether the conduct with fully synthetic material is covered in the country on the day. */
  public Coverage coverage(String country, Conduct conduct, LocalDate on) {
    JurisdictionLaw jurisdiction = jurisdictions.get(country);
    if (jurisdiction == null) {
      return unknown(country, conduct, on, "The catalogue has no file for " + country + ".");
    }
    if (!jurisdiction.researched()) {
      return unknown(country, conduct, on, jurisdiction.name() + " has not been researched.");
    }
    List<Considered> considered =
        jurisdiction.provisions().stream()
            .flatMap(provision ->
                provision.scopeOf(conduct).stream()
                    .map(scope -> new Considered(provision, scope, provision.on(on))))
            .toList();
    Verdict verdict = judge(jurisdiction, considered);
    return new Coverage(
        country,
        conduct,
        on,
        verdict.answer(),
        verdict.reason(),
        considered,
        questions(considered));
  }

  private record Verdict(Answer answer, String reason) {}

  private static Verdict judge(JurisdictionLaw jurisdiction, List<Considered> considered) {
    if (considered.isEmpty()) {
      return new Verdict(
          Answer.UNKNOWN,
          "No provision in the catalogue for " + jurisdiction.name() + " speaks of this conduct.");
    }
    Predicate<Considered> inForce = one -> one.force() == Force.IN_FORCE;
    List<Considered> covering =
        considered.stream().filter(inForce.and(one -> one.scope() == Scope.COVERED)).toList();
    if (!covering.isEmpty()) {
      return new Verdict(Answer.COVERED, "Covered by " + citations(covering) + ".");
    }
    List<Considered> open = considered.stream().filter(LawCatalogue::mightCover).toList();
    if (!open.isEmpty()) {
      return new Verdict(
          Answer.UNKNOWN,
          "Might be covered by "
              + citations(open)
              + "; the sources do not settle its scope or its dates.");
    }
    List<Considered> ahead =
        considered.stream().filter(one -> one.force() == Force.NOT_YET).toList();
    if (considered.stream().anyMatch(inForce)) {
      return new Verdict(
          Answer.NOT_COVERED, "Not covered by " + citations(considered) + ", as far as known.");
    }
    if (ahead.size() == considered.size()) {
      return new Verdict(Answer.NOT_COVERED, citations(ahead) + " had not begun on that day.");
    }
    return new Verdict(
        Answer.UNKNOWN, citations(considered) + " had ended; what follows it is not known.");
  }

  private static boolean mightCover(Considered one) {
    return switch (one.force()) {
      case NOT_YET, ENDED -> false;
      case UNKNOWN -> one.scope() != Scope.NOT_COVERED;
      case IN_FORCE -> one.scope() == Scope.LIKELY || one.scope() == Scope.UNKNOWN;
    };
  }

  private static List<String> questions(List<Considered> considered) {
    return considered.stream()
        .filter(one -> one.force() == Force.IN_FORCE || one.force() == Force.UNKNOWN)
        .flatMap(one -> one.provision().questions().stream())
        .distinct()
        .toList();
  }

  private static Coverage unknown(String country, Conduct conduct, LocalDate on, String reason) {
    return new Coverage(
        country,
        conduct,
        on,
        Answer.UNKNOWN,
        reason,
        List.of(),
        List.of("Is this conduct an offence here, and since when?"));
  }

  private static String citations(List<Considered> provisions) {
    return provisions.stream()
        .map(one -> one.provision().citationWithArea())
        .collect(Collectors.joining("; "));
  }
}
