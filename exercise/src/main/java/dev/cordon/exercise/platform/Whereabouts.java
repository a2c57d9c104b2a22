package dev.cordon.exercise.platform;

import dev.cordon.exercise.cast.Cast;
import dev.cordon.exercise.cast.Countries;
import dev.cordon.exercise.cast.Dice;
import dev.cordon.exercise.cast.Persons;
import dev.cordon.exercise.cast.Relation;
import dev.cordon.exercise.cast.Trait;

/** From which address a person reaches the platform at a time. Immutable. */
public final class Whereabouts {
  private static final int IPV6_SHARE = 13;

  private final long seed;
  private final Cast cast;
  private final Persons persons;
  private final Network network;
  private final Countries countries;

  public Whereabouts(long seed, Cast cast, Persons persons, Network network, Countries countries) {
    this.seed = seed;
    this.cast = cast;
    this.persons = persons;
    this.network = network;
    this.countries = countries;
  }

  /** The address behind one act of an account's owner. */
  public String address(int person, Tie tie, int seconds, long key) {
    Dice dice = Dice.of(seed, "where", key * 31 + person);
    int share = dice.below(100);
    if (!tie.sharesLine() || cast.has(person, Trait.HIDDEN_ONLY)) {
      return share < 75
          ? favouriteExit(person)
          : share < 90 ? network.vpnExit(dice) : network.torExit(dice);
    }
    if (cast.has(person, Trait.TRAVELLER) && share < 18) {
      return abroad(person, seconds);
    }
    int mobile = cast.has(person, Trait.MOBILE_FIRST) ? 70 : 38;
    if (share >= 18 && share < mobile) {
      return mobile(person);
    }
    if (share >= 86) {
      return share < 96
          ? favouriteExit(person)
          : share < 98 ? network.vpnExit(dice) : network.torExit(dice);
    }
    return homeLine(person, seconds);
  }

  /** The person's home line at a time. */
  public String homeLine(int person, int seconds) {
    int holder = cast.relation(person).sharesHome() ? cast.partner(person) : person;
    boolean before = cast.has(holder, Trait.MOVED) && seconds < movedAt(holder);
    int country = before ? persons.formerCountry(holder).number() : cast.country(holder);
    int rank = before ? 50_000 + cast.rank(holder) : cast.rank(holder);
    Dice dice = Dice.of(seed, "line", holder);
    boolean sixth = dice.below(100) < IPV6_SHARE;
    if (sixth
        && cast.relation(person) == Relation.NONE
        && !cast.has(holder, Trait.LINE_PASSED_ON)) {
      return Network.home6(
          country, rank, Dice.of(seed, "line6", holder * 64L + seconds / 3_000_000));
    }
    int given = cast.leader(person, Relation.PASSED_ON_LINE);
    if (given >= 0 && cast.country(given) == country && seconds > switchAt(given)) {
      return network.home(country, cast.rank(given) * 2L);
    }
    boolean later = dice.chance(0.45) && seconds > switchAt(holder);
    return network.home(country, rank * 2L + (later || passesOn(holder, seconds) ? 1 : 0));
  }

  private boolean passesOn(int holder, int seconds) {
    return cast.has(holder, Trait.LINE_PASSED_ON) && seconds > switchAt(holder);
  }

  /** When a person's provider gave the line another address. */
  public int switchAt(int person) {
    return (int) (Clock.SPAN * (0.45 + 0.4 * Dice.of(seed, "switch", person).fraction()));
  }

  /** When a person who moved arrived in the present country. */
  public int movedAt(int person) {
    return (int) (Clock.SPAN * (0.5 + 0.25 * Dice.of(seed, "moved", person).fraction()));
  }

  /** The mobile exit that serves a person; the carrier has few of them. */
  public String mobile(int person) {
    int leader = cast.leader(person, Relation.MOBILE_EXIT);
    int customer = leader >= 0 ? leader : person;
    int groups = 1 + cast.population(cast.country(customer)) / 400;
    return network.mobileExit(cast.country(customer), cast.rank(customer) % groups);
  }

  /** The VPN or Tor exit a person uses most. */
  public String favouriteExit(int person) {
    int leader =
        Math.max(cast.leader(person, Relation.VPN_EXIT), cast.leader(person, Relation.TOR_EXIT));
    Dice dice = Dice.of(seed, "favourite", leader >= 0 ? leader : person);
    return cast.has(person, Trait.TOR_FIRST) ? network.torExit(dice) : network.vpnExit(dice);
  }

  private String abroad(int person, int seconds) {
    Dice dice = Dice.of(seed, "journey", person * 64L + seconds / 5_000_000);
    int country = dice.below(countries.all().size());
    return network.home(country, cast.population(country) * 3L + dice.below(50));
  }
}
