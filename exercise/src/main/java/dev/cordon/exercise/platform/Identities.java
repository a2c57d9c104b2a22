package dev.cordon.exercise.platform;

import dev.cordon.exercise.cast.Cast;
import dev.cordon.exercise.cast.Dice;
import dev.cordon.exercise.cast.Names;
import dev.cordon.exercise.cast.Person;
import dev.cordon.exercise.cast.Persons;
import dev.cordon.exercise.cast.Relation;
import dev.cordon.exercise.cast.Spelling;
import java.util.Locale;

/**
 * Mailboxes and handles of every account, unique unless a trap says otherwise. Drafts that collide
 * are drawn again; only the number of the attempt is kept, one byte each, so that any of them can
 * be computed later.
 */
public final class Identities {
  private final long seed;
  private final Cast cast;
  private final Persons persons;
  private final Accounts shop;
  private final Accounts forum;
  private final byte[] mailAttempts;
  private final byte[] handleAttempts;

  public Identities(long seed, Cast cast, Persons persons, Accounts shop, Accounts forum) {
    this.seed = seed;
    this.cast = cast;
    this.persons = persons;
    this.shop = shop;
    this.forum = forum;
    mailAttempts = new byte[cast.size() + shop.size() + forum.size()];
    handleAttempts = new byte[shop.size() + forum.size()];
    settleMailboxes();
    settleHandles(Platform.SHOP);
    settleHandles(Platform.FORUM);
  }

  private void settleMailboxes() {
    HashedSet taken = new HashedSet(mailAttempts.length);
    for (int person = 0; person < cast.size(); person++) {
      if (borrowsMailbox(person)) {
        continue;
      }
      while (!taken.add(canonical(mainMailbox(person)))) {
        mailAttempts[person]++;
      }
    }
    for (Platform platform : Platform.values()) {
      Accounts accounts = accounts(platform);
      for (int index = 0; index < accounts.size(); index++) {
        if (!accounts.tie(index).mail()) {
          while (!taken.add(canonical(ownMailbox(platform, index)))) {
            mailAttempts[mailSlot(platform, index)]++;
          }
        }
      }
    }
  }

  private void settleHandles(Platform platform) {
    HashedSet taken = new HashedSet(accounts(platform).size());
    for (int index = 0; index < accounts(platform).size(); index++) {
      while (!taken.add(handle(platform, index).toLowerCase(Locale.ROOT))) {
        handleAttempts[handleSlot(platform, index)]++;
      }
    }
  }

  private static String canonical(String mailbox) {
    int at = mailbox.indexOf('@');
    return mailbox.substring(0, at).replace(".", "").toLowerCase(Locale.ROOT)
        + mailbox.substring(at);
  }

  private Accounts accounts(Platform platform) {
    return platform == Platform.SHOP ? shop : forum;
  }

  private int handleSlot(Platform platform, int index) {
    return platform == Platform.SHOP ? index : shop.size() + index;
  }

  private int mailSlot(Platform platform, int index) {
    return cast.size() + handleSlot(platform, index);
  }

  private boolean borrowsMailbox(int person) {
    return switch (cast.relation(person)) {
      case DOTS_MATTER, RECYCLED_MAILBOX, FAMILY_MAILBOX -> true;
      case NONE,
          HOUSEHOLD_CARD,
          HOUSEHOLD_LINE,
          SENIOR_JUNIOR,
          PREPAID_SHARED,
          EXCHANGE_WALLET,
          NAMESAKE,
          HANDLE_REUSE,
          RECYCLED_PHONE,
          SHARED_DEVICE,
          RECOVERY_OTHER,
          PASSED_ON_LINE,
          CARDED,
          HOMOGLYPH,
          MOBILE_EXIT,
          VPN_EXIT,
          TOR_EXIT ->
          false;
    };
  }

