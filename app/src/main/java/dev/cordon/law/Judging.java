package dev.cordon.law;

import dev.cordon.law.Coverage.Answer;
import dev.cordon.law.Coverage.Considered;
import dev.cordon.law.Provision.Force;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rule of an answer, in this order: a day before all the file speaks of: unknown. A provision
 * surely in force that covers the conduct: covered. One that might (likely, unknown, or not surely
 * in force): unknown. One that was on its way: bill only. Provisions that speak of it and exclude
 * it, or had surely not begun: not covered. Otherwise: unknown.
 */
final class Judging {

  private static final Set<Force> OPEN = EnumSet.of(Force.IN_FORCE, Force.UNKNOWN, Force.PENDING);

  private Judging() {}

  private record Verdict(Answer answer, String reason) {}

  static Coverage answer(
      LawQuestion question,
      String name,
      JurisdictionLaw file,
      List<Provision> provisions,
      String version) {
    List<Considered> considered = considered(question, provisions);
    Verdict verdict =
        file.beginsAfter(question.on())
            ? new Verdict(
                Answer.UNKNOWN,
                "The day lies before the catalogue, which speaks of "
                    + name
                    + " from "
                    + file.knowsFrom()
                    + " on.")
            : judge(name, considered);
    return new Coverage(
        question,
        verdict.answer(),
        verdict.reason(),
        considered,
        questions(name, considered),
        version);
  }

  private static List<Considered> considered(LawQuestion question, List<Provision> provisions) {
    List<Considered> considered = new ArrayList<>();
    for (Provision provision : provisions) {
      Optional<Rule> rule = provision.ruleFor(question.conduct(), question.material());
      if (rule.isPresent() && speaksOf(provision, question)) {
        Scope scope =
            rule.get().scopeOf(question.conduct(), question.material()).orElse(Scope.UNKNOWN);
        considered.add(
            new Considered(
                provision,
                rule.get(),
                aged(scope, provision, question),
                provision.on(question.on())));
      }
    }
    return considered;
  }

  private static boolean speaksOf(Provision provision, LawQuestion question) {
    AgeBand asked = question.age();
    return asked == null
        || provision.ageBand() == AgeBand.UNKNOWN
        || provision.ageBand().reaches(asked);
  }

  // Where the age matters and the sources do not give the band, nothing is said to be covered.
  private static Scope aged(Scope scope, Provision provision, LawQuestion question) {
    boolean open = question.age() != null && provision.ageBand() == AgeBand.UNKNOWN;
    return open && scope != Scope.NOT_COVERED ? Scope.UNKNOWN : scope;
  }

  private static Verdict judge(String name, List<Considered> considered) {
    if (considered.isEmpty()) {
      return new Verdict(
          Answer.UNKNOWN, "No provision in the catalogue for " + name + " speaks of this.");
    }
    Predicate<Considered> inForce = one -> one.force() == Force.IN_FORCE;
    List<Considered> covering = those(considered, inForce.and(one -> one.scope() == Scope.COVERED));
    if (!covering.isEmpty()) {
      return new Verdict(Answer.COVERED, "Covered by " + citations(covering) + ".");
    }
    List<Considered> open = those(considered, Judging::mightCover);
    if (!open.isEmpty()) {
      return new Verdict(
          Answer.UNKNOWN,
          "Might be covered by "
              + citations(open)
              + "; the sources do not settle its scope or its dates.");
    }
    List<Considered> coming =
        those(considered, one -> one.force() == Force.PENDING && one.scope() != Scope.NOT_COVERED);
    if (!coming.isEmpty()) {
      return new Verdict(
          Answer.BILL_ONLY, "Only a text on its way speaks of it: " + citations(coming) + ".");
    }
    return excluded(considered, inForce);
  }

  private static Verdict excluded(List<Considered> considered, Predicate<Considered> inForce) {
    List<Considered> excluding = those(considered, inForce);
    if (!excluding.isEmpty()) {
      return new Verdict(
          Answer.NOT_COVERED, "Not covered by " + citations(excluding) + ", as far as known.");
    }
    if (considered.stream().noneMatch(one -> one.force() == Force.ENDED)) {
      return new Verdict(Answer.NOT_COVERED, citations(considered) + " had not begun on that day.");
    }
    return new Verdict(
        Answer.UNKNOWN, citations(considered) + " had ended; what follows it is not known.");
  }

  private static boolean mightCover(Considered one) {
    return switch (one.force()) {
      case NOT_YET, ENDED, PENDING -> false;
      case UNKNOWN -> one.scope() != Scope.NOT_COVERED;
      case IN_FORCE -> one.scope() == Scope.LIKELY || one.scope() == Scope.UNKNOWN;
    };
  }

  private static List<Inquiry> questions(String name, List<Considered> considered) {
    List<Inquiry> asked =
        considered.stream()
            .filter(one -> OPEN.contains(one.force()))
            .flatMap(one -> Stream.concat(one.provision().questions().stream(), general(one)))
            .distinct()
            .toList();
    return asked.isEmpty() ? List.of(Inquiry.isItAnOffence(name)) : asked;
  }

  private static Stream<Inquiry> general(Considered one) {
    return one.provision().privateUse() == PrivateUse.UNKNOWN && one.rule().materials() != null
        ? Stream.of(
            new Inquiry(
                Inquiry.About.INTENT,
                "Did the person know what the material was, and is material kept for oneself excepted"
                    + " here?"))
        : Stream.empty();
  }

  private static List<Considered> those(List<Considered> all, Predicate<Considered> which) {
    return all.stream().filter(which).toList();
  }

  static String citations(List<Considered> provisions) {
    return provisions.stream()
        .map(one -> one.provision().citation())
        .distinct()
        .collect(Collectors.joining("; "));
  }
}
