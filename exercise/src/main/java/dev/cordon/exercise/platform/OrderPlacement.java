package dev.cordon.exercise.platform;

import dev.cordon.exercise.Extent;
import dev.cordon.exercise.cast.Cast;
import dev.cordon.exercise.cast.Dice;
import dev.cordon.exercise.cast.Relation;
import dev.cordon.exercise.cast.Trait;
import dev.cordon.exercise.platform.Order.Outcome;
import java.util.Arrays;

/** Decides who orders when, and what becomes of it; gives the orders sorted by time. */
final class OrderPlacement {
  private static final int ORDERS = 2400;

  private final long seed;
  private final Cast cast;
  private final Accounts shop;
  private int[] seconds;
  private int[] owner;
  private byte[] outcome;
  private int size;

  OrderPlacement(long seed, Extent extent, Cast cast, Accounts shop) {
    this.seed = seed;
    this.cast = cast;
    this.shop = shop;
    int capacity = extent.of(ORDERS) + extent.of(2000) + 64;
    seconds = new int[capacity];
    owner = new int[capacity];
    outcome = new byte[capacity];
    place(extent);
    sort();
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

  int[] seconds() {
    return seconds;
  }

  /** Index of the shop account, or -1 - person for a guest. */
  int[] owners() {
    return owner;
  }

  /** Ordinals of {@link Outcome}. */
  byte[] outcomes() {
    return outcome;
  }
}
