package dev.cordon.exercise.platform;

import dev.cordon.exercise.Extent;
import dev.cordon.exercise.cast.Cast;
import dev.cordon.exercise.cast.Dice;
import dev.cordon.exercise.cast.Persons;
import dev.cordon.exercise.cast.Relation;
import dev.cordon.exercise.cast.Trait;
import dev.cordon.exercise.platform.Order.Outcome;
import java.util.Arrays;

/**
 * The orders in time: who ordered and what became of it as arrays, everything else computed again.
 * Immutable.
 */
public final class Orders {
  private static final Outcome[] OUTCOMES = Outcome.values();
  private static final int GUEST_OWN_MAILBOX = 15;

  private final long seed;
  private final Cast cast;
  private final Persons persons;
  private final Accounts shop;
  private final Identities identities;
  private final int[] seconds;

  /** Index of the shop account, or -1 - person for a guest. */
  private final int[] owner;

  private final byte[] outcome;
  private final int backedUp;
  private final short[] placed;
  private final short[] paidBy;
  private final int[] first;

  public Orders(
      long seed, Extent extent, Cast cast, Persons persons, Accounts shop, Identities identities) {
    this.seed = seed;
    this.cast = cast;
    this.persons = persons;
    this.shop = shop;
    this.identities = identities;
    OrderPlacement placement = new OrderPlacement(seed, extent, cast, shop);
    seconds = placement.seconds();
    owner = placement.owners();
    outcome = placement.outcomes();
    backedUp = Math.min(seconds.length, extent.of(130));
    placed = new short[shop.size()];
    paidBy = new short[shop.size()];
    first = new int[cast.size()];
    Arrays.fill(first, -1);
    for (int index = 0; index < seconds.length; index++) {
      if (first[person(index)] < 0 && !deleted(index)) {
        first[person(index)] = index;
      }
      if (owner[index] >= 0 && !deleted(index)) {
        placed[owner[index]]++;
        paidBy[owner[index]] += paid(index) ? (short) 1 : 0;
      }
    }
  }

  /** How many of the first orders an old backup table holds too. */
  public int backedUp() {
    return backedUp;
  }

  /** Whether an order was deleted from the shop and is left only in the old backup. */
  public boolean deleted(int index) {
    return index < backedUp
        && OUTCOMES[outcome[index]] == Outcome.CANCELLED
        && Dice.of(seed, "deleted", index).chance(0.4);
  }

  /** How many orders an account placed that the shop still shows. */
  public int placedBy(int account) {
    return placed[account];
  }

  /** How many of them were paid. */
  public int paidBy(int account) {
    return paidBy[account];
  }

  public int size() {
    return seconds.length;
  }

  /** The key of an order; the odd ones between are left to refunds. */
  public static long id(int index) {
    return 317L + index * 2L;
  }

  public int seconds(int index) {
    return seconds[index];
  }

  public boolean paid(int index) {
    return OUTCOMES[outcome[index]].paid();
  }

  /** Index of the shop account that ordered, or -1 - person for a guest. */
  public int owner(int index) {
    return owner[index];
  }

  public int person(int index) {
    return owner[index] < 0 ? -1 - owner[index] : shop.person(owner[index]);
  }

  /** The first order of a person that the shop still shows, or -1. */
  public int firstOf(int person) {
    return first[person];
  }

  /** The whole order. */
  public Order order(int index) {
    Dice dice = Dice.of(seed, "order", index);
    int account = Math.max(-1, owner[index]);
    int person = person(index);
    boolean guest = account < 0;
    boolean otherMailbox =
        guest && cast.shopAccounts(person) == 0 && Dice.of(seed, "guest", person).chance(0.3);
    Tie tie = guest ? (otherMailbox ? Tie.CARD : Tie.FIRST) : shop.tie(account);
    int ordinal = guest ? (otherMailbox ? GUEST_OWN_MAILBOX : 0) : shop.ordinal(account);
    String local = persons.country(person).currency();
    String currency = dice.chance(0.55) ? "EUR" : local;
    Product product =
        Product.ALL.get(Math.min(dice.below(Product.ALL.size()), dice.below(Product.ALL.size())));
    String email =
        !guest
            ? identities.email(Platform.SHOP, account)
            : otherMailbox
                ? "guest." + identities.mainMailbox(person)
                : identities.mainMailbox(person);
    return new Order(
        index,
        id(index),
        seconds[index],
        account,
        person,
        ordinal,
        tie,
        OUTCOMES[outcome[index]],
        paysByCard(person, tie, dice),
        product,
        currency,
        product.minor(currency),
        email);
  }

  private boolean paysByCard(int person, Tie tie, Dice dice) {
    boolean drawn = dice.chance(0.62);
    if (cast.has(person, Trait.CRYPTO_ONLY)
        || tie == Tie.WALLET
        || cast.leader(person, Relation.EXCHANGE_WALLET) >= 0) {
      return false;
    }
    boolean cardTrap =
        tie == Tie.CARD
            || tie == Tie.DEVICE
            || cast.has(person, Trait.STOLEN_CARD)
            || cast.has(person, Trait.PREPAID_CARD)
            || cast.has(person, Trait.LEADS);
    return cardTrap || cardRelation(cast.relation(person)) || drawn;
  }

  private static boolean cardRelation(Relation relation) {
    return relation == Relation.HOUSEHOLD_CARD
        || relation == Relation.PREPAID_SHARED
        || relation == Relation.CARDED
        || relation == Relation.SHARED_DEVICE;
  }
}
