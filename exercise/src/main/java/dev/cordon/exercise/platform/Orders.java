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
  private static final int ORDERS = 2400;
  private static final int GUEST_OWN_MAILBOX = 15;

  private final long seed;
  private final Cast cast;
  private final Persons persons;
  private final Accounts shop;
  private final Identities identities;
  private int[] seconds = new int[0];

  /** Index of the shop account, or -1 - person for a guest. */
  private int[] owner = new int[0];

  private byte[] outcome = new byte[0];
  private int size;
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
    int capacity = extent.of(ORDERS) + extent.of(2000) + 64;
    seconds = new int[capacity];
    owner = new int[capacity];
    outcome = new byte[capacity];
    place(extent);
    sort();
    backedUp = Math.min(size, extent.of(130));
    placed = new short[shop.size()];
    paidBy = new short[shop.size()];
    first = new int[cast.size()];
    Arrays.fill(first, -1);
    for (int index = 0; index < size; index++) {
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

  private void place(Extent extent) {
    for (int person = 0; person < cast.size(); person++) {
      if (cast.has(person, Trait.BUYER)) {
        buy(person);
      } else if (cast.accounts(person) > 0
          && (cast.relation(person) != Relation.NONE || cast.has(person, Trait.LEADS))) {
        tryOnce(person);
      }
    }
    Dice dice = Dice.of(seed, "unpaid", 0);
    while (size < extent.of(ORDERS)) {
      int account = dice.below(shop.size());
      int person = shop.person(account);
      if (!cast.has(person, Trait.BUYER) && !cast.has(person, Trait.SPAM)) {
        for (int tries = 1 + dice.below(3); tries > 0; tries--) {
          add(unpaid(dice), account, later(dice, shop.registered(account)));
        }
      }
    }
  }

  private void buy(int person) {
    Dice dice = Dice.of(seed, "buys", person);
    int accounts = cast.shopAccounts(person);
    int count =
        cast.has(person, Trait.HEAVY)
            ? dice.between(25, 60)
            : 1 + (int) (dice.fraction() * dice.fraction() * 9);
    if (accounts == 0) {
      int from = Accounts.arrival(seed, cast, person);
      for (int i = 0; i < Math.min(count, 4); i++) {
        add(i == 0 ? Outcome.PAID : paidOrNot(dice), -1 - person, later(dice, from));
      }
      return;
    }
    for (int i = 0; i < Math.max(count, accounts); i++) {
      int account = shop.indexOf(person, i < accounts ? i : dice.below(accounts));
      add(i == 0 ? Outcome.PAID : paidOrNot(dice), account, later(dice, shop.registered(account)));
    }
    if (dice.chance(0.04)) {
      add(Outcome.PAID, -1 - person, later(dice, shop.registered(shop.indexOf(person, 0))));
    }
  }

  private void tryOnce(int person) {
    if (cast.shopAccounts(person) == 0) {
      return;
    }
    Dice dice = Dice.of(seed, "tries", person);
    int account = shop.indexOf(person, 0);
    for (int i = dice.between(1, 2); i > 0; i--) {
      add(Outcome.FAILED, account, later(dice, shop.registered(account)));
    }
  }

  private static Outcome paidOrNot(Dice dice) {
    int share = dice.below(100);
    return share < 78 ? Outcome.PAID : share < 82 ? Outcome.REFUNDED : unpaid(dice);
  }

  private static Outcome unpaid(Dice dice) {
    int share = dice.below(100);
    return share < 42 ? Outcome.FAILED : share < 88 ? Outcome.CANCELLED : Outcome.PENDING;
  }

  private static int later(Dice dice, int from) {
    int left = Clock.SPAN - 1800 - from;
    double share = dice.fraction();
    return from + 300 + (int) (Math.max(0, left - 300) * share * share);
  }

  private void add(Outcome what, int ownerNumber, int at) {
    if (size < seconds.length) {
      seconds[size] = at;
      owner[size] = ownerNumber;
      outcome[size] = (byte) what.ordinal();
      size++;
    }
  }

  private void sort() {
    long[] order = new long[size];
    for (int i = 0; i < size; i++) {
      order[i] = (long) seconds[i] << 32 | i;
    }
    Arrays.sort(order);
    int[] sortedSeconds = new int[size];
    int[] sortedOwner = new int[size];
    byte[] sortedOutcome = new byte[size];
    for (int i = 0; i < size; i++) {
      int from = (int) order[i];
      sortedSeconds[i] = seconds[from];
      sortedOwner[i] = owner[from];
      sortedOutcome[i] = outcome[from];
    }
    seconds = sortedSeconds;
    owner = sortedOwner;
    outcome = sortedOutcome;
  }

  public int size() {
    return size;
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
