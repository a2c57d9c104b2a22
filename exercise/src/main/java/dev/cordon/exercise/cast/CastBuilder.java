package dev.cordon.exercise.cast;

import dev.cordon.exercise.Extent;

/**
 * Chooses the persons of an exercise: the operator, the buyers, the traps around them, and the many
 * who never bought.
 */
public final class CastBuilder {
  static final Relation[] RELATIONS = Relation.values();
  private static final int SHOP_ACCOUNTS = 4000;
  private static final int FORUM_ACCOUNTS = 2500;

  private final long seed;
  private final Extent extent;
  private final Countries countries;
  private final Roster roster;
  private int firstBuyer;
  private int buyers;

  private CastBuilder(long seed, Extent extent, Countries countries) {
    this.seed = seed;
    this.extent = extent;
    this.countries = countries;
    this.roster = new Roster(256 + extent.of(6600));
  }

  /** Casts the exercise; the same seed and extent give the same cast. */
  public static Cast cast(long seed, Extent extent, Countries countries) {
    CastBuilder builder = new CastBuilder(seed, extent, countries);
    builder.staff();
    builder.buyers();
    builder.buyerTraits();
    builder.relations(Dice.of(seed, "relations", 0));
    builder.background();
    return new Cast(builder.roster);
  }

  private void staff() {
    roster.add(countries.byCode("DK").number(), Trait.OPERATOR.mask(), 1, 1);
    roster.add(countries.byCode("DE").number(), Trait.MODERATOR.mask(), 1, 1);
    roster.add(countries.byCode("SE").number(), Trait.MODERATOR.mask(), 0, 1);
  }

  private void buyers() {
    firstBuyer = roster.size;
    for (Country each : countries.all()) {
      int wanted = each.buyers() == 0 ? 0 : extent.of(each.buyers());
      for (int i = 0; i < wanted; i++) {
        Dice dice = Dice.of(seed, "buyer", roster.size);
        int shopCount = dice.chance(0.70) ? 1 : dice.between(2, 3);
        int forumCount = dice.chance(0.28) ? 0 : dice.chance(0.8) ? 1 : 2;
        int multiple = shopCount + forumCount > 1 ? Trait.MULTIPLE.mask() : 0;
        roster.add(each.number(), Trait.BUYER.mask() | multiple, shopCount, forumCount);
      }
    }
    buyers = roster.size - firstBuyer;
  }

  private void buyerTraits() {
    Dice dice = Dice.of(seed, "buyer-traits", 0);
    give(dice, Trait.GUEST_ONLY, 13);
    give(dice, Trait.CRYPTO_ONLY, 16);
    give(dice, Trait.HIDDEN_ONLY, 9);
    give(dice, Trait.TRAVELLER, 17);
    give(dice, Trait.MOVED, 6);
    give(dice, Trait.FOREIGN_CARD, 14);
    give(dice, Trait.PREPAID_CARD, 12);
    give(dice, Trait.BILLED_TO_RELATIVE, 11);
    give(dice, Trait.NO_BILLING, 10);
    give(dice, Trait.STOLEN_CARD, 5);
    give(dice, Trait.HEAVY, 4);
    give(dice, Trait.MOBILE_FIRST, 22);
  }

  private void give(Dice dice, Trait trait, int count) {
    for (int left = extent.of(count); left > 0; left--) {
      int person = freeBuyer(dice, -1);
      if (person < 0) {
        return;
      }
      roster.traits[person] |= trait.mask();
      if (trait == Trait.GUEST_ONLY) {
        roster.shopTotal -= roster.shop[person];
        roster.shop[person] = 0;
      }
      if (trait == Trait.BILLED_TO_RELATIVE || trait == Trait.STOLEN_CARD) {
        int home =
            trait == Trait.STOLEN_CARD ? countries.drawn(dice).number() : roster.country[person];
        roster.partner[person] = roster.add(home, Trait.NO_USER.mask(), 0, 0);
      }
    }
  }

  /**
   * A buyer that has no special trait and no relation yet, of the given country if one is given; -1
   * if none is found.
   */
  private int freeBuyer(Dice dice, int countryNumber) {
    for (int attempt = 0; attempt < 400; attempt++) {
      int person = firstBuyer + dice.below(buyers);
      int plain = Trait.BUYER.mask() | Trait.MULTIPLE.mask();
      boolean free =
          (roster.traits[person] & ~plain) == 0
              && roster.partner[person] < 0
              && roster.relation[person] >= 0;
      if (free
          && roster.shop[person] > 0
          && (countryNumber < 0 || roster.country[person] == countryNumber)) {
        return person;
      }
    }
    return -1;
  }

  private void relations(Dice dice) {
    for (Relation kind : RELATIONS) {
      int pairs = kind == Relation.NONE ? 0 : extent.of(kind.pairs());
      for (int i = 0; i < pairs; i++) {
        pair(dice, kind);
      }
    }
    for (int person = 0; person < roster.size; person++) {
      if (roster.relation[person] < 0) {
        roster.relation[person] = 0;
      }
    }
  }

