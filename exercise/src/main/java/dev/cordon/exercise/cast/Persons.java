package dev.cordon.exercise.cast;

/** Names, homes and telephone numbers: pure functions of the seed and a person's number. */
public final class Persons {
  private final long seed;
  private final Cast cast;
  private final Countries countries;
  private final Phones phones;

  public Persons(long seed, boolean wide, Cast cast, Countries countries) {
    this.seed = seed;
    this.phones = new Phones(wide, cast, countries);
    this.cast = cast;
    this.countries = countries;
  }

  public Country country(int person) {
    return countries.at(cast.country(person));
  }

  /** The whole person. */
  public Person person(int index) {
    Country country = country(index);
    Dice dice = Dice.of(seed, "person", index);
    String given = dice.pick(country.givenNames());
    String family = dice.pick(country.familyNames());
    int birthYear = 1948 + dice.below(57);
    if (dice.chance(0.12)) {
      given = given + middle(dice.pick(country.givenNames()), given);
    }
    Person own =
        new Person(
            index,
            country,
            latin(given),
            latin(family),
            script(given),
            script(family),
            birthYear,
            home(index));
    return cast.relation(index) == Relation.NONE ? own : related(own, cast.partner(index));
  }

  /** A person whose name is tied to that of the leader of a trap. */
  private Person related(Person own, int leaderIndex) {
    return switch (cast.relation(own.index())) {
      case SENIOR_JUNIOR -> {
        Person leader = person(leaderIndex);
        int birthYear =
            leader.birthYear() > 1976 ? leader.birthYear() - 27 : leader.birthYear() + 27;
        yield named(
            own,
            leader.given(),
            leader.family(),
            leader.nativeGiven(),
            leader.nativeFamily(),
            birthYear);
      }
      case NAMESAKE -> {
        Person leader = person(leaderIndex);
        yield named(own, leader.given(), leader.family(), "", "", own.birthYear());
      }
      case HOUSEHOLD_CARD, FAMILY_MAILBOX -> {
        Person leader = person(leaderIndex);
        yield named(
            own,
            own.given(),
            leader.family(),
            own.nativeGiven(),
            leader.nativeFamily(),
            own.birthYear());
      }
      case NONE,
          HOUSEHOLD_LINE,
          PREPAID_SHARED,
          EXCHANGE_WALLET,
          HANDLE_REUSE,
          DOTS_MATTER,
          RECYCLED_MAILBOX,
          RECYCLED_PHONE,
          SHARED_DEVICE,
          RECOVERY_OTHER,
          PASSED_ON_LINE,
          CARDED,
          HOMOGLYPH,
          MOBILE_EXIT,
          VPN_EXIT,
          TOR_EXIT ->
          own;
    };
  }

  private static Person named(
      Person own,
      String given,
      String family,
      String nativeGiven,
      String nativeFamily,
      int birthYear) {
    return new Person(
        own.index(),
        own.country(),
        given,
        family,
        nativeGiven,
        nativeFamily,
        birthYear,
        own.home());
  }

  /**
   * The relative whose name stands on a person's bill: same family, same home, another given name.
   */
  public Person relativeOf(int index) {
    Person person = person(index);
    Dice dice = Dice.of(seed, "relative", index);
    String given = person.given();
    while (given.equals(person.given())) {
      given = latin(dice.pick(person.country().givenNames()));
    }
    int birthYear = person.birthYear() > 1975 ? person.birthYear() - 26 : person.birthYear() + 24;
    return new Person(
        cast.partner(index),
        person.country(),
        given,
        person.family(),
        "",
        "",
        birthYear,
        person.home());
  }

  private static String middle(String other, String given) {
    return other.equals(given) || other.indexOf('/') >= 0 || given.indexOf('/') >= 0
        ? ""
        : ' ' + other;
  }

  private static String latin(String name) {
    int cut = name.indexOf('/');
    return cut < 0 ? name : name.substring(0, cut);
  }

  private static String script(String name) {
    int cut = name.indexOf('/');
    return cut < 0 ? "" : name.substring(cut + 1);
  }

  private Person.Home home(int index) {
    int leader = cast.partner(index);
    if (leader >= 0 && cast.relation(index).sharesHome()) {
      return home(leader);
    }
    return homeIn(index, country(index), "home");
  }

  /** Where a person who moved lived before. */
  public Person.Home formerHome(int index) {
    return homeIn(index, formerCountry(index), "former-home");
  }

  /** The country a person who moved came from; the present one for all others. */
  public Country formerCountry(int index) {
    if (!cast.has(index, Trait.MOVED)) {
      return country(index);
    }
    Dice dice = Dice.of(seed, "former-country", index);
    Country former = country(index);
    while (former == country(index)) {
      former = countries.drawn(dice);
    }
    return former;
  }

  private Person.Home homeIn(int index, Country country, String purpose) {
    Dice dice = Dice.of(seed, purpose, index);
    String line = country.addressLine(dice.pick(country.streets()), dice.between(1, 199));
    String city = dice.pick(country.cities());
    int cut = city.indexOf('=');
    return new Person.Home(
        line, postcode(dice, city.substring(cut + 1)), city.substring(0, cut), country);
  }

  private static String postcode(Dice dice, String form) {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < form.length(); i++) {
      char c = form.charAt(i);
      code.append(
          c == '#' ? (char) ('0' + dice.below(10)) : c == 'Z' ? (char) ('A' + dice.below(26)) : c);
    }
    return code.toString();
  }

  /** A telephone number of a person that cannot be rung. */
  public String phone(int index, int variant) {
    return phones.number(index, variant);
  }
}
