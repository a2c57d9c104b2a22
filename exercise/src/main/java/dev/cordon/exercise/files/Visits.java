package dev.cordon.exercise.files;

import dev.cordon.exercise.cast.Cast;
import dev.cordon.exercise.cast.Country;
import dev.cordon.exercise.cast.Dice;
import dev.cordon.exercise.cast.Trait;
import dev.cordon.exercise.platform.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who was visited, what was done there and how many items were taken: 33 searches, 25 arrests, 173
 * items in size S.
 */
final class Visits {
  private static final int SEARCHES = 33;
  private static final int ARRESTS = 25;
  private static final int ITEMS = 173;

  /** Larger exercises do not have more action than an operation can carry. */
  private static final double LARGEST = 10;

  /** Why a report finds no package. */
  enum Mismatch {
    NONE,
    /** The person moved away; another name is at the door. */
    MOVED_AWAY,
    /** The officer heard another name. */
    OTHER_NAME,
    /** Never a suspect of this operation. */
    NEVER_SUSPECT
  }

  /** One visit to one person. */
  record Visit(
      int person, boolean search, boolean arrest, int items, boolean later, Mismatch mismatch) {}

  private final Map<Integer, List<Visit>> byCountry = new HashMap<>();

  private Visits() {}

  List<Visit> of(Country country) {
    return byCountry.getOrDefault(country.number(), List.of());
  }

  /** Plans every visit of the exercise. */
  static Visits plan(World world) {
    Visits visits = new Visits();
    Dice dice = Dice.of(world.seed(), "visits", 0);
    List<Integer> suspects = suspects(world, dice);
    double factor = Math.min(LARGEST, world.extent().factor());
    int searches = Math.min(suspects.size() - 3, Math.max(4, (int) Math.round(SEARCHES * factor)));
    int arrests = Math.min(searches, Math.max(3, (int) Math.round(ARRESTS * factor)));
    int items = Math.max(searches, (int) Math.round(ITEMS * factor));
    int misses = Math.max(1, searches / 11);
    for (int i = 0; i < searches; i++) {
      boolean missed = i >= searches - misses;
      Mismatch mismatch = missed ? Mismatch.values()[1 + i % 3] : Mismatch.NONE;
      // Two of the arrests follow later, without a search of the home.
      boolean arrest = i < arrests - 2;
      int taken = items / searches + (i < items % searches ? 1 : 0);
      visits.add(world, new Visit(suspects.get(i), true, arrest, taken, i % 6 == 5, mismatch));
    }
    for (int i = searches; i < searches + 2; i++) {
      visits.add(world, new Visit(suspects.get(i), false, true, 0, true, Mismatch.NONE));
    }
    for (int i = searches + 2; i < suspects.size(); i++) {
      boolean first = visits.of(world.persons().country(suspects.get(i))).isEmpty();
      if (first || dice.chance(0.22)) {
        Mismatch mismatch = !first && dice.chance(0.06) ? Mismatch.OTHER_NAME : Mismatch.NONE;
        visits.add(world, new Visit(suspects.get(i), false, false, 0, true, mismatch));
      }
    }
    return visits;
  }

  private void add(World world, Visit visit) {
    byCountry
        .computeIfAbsent(world.cast().country(visit.person()), key -> new ArrayList<>())
        .add(visit);
  }

  /**
   * Buyers in an order that goes round the countries by their share, those with a clear name first.
   */
  private static List<Integer> suspects(World world, Dice dice) {
    Cast cast = world.cast();
    List<Integer> clear = new ArrayList<>();
    List<Integer> others = new ArrayList<>();
    for (int person = 0; person < cast.size(); person++) {
      if (cast.has(person, Trait.BUYER)) {
        boolean unclear =
            cast.has(person, Trait.NO_BILLING)
                || cast.has(person, Trait.STOLEN_CARD)
                || cast.has(person, Trait.BILLED_TO_RELATIVE)
                || cast.has(person, Trait.GUEST_ONLY);
        (unclear ? others : clear).add(person);
      }
    }
    for (int i = clear.size() - 1; i > 0; i--) {
      java.util.Collections.swap(clear, i, dice.below(i + 1));
    }
    List<Integer> order = oneOfEachFirst(world, clear);
    // Without the others the reports would be too easy; they come in between.
    for (int i = 0; i < others.size(); i++) {
      order.add(Math.min(order.size(), 9 + i * 9), others.get(i));
    }
    return order;
  }

  /** The first of every country that has at least three, then all the rest. */
  private static List<Integer> oneOfEachFirst(World world, List<Integer> drawn) {
    List<Integer> first = new ArrayList<>();
    List<Integer> rest = new ArrayList<>();
    Set<Integer> seen = new HashSet<>();
    for (int person : drawn) {
      boolean early =
          world.persons().country(person).buyers() > 2 && seen.add(world.cast().country(person));
      (early ? first : rest).add(person);
    }
    first.addAll(rest);
    return first;
  }
}
