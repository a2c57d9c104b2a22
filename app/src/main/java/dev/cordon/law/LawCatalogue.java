package dev.cordon.law;

import dev.cordon.law.Coverage.Answer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The law catalogue: what is known, with its sources, and no more. Immutable; safe for many
 * threads.
 *
 * <p>A part of a country answers by its own file and by what its country's file says for the whole
 * country or for that part. A country answers by what holds in the whole of it; where only parts
 * are covered it says so.
 */
public final class LawCatalogue {

  private final Jurisdictions jurisdictions;
  private final Map<String, JurisdictionLaw> files = new HashMap<>();
  private final Map<String, List<Provision>> provisions = new HashMap<>();
  private final String version;

  /**
   * Makes a catalogue.
   *
   * @param version which state of the files this is; stored with each answer
   * @throws IllegalArgumentException when the files contradict each other or the list
   */
  public LawCatalogue(
      Jurisdictions jurisdictions, Collection<JurisdictionLaw> laws, String version) {
    this.jurisdictions = jurisdictions;
    this.version = version;
    CatalogueCheck.check(jurisdictions, laws);
    laws.forEach(law -> files.put(law.jurisdiction(), law));
    jurisdictions.all().forEach(one -> provisions.put(one.code(), holdingIn(one)));
  }

  /** Which state of the files this is: the latest day sources were read, and a digest. */
  public String version() {
    return version;
  }

  /** Every place that can be asked about. */
  public Jurisdictions places() {
    return jurisdictions;
  }

  /** All files, by code. */
  public List<JurisdictionLaw> files() {
    return files.values().stream()
        .sorted(Comparator.comparing(JurisdictionLaw::jurisdiction))
        .toList();
  }

  /** The file that speaks of a jurisdiction: its own, or its country's. */
  public Optional<JurisdictionLaw> file(String code) {
    JurisdictionLaw own = files.get(code);
    return own != null || code.length() < 2
        ? Optional.ofNullable(own)
        : Optional.ofNullable(files.get(code.substring(0, 2)));
  }

  /** The provisions that hold in the whole of a jurisdiction, its country's included. */
  public List<Provision> provisions(String code) {
    return provisions.getOrDefault(code, List.of());
  }

  /** What the catalogue says to a question. */
  public Coverage coverage(LawQuestion question) {
    Coverage whole = alone(question);
    Optional<Jurisdiction> place = jurisdictions.find(question.jurisdiction());
    if (whole.answer() == Answer.COVERED || place.isEmpty() || place.get().isDivision()) {
      return Ages.explained(question, whole, this::alone);
    }
    List<Coverage> parts =
        jurisdictions.divisionsOf(question.jurisdiction()).stream()
            .filter(part -> part.kind() == Jurisdiction.Kind.LAW)
            .filter(part -> !provisions(part.code()).equals(provisions(part.country())))
            .map(part -> alone(question.in(part.code())))
            .toList();
    return parts.isEmpty() ? whole : Parts.together(question, parts, jurisdictions, version);
  }

  /**
   * The same for a conduct whose day is one of two: where they differ, unknown, naming both.
   *
   * @param question its day is not used
   */
  public Coverage coverage(LawQuestion question, LocalDays days) {
    Coverage first = coverage(question.at(days.earliest()));
    if (days.isCertain()) {
      return first;
    }
    Coverage second = coverage(question.at(days.latest()));
    if (first.answer() == second.answer()) {
      return first;
    }
    List<Coverage.Considered> both = new ArrayList<>(first.provisions());
    both.addAll(second.provisions());
    return new Coverage(
        first.question(),
        Answer.UNKNOWN,
        "By the time zones of the place it was "
            + days.earliest()
            + " ("
            + first.answer().words()
            + ") or "
            + days.latest()
            + " ("
            + second.answer().words()
            + "); the place must be known more exactly.",
        both,
        first.questions(),
        version);
  }

  /** What differs in a jurisdiction between two days, for one material. */
  public List<LawChange> changes(String code, Material material, LocalDate from, LocalDate to) {
    return LawChanges.between(this, code, material, from, to);
  }

  private Coverage alone(LawQuestion question) {
    String code = question.jurisdiction();
    Optional<Jurisdiction> place = jurisdictions.find(code);
    if (place.isEmpty()) {
      return unknown(question, null, "There is no jurisdiction " + code + ".");
    }
    String name = place.get().name();
    Optional<JurisdictionLaw> file = file(code);
    if (file.isEmpty()) {
      return unknown(question, name, "The catalogue has no file for " + name + ".");
    }
    if (!file.get().researched()) {
      return unknown(question, name, name + " has not been researched.");
    }
    return Judging.answer(question, name, file.get(), provisions(code), version);
  }

  private Coverage unknown(LawQuestion question, @Nullable String name, String reason) {
    return new Coverage(
        question, Answer.UNKNOWN, reason, List.of(), List.of(Inquiry.isItAnOffence(name)), version);
  }

  private List<Provision> holdingIn(Jurisdiction one) {
    List<Provision> holding = new ArrayList<>();
    for (String code :
        one.isDivision() ? List.of(one.country(), one.code()) : List.of(one.code())) {
      if (files.containsKey(code)) {
        Objects.requireNonNull(files.get(code)).provisions().stream()
            .filter(provision -> provision.holdsIn(one.code()))
            .forEach(holding::add);
      }
    }
    return List.copyOf(holding);
  }
}
