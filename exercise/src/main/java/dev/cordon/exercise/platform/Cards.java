package dev.cordon.exercise.platform;

import dev.cordon.exercise.cast.Cast;
import dev.cordon.exercise.cast.Countries;
import dev.cordon.exercise.cast.Country;
import dev.cordon.exercise.cast.Dice;
import dev.cordon.exercise.cast.Relation;
import dev.cordon.exercise.cast.Trait;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The fictitious issuers and the card each account pays with. Immutable. */
public final class Cards {
  private static final List<String> BRANDS = List.of("Cartano", "Novacard", "Meridian");
  private static final List<String> BANKS =
      List.of("Anchor", "Beacon", "Compass", "Driftwood", "Ember", "Foxglove", "Granary", "Hazel");

  private final long seed;
  private final Cast cast;
  private final List<List<Bin>> byCountry = new ArrayList<>();
  private final List<Bin> prepaid = new ArrayList<>();
  private final List<Bin> online = new ArrayList<>();

  public Cards(long seed, Cast cast, Countries countries) {
    this.seed = seed;
    this.cast = cast;
    Dice dice = Dice.of(seed, "bins", 0);
    Set<String> used = new HashSet<>();
    for (Country country : countries.all()) {
      List<Bin> own = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        own.add(bin(dice, used, country.code(), i == 4 ? "credit" : "debit", "Bank"));
      }
      byCountry.add(own);
    }
    for (String code : List.of("LT", "GB", "US", "DE", "MT", "IE")) {
      prepaid.add(bin(dice, used, code, "prepaid", "Gift Card"));
    }
    for (String code : List.of("LT", "IE", "BE", "GB")) {
      online.add(bin(dice, used, code, "debit", "Online Bank"));
    }
  }

  private static Bin bin(
      Dice dice, Set<String> used, String country, String funding, String suffix) {
    String digits =
        dice.chance(0.15)
            ? "000" + dice.letters("0123456789", 3)
            : "99" + dice.letters("0123456789", 4);
    while (!used.add(digits)) {
      digits = "99" + dice.letters("0123456789", 4);
    }
    String issuer = dice.pick(BANKS) + ' ' + suffix + ' ' + country + " (fictitious)";
    return new Bin(digits, country, dice.pick(BRANDS), funding, issuer);
  }

  /** Every known BIN in order of its digits. */
  public List<Bin> bins() {
    List<Bin> all = new ArrayList<>();
    byCountry.forEach(all::addAll);
    all.addAll(prepaid);
    all.addAll(online);
    all.sort(Comparator.comparing(Bin::digits));
    return all;
  }

  /** The card an account of a person pays with. */
  public Card card(int person, int ordinal, Tie tie) {
    int leader = cast.leader(person, Relation.PREPAID_SHARED);
    boolean leads = cast.has(person, Trait.PREPAID_CARD) && cast.has(person, Trait.LEADS);
    if (leads || leader >= 0) {
      return sharedPrepaid(leader >= 0 ? leader : person);
    }
    int lender = lender(person);
    boolean lent = lender != person;
    return draw(lender, lent || tie.sharesCard() ? 0 : ordinal);
  }

  /** Whose card a person uses: the own one, or that of a household, a victim. */
  public int lender(int person) {
    Relation relation = cast.relation(person);
    if (relation == Relation.HOUSEHOLD_CARD || relation == Relation.CARDED) {
      return lender(cast.partner(person));
    }
    return cast.has(person, Trait.STOLEN_CARD) && cast.partner(person) >= 0
        ? cast.partner(person)
        : person;
  }

  /**
   * One of few products whose cards all show the same fingerprint; about ten strangers hold each.
   */
  private Card sharedPrepaid(int leader) {
    Dice dice = Dice.of(seed, "shared-prepaid", leader % (1 + cast.size() / 2500));
    Bin bin = dice.pick(prepaid);
    String last4 = dice.letters("0123456789", 4);
    return new Card(
        dice.base62(16), bin.digits(), last4, bin.brand(), bin.funding(), bin.country(), 2026);
  }

  private Card draw(int person, int variant) {
    Dice dice = Dice.of(seed, "card", person * 16L + variant);
    List<Bin> choice =
        cast.has(person, Trait.PREPAID_CARD)
            ? prepaid
            : cast.has(person, Trait.FOREIGN_CARD)
                ? online
                : dice.chance(0.04) ? prepaid : byCountry.get(cast.country(person));
    Bin bin = dice.pick(choice);
    return new Card(
        dice.base62(16),
        bin.digits(),
        dice.letters("0123456789", 4),
        bin.brand(),
        bin.funding(),
        bin.country(),
        2025 + dice.below(4));
  }
}