  private void pair(Dice dice, Relation kind) {
    int leader = dice.chance(0.45) ? freeBuyer(dice, -1) : -1;
    if (leader < 0) {
      leader = roster.add(countries.drawn(dice).number(), 0, 1, 0);
    }
    int home = roster.country[leader];
    int follower = dice.chance(0.3) ? freeBuyer(dice, kind.sameCountry() ? home : -1) : -1;
    if (follower < 0
        || follower == leader
        || (!kind.sameCountry() && roster.country[follower] == home)) {
      int other = kind.sameCountry() ? home : differentCountry(dice, home);
      follower = roster.add(other, 0, 1, 0);
    }
    roster.relation[follower] = (byte) kind.ordinal();
    roster.partner[follower] = leader;
    // A leader is marked as taken until all pairs are made, so that chains cannot arise.
    roster.relation[leader] = -1;
    roster.traits[leader] |= Trait.LEADS.mask();
    prepare(dice, kind, leader, follower);
  }

  private int differentCountry(Dice dice, int home) {
    int other = home;
    while (other == home) {
      other = countries.drawn(dice).number();
    }
    return other;
  }

  private void prepare(Dice dice, Relation kind, int leader, int follower) {
    switch (kind) {
      case HANDLE_REUSE -> needsForum(follower);
      case HOMOGLYPH -> {
        needsForum(leader);
        needsForum(follower);
      }
      case DOTS_MATTER -> roster.traits[leader] |= Trait.DOTTED_MAIL.mask();
      case CARDED -> {
        roster.traits[leader] |= Trait.STOLEN_CARD.mask();
        roster.partner[leader] =
            roster.add(countries.drawn(dice).number(), Trait.NO_USER.mask(), 0, 0);
      }
      case PREPAID_SHARED -> roster.traits[leader] |= Trait.PREPAID_CARD.mask();
      case VPN_EXIT, TOR_EXIT -> {
        int tor = kind == Relation.TOR_EXIT ? Trait.TOR_FIRST.mask() : 0;
        roster.traits[leader] |= Trait.HIDDEN_ONLY.mask() | tor;
        roster.traits[follower] |= Trait.HIDDEN_ONLY.mask() | tor;
      }
      case EXCHANGE_WALLET ->
          roster.traits[leader] |= Trait.LENDS_WALLET.mask() | Trait.CRYPTO_ONLY.mask();
      case SHARED_DEVICE -> roster.traits[leader] |= Trait.PUBLIC_COMPUTER.mask();
      case RECYCLED_MAILBOX -> roster.traits[leader] |= Trait.MAILBOX_PASSED_ON.mask();
      case PASSED_ON_LINE -> roster.traits[leader] |= Trait.LINE_PASSED_ON.mask();
      case MOBILE_EXIT -> {
        roster.traits[leader] |= Trait.MOBILE_FIRST.mask();
        roster.traits[follower] |= Trait.MOBILE_FIRST.mask();
      }
      case NONE,
          HOUSEHOLD_CARD,
          HOUSEHOLD_LINE,
          SENIOR_JUNIOR,
          NAMESAKE,
          RECYCLED_PHONE,
          RECOVERY_OTHER,
          FAMILY_MAILBOX -> {}
    }
  }

  private void needsForum(int person) {
    if (roster.forum[person] == 0) {
      roster.forum[person] = 1;
      roster.forumTotal++;
    }
  }

  private void background() {
    int shopWanted = extent.of(SHOP_ACCOUNTS);
    int forumWanted = extent.of(FORUM_ACCOUNTS);
    while (roster.shopTotal < shopWanted || roster.forumTotal < forumWanted) {
      Dice dice = Dice.of(seed, "background", roster.size);
      int shopCount = dice.chance(0.68) ? (dice.chance(0.06) ? 2 : 1) : 0;
      int forumCount = shopCount == 0 ? 1 : dice.chance(0.26) ? 1 : 0;
      shopCount = (int) Math.min(shopCount, shopWanted - roster.shopTotal);
      forumCount = (int) Math.min(forumCount, forumWanted - roster.forumTotal);
      if (shopCount + forumCount > 0) {
        roster.add(
            countries.drawn(dice).number(),
            backgroundTraits(dice, shopCount + forumCount),
            shopCount,
            forumCount);
      } else {
        // Only one kind of account is still wanted: give it to one who has none of the other.
        boolean toShop = roster.shopTotal < shopWanted;
        roster.add(
            countries.drawn(dice).number(),
            backgroundTraits(dice, 1),
            toShop ? 1 : 0,
            toShop ? 0 : 1);
      }
    }
  }

  private static int backgroundTraits(Dice dice, int accounts) {
    int mask = accounts > 1 ? Trait.MULTIPLE.mask() : 0;
    double throwOf = dice.fraction();
    if (throwOf < 0.05) {
      return mask | Trait.SPAM.mask() | Trait.HIDDEN_ONLY.mask();
    }
    if (throwOf < 0.12) {
      return mask | Trait.DISPOSABLE_MAIL.mask();
    }
    if (throwOf < 0.20) {
      return mask | Trait.HIDDEN_ONLY.mask();
    }
    return throwOf < 0.38 ? mask | Trait.MOBILE_FIRST.mask() : mask;
  }
}