  /** A person's main mailbox. */
  public String mainMailbox(int person) {
    if (borrowsMailbox(person)) {
      String lent = mainMailbox(cast.partner(person));
      return cast.relation(person) == Relation.DOTS_MATTER ? withoutDots(lent) : lent;
    }
    return draft(Dice.of(seed, "mailbox", person), persons.person(person), mailAttempts[person]);
  }

  private static String withoutDots(String mailbox) {
    int at = mailbox.indexOf('@');
    return mailbox.substring(0, at).replace(".", "") + mailbox.substring(at);
  }

  /** A mailbox that only one further account of its owner uses. */
  private String ownMailbox(Platform platform, int index) {
    int slot = mailSlot(platform, index);
    Person person = persons.person(accounts(platform).person(index));
    return draft(Dice.of(seed, "own-mailbox", slot), person, mailAttempts[slot]);
  }

  private String draft(Dice dice, Person person, int attempt) {
    return Names.mailbox(dice, person, cast, attempt);
  }

  /** The address an account gives. */
  public String email(Platform platform, int index) {
    Tie tie = accounts(platform).tie(index);
    if (!tie.mail()) {
      return ownMailbox(platform, index);
    }
    return variant(tie, mainMailbox(accounts(platform).person(index)), platform);
  }

  private static String variant(Tie tie, String mailbox, Platform platform) {
    int at = mailbox.indexOf('@');
    String local = mailbox.substring(0, at);
    String domain = mailbox.substring(at + 1);
    boolean plus = domain.equals(Names.IGNORES_DOTS_AND_PLUS) || domain.equals(Names.IGNORES_PLUS);
    if (tie == Tie.PLUS_MAIL && plus) {
      return local + (platform == Platform.FORUM ? "+forum@" : "+2@") + domain;
    }
    if (tie == Tie.DOTS_MAIL && domain.equals(Names.IGNORES_DOTS_AND_PLUS)) {
      int dot = local.indexOf('.');
      return dot > 0
          ? local.replace(".", "") + '@' + domain
          : local.charAt(0) + "." + local.substring(1) + '@' + domain;
    }
    return tie == Tie.CASE_MAIL ? mailbox.toUpperCase(Locale.ROOT) : mailbox;
  }

  /** The name an account is known by. */
  public String handle(Platform platform, int index) {
    Accounts accounts = accounts(platform);
    int person = accounts.person(index);
    int attempt = handleAttempts[handleSlot(platform, index)];
    if (platform == Platform.FORUM
        && attempt == 0
        && accounts.ordinal(index) == cast.shopAccounts(person)) {
      int leader = cast.leader(person, Relation.HANDLE_REUSE);
      if (leader >= 0 && cast.shopAccounts(leader) > 0) {
        return handle(Platform.SHOP, shop.indexOf(leader, 0));
      }
      int imitated = cast.leader(person, Relation.HOMOGLYPH);
      if (imitated >= 0) {
        String imitatedName = handle(Platform.FORUM, forum.indexOf(imitated, 0));
        String alike = Spelling.lookAlike(imitatedName);
        if (!alike.equals(imitatedName)) {
          return alike;
        }
      }
    }
    boolean repeats = accounts.tie(index) == Tie.HANDLE;
    if (repeats) {
      String first = firstHandle(person);
      boolean inUse = platform == Platform.SHOP || cast.shopAccounts(person) == 0;
      return attempt == 0 && !inUse ? first : first + (1 + attempt);
    }
    long key = handleSlot(platform, index);
    return Names.handle(Dice.of(seed, "handle", key), persons.person(person), attempt);
  }

  private String firstHandle(int person) {
    return cast.shopAccounts(person) > 0
        ? handle(Platform.SHOP, shop.indexOf(person, 0))
        : handle(Platform.FORUM, forum.indexOf(person, 0));
  }

  /** The whole account. */
  public Account account(Platform platform, int index) {
    Accounts accounts = accounts(platform);
    return new Account(
        platform,
        index,
        accounts.id(index),
        accounts.person(index),
        accounts.ordinal(index),
        accounts.registered(index),
        accounts.tie(index),
        email(platform, index),
        handle(platform, index));
  }
}
