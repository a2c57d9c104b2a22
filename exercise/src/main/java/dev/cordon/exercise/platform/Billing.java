package dev.cordon.exercise.platform;

import dev.cordon.exercise.cast.Cast;
import dev.cordon.exercise.cast.Country;
import dev.cordon.exercise.cast.Dice;
import dev.cordon.exercise.cast.Person;
import dev.cordon.exercise.cast.Spelling;
import dev.cordon.exercise.cast.Trait;
import java.util.Locale;
import java.util.Optional;

/**
 * The name and address given with an account or an order, as typed there.
 *
 * @param home empty where only a name was given
 */
public record Billing(String given, String family, Optional<Person.Home> home, String phone) {

  /** What somebody types for one account at a time. */
  public static Billing of(World world, int person, int ordinal, Tie tie, int seconds) {
    Cast cast = world.cast();
    if (cast.has(person, Trait.STOLEN_CARD) && cast.partner(person) >= 0) {
      Person victim = world.persons().person(cast.partner(person));
      return new Billing(victim.given(), victim.family(), Optional.of(victim.home()), "");
    }
    Dice dice = Dice.of(world.seed(), "billing", person * 16L + ordinal);
    if (!tie.sharesAddress() || cast.has(person, Trait.NO_BILLING)) {
      Country country = world.persons().country(person);
      String phone = tie.sharesPhone() ? "" : world.persons().phone(person, 1 + ordinal % 6);
      String alias = Spelling.plain(first(dice.pick(country.givenNames())));
      String otherAlias = Spelling.plain(first(dice.pick(country.familyNames())));
      return new Billing(alias, otherAlias, Optional.empty(), dice.chance(0.3) ? phone : "");
    }
    Person named =
        cast.has(person, Trait.BILLED_TO_RELATIVE)
            ? world.persons().relativeOf(person)
            : world.persons().person(person);
    boolean before = cast.has(person, Trait.MOVED) && seconds < world.whereabouts().movedAt(person);
    Person.Home home = before ? world.persons().formerHome(person) : named.home();
    String phone =
        dice.chance(tie == Tie.PHONE || ordinal == 0 ? 0.75 : 0.4) || tie == Tie.PHONE
            ? phoneForm(world.persons().phone(person, 0), dice)
            : "";
    return spelled(named, home, phone, dice);
  }

  private static String first(String name) {
    int cut = name.indexOf('/');
    return cut < 0 ? name : name.substring(0, cut);
  }

  private static String phoneForm(String phone, Dice dice) {
    return switch (dice.below(5)) {
      case 0 -> phone.replace(" ", "");
      case 1 -> phone.replace(' ', '-');
      case 2 -> "00" + phone.substring(1).replace(" ", "");
      default -> phone;
    };
  }

  private static Billing spelled(Person named, Person.Home home, String phone, Dice dice) {
    int style = dice.below(100);
    String given = named.given();
    String family = named.family();
    Optional<Person.Home> where = Optional.of(home);
    if (style < 62) {
      return new Billing(given, family, where, phone);
    }
    if (style < 72) {
      return new Billing(Spelling.plain(given), Spelling.plain(family), where, phone);
    }
    if (style < 80) {
      return new Billing(Spelling.longForm(given), Spelling.longForm(family), where, phone);
    }
    if (style < 85) {
      return new Billing(
          given.toUpperCase(Locale.ROOT), family.toUpperCase(Locale.ROOT), where, phone);
    }
    if (style < 89) {
      return new Billing(family, given, where, phone);
    }
    if (style < 92) {
      return new Billing(given, Spelling.typo(family, dice), where, phone);
    }
    if (style < 95) {
      return new Billing(
          Spelling.doubleEncoded(given), Spelling.doubleEncoded(family), where, phone);
    }
    return style < 97
        ? new Billing(Spelling.questionMarks(given), Spelling.questionMarks(family), where, phone)
        : new Billing(given.substring(0, 1) + '.', family, where, phone);
  }
}
