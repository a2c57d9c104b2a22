package dev.cordon.exercise.files;

import dev.cordon.exercise.cast.Dice;
import dev.cordon.exercise.cast.Person;
import dev.cordon.exercise.cast.Spelling;
import dev.cordon.exercise.cast.Trait;
import dev.cordon.exercise.platform.Account;
import dev.cordon.exercise.platform.Accounts;
import dev.cordon.exercise.platform.Billing;
import dev.cordon.exercise.platform.Clock;
import dev.cordon.exercise.platform.Platform;
import dev.cordon.exercise.platform.World;
import java.util.Locale;

/** Tables of the shop's users: users and customer lookup. */
final class ShopUsers {
  private final World world;
  private final Accounts shop;
  private final SqlDump dump;
  private final Tally tally;

  ShopUsers(World world, SqlDump dump, Tally tally) {
    this.world = world;
    this.shop = world.shop();
    this.dump = dump;
    this.tally = tally;
  }

  private Dice dice(String purpose, long key) {
    return Dice.of(world.seed(), purpose, key);
  }

  private Account account(int index) {
    return world.account(Platform.SHOP, index);
  }

  void users() {
    dump.begin("wpk_users", shop.nextId());
    for (int index = 0; index < shop.size(); index++) {
      Account account = account(index);
      String registered =
          tally.plant("users_registered_zero", index, 230)
              ? "0000-00-00 00:00:00"
              : Clock.utc(account.registered());
      dump.row(
          account.id(),
          account.handle(),
          "$P$B" + dice("password", index).base62(30),
          nice(account.handle()),
          email(account),
          "",
          registered,
          "",
          0,
          displayName(account));
    }
    dump.end();
  }

  private String email(Account account) {
    int index = account.index();
    boolean odd =
        account.ordinal() == 0 && world.cast().accounts(account.person()) == 1 && index > 3;
    if (odd && !world.buyer(account.person()) && !world.cast().has(account.person(), Trait.LEADS)) {
      if (tally.plant("users_email_empty", index, 300)) {
        return "";
      }
      if (tally.plant("users_email_invalid", index, 420)) {
        return account.email().replace("@", " at ");
      }
    }
    return tally.plant("users_email_whitespace", index, 380)
        ? " " + account.email() + " "
        : account.email();
  }

  private String displayName(Account account) {
    if (tally.plant("users_display_name_odd", account.index(), 75)) {
      return Oddities.text(account.index() + 3);
    }
    return tally.plant("users_display_name_250", account.index(), 1300)
        ? Oddities.longText(250)
        : account.handle();
  }

  private static String nice(String handle) {
    return Spelling.plain(handle).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }

  void customers() {
    dump.begin("wpk_wc_customer_lookup", shop.size() + 1L);
    for (int index = 0; index < shop.size(); index++) {
      if (tally.plant("customer_lookup_missing", index, 70)) {
        continue;
      }
      Account account = account(index);
      Billing profile = ShopProfile.typed(world, account);
      boolean known = profile.home().isPresent() && world.orders().placedBy(index) > 0;
      Person.Home home =
          known ? profile.home().get() : world.persons().person(account.person()).home();
      dump.row(
          customerId(index),
          account.id(),
          account.handle(),
          profile.given(),
          profile.family(),
          account.email(),
          Clock.utc(ShopProfile.lastActive(world, account)),
          Clock.utc(account.registered()),
          known ? home.country().code() : "",
          known ? home.postcode() : "",
          known ? home.city() : "",
          "");
    }
    dump.end();
  }

  /** Key of an account in the customer lookup. */
  static long customerId(int account) {
    return account + 1L;
  }
}
