package dev.cordon.exercise.platform;

import dev.cordon.exercise.cast.Cast;
import dev.cordon.exercise.cast.Dice;
import dev.cordon.exercise.cast.Relation;
import dev.cordon.exercise.cast.Trait;
import java.util.Arrays;

/**
 * The accounts of one part of the platform in order of registration, held as primitive arrays.
 * Immutable.
 */
public final class Accounts {
  private final long seed;
  private final Platform platform;
  private final Cast cast;
  private final int[] person;
  private final byte[] ordinal;
  private final int[] registered;
  private final int[] firstSlot;
  private final int[] indexOfSlot;

  private Accounts(long seed, Platform platform, Cast cast, int size) {
    this.seed = seed;
    this.platform = platform;
    this.cast = cast;
    person = new int[size];
    ordinal = new byte[size];
    registered = new int[size];
    firstSlot = new int[cast.size()];
    indexOfSlot = new int[size];
  }

  /** Registers every account of the cast on one part of the platform. */
  public static Accounts register(long seed, Platform platform, Cast cast) {
    int size = 0;
    for (int each = 0; each < cast.size(); each++) {
      size += count(cast, platform, each);
    }
    Accounts accounts = new Accounts(seed, platform, cast, size);
    accounts.fill();
    return accounts;
  }

  private static int count(Cast cast, Platform platform, int person) {
    return platform == Platform.SHOP ? cast.shopAccounts(person) : cast.forumAccounts(person);
  }

  private void fill() {
    int[] slotPerson = new int[person.length];
    byte[] slotOrdinal = new byte[person.length];
    long[] order = new long[person.length];
    int slot = 0;
    for (int each = 0; each < cast.size(); each++) {
      firstSlot[each] = slot;
      int before = platform == Platform.SHOP ? 0 : cast.shopAccounts(each);
      for (int i = 0; i < count(cast, platform, each); i++) {
        slotPerson[slot] = each;
        slotOrdinal[slot] = (byte) (before + i);
        order[slot] = (long) registration(seed, cast, each, before + i) << 32 | slot;
        slot++;
      }
    }
    Arrays.sort(order);
    for (int index = 0; index < order.length; index++) {
      int from = (int) order[index];
      person[index] = slotPerson[from];
      ordinal[index] = slotOrdinal[from];
      registered[index] = (int) (order[index] >>> 32);
      indexOfSlot[from] = index;
    }
  }

  /** When a person first came to the platform. */
  static int arrival(long seed, Cast cast, int person) {
    if (cast.has(person, Trait.OPERATOR)) {
      return 0;
    }
    Dice dice = Dice.of(seed, "arrival", person);
    double share = Math.sqrt(dice.fraction());
    int latest =
        cast.has(person, Trait.BUYER) ? (int) (Clock.SPAN * 0.94) : (int) (Clock.SPAN * 0.999);
    return 3600 + (int) (share * (latest - 3600));
  }

  private static int registration(long seed, Cast cast, int person, int ordinal) {
    int arrival = arrival(seed, cast, person);
    if (ordinal == 0) {
      return arrival;
    }
    Dice dice = Dice.of(seed, "registration", person * 16L + ordinal);
    int left = Clock.SPAN - 7200 - arrival;
    return arrival
        + 60
        + dice.below(Math.max(1, Math.min(left, 86_400 * (dice.chance(0.5) ? 3 : 200))));
  }

  public int size() {
    return person.length;
  }

  public int person(int index) {
    return person[index];
  }

  public int ordinal(int index) {
    return ordinal[index];
  }

  public int registered(int index) {
    return registered[index];
  }

  /** The index of a person's n-th account here (from 0). */
  public int indexOf(int personNumber, int nth) {
    return indexOfSlot[firstSlot[personNumber] + nth];
  }

  /** How many accounts exist at a time. */
  public int existing(int seconds) {
    int found = Arrays.binarySearch(registered, seconds);
    return found < 0 ? -found - 1 : found;
  }

  /** The key in the database; keys have gaps where accounts were deleted. */
  public long id(int index) {
    return platform == Platform.SHOP
        ? 1 + index + index / 11
        : index == 0 ? 2 : 58 + index + index / 14;
  }

  /** The largest key plus one. */
  public long nextId() {
    return id(size() - 1) + 1;
  }

  /** What joins this account to the person's first one. */
  public Tie tie(int index) {
    int owner = person[index];
    int place = ordinal[index];
    if (place == 0) {
      return Tie.FIRST;
    }
    boolean trap = cast.relation(owner) != Relation.NONE;
    if (trap || cast.has(owner, Trait.OPERATOR) || cast.has(owner, Trait.MODERATOR)) {
      return Tie.SAME_MAIL;
    }
    int share = Dice.of(seed, "tie", owner * 16L + place).below(100);
    boolean buyer = cast.has(owner, Trait.BUYER);
    if (platform == Platform.FORUM) {
      return forumTie(share, buyer);
    }
    return buyer ? buyerTie(share) : visitorTie(share);
  }

  private static Tie forumTie(int share, boolean buyer) {
    if (share < 36) return Tie.SAME_MAIL;
    if (share < 45) return Tie.PLUS_MAIL;
    if (share < 51) return Tie.DOTS_MAIL;
    if (share < 59) return Tie.CASE_MAIL;
    if (share < 72) return Tie.RECOVERY;
    if (share < 77) return Tie.MAIL_CHANGE;
    if (share < 82) return Tie.HANDLE;
    if (share < 92) return Tie.HOME_LINE;
    if (share < 95) return buyer ? Tie.ORDER_IN_MESSAGE : Tie.SAME_MAIL;
    return Tie.NONE;
  }

  private static Tie buyerTie(int share) {
    if (share < 14) return Tie.PLUS_MAIL;
    if (share < 24) return Tie.DOTS_MAIL;
    if (share < 30) return Tie.CASE_MAIL;
    if (share < 48) return Tie.CARD;
    if (share < 60) return Tie.DEVICE;
    if (share < 70) return Tie.PHONE;
    if (share < 76) return Tie.WALLET;
    if (share < 86) return Tie.NAME_AND_ADDRESS;
    if (share < 94) return Tie.RECOVERY;
    return share < 98 ? Tie.HOME_LINE : Tie.NONE;
  }

  private static Tie visitorTie(int share) {
    if (share < 25) return Tie.PLUS_MAIL;
    if (share < 45) return Tie.DOTS_MAIL;
    if (share < 55) return Tie.CASE_MAIL;
    if (share < 70) return Tie.RECOVERY;
    if (share < 80) return Tie.HANDLE;
    return share < 93 ? Tie.HOME_LINE : Tie.NONE;
  }
}
