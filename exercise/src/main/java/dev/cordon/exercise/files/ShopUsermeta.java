package dev.cordon.exercise.files;

import dev.cordon.exercise.cast.Dice;
import dev.cordon.exercise.cast.Person;
import dev.cordon.exercise.cast.Trait;
import dev.cordon.exercise.platform.Account;
import dev.cordon.exercise.platform.Accounts;
import dev.cordon.exercise.platform.Billing;
import dev.cordon.exercise.platform.Clock;
import dev.cordon.exercise.platform.Platform;
import dev.cordon.exercise.platform.World;

/** Table wpk_usermeta: ten to twenty-five values for every user. */
final class ShopUsermeta {
  private final World world;
  private final Accounts shop;
  private final SqlDump dump;
  private final Tally tally;
  private long metaId;

  ShopUsermeta(World world, SqlDump dump, Tally tally) {
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

  void usermeta() {
    dump.begin("wpk_usermeta", shop.size() * 14L);
    for (int index = 0; index < shop.size(); index++) {
      Account account = account(index);
      Billing profile = ShopProfile.typed(world, account);
      boolean admin = world.cast().has(account.person(), Trait.OPERATOR);
      meta(account, "nickname", account.handle());
      boolean odd = tally.plant("usermeta_first_name_odd", index, 170);
      meta(account, "first_name", odd ? Oddities.text(index) : profile.given());
      meta(account, "last_name", profile.family());
      if (dice("long-profile", index).chance(0.2)) {
        boolean veryLong = tally.plant("usermeta_value_66000_chars", index, 320);
        meta(account, "description", veryLong ? Oddities.longText(66_000) : "");
        meta(account, "rich_editing", "true");
        meta(account, "syntax_highlighting", "true");
        meta(account, "comment_shortcuts", "false");
        meta(account, "admin_color", "fresh");
        meta(account, "use_ssl", "0");
        meta(account, "show_admin_bar_front", "true");
      }
      meta(
          account,
          "locale",
          dice("locale", index).chance(0.3)
              ? world.persons().country(account.person()).locale()
              : "");
      meta(
          account,
          "wpk_capabilities",
          admin ? "a:1:{s:13:\"administrator\";b:1;}" : "a:1:{s:8:\"customer\";b:1;}");
      meta(account, "wpk_user_level", admin ? "10" : "0");
      billingMeta(account, profile);
      lastMeta(account);
    }
    dump.end();
  }

  private void billingMeta(Account account, Billing profile) {
    int orders = world.orders().placedBy(account.index());
    if (orders == 0) {
      return;
    }
    meta(account, "billing_first_name", profile.given());
    meta(account, "billing_last_name", profile.family());
    if (profile.home().isPresent()) {
      Person.Home home = profile.home().get();
      meta(account, "billing_address_1", home.line());
      meta(account, "billing_address_2", "");
      meta(account, "billing_city", home.city());
      meta(account, "billing_postcode", home.postcode());
      meta(account, "billing_country", home.country().code());
    }
    meta(account, "billing_email", account.email());
    meta(account, "billing_phone", profile.phone());
    meta(account, "paying_customer", world.orders().paidBy(account.index()) > 0 ? "1" : "0");
    meta(account, "_order_count", Integer.toString(orders));
  }

  private void lastMeta(Account account) {
    int last = ShopProfile.lastActive(world, account);
    if (last > Clock.SPAN - 14 * 86_400 && last > account.registered()) {
      String ip =
          world.address(Platform.SHOP, account.index(), last, 2_000_000_000_000L + account.index());
      String browser = world.browser(Platform.SHOP, account.index(), account.index());
      meta(
          account,
          "session_tokens",
          "a:1:{s:64:\""
              + dice("token", account.index()).hex(64)
              + "\";a:4:{s:10:\"expiration\";i:"
              + (Clock.unix(last) + 172_800)
              + ";s:2:\"ip\";s:"
              + ip.length()
              + ":\""
              + ip
              + "\";s:2:\"ua\";s:"
              + browser.length()
              + ":\""
              + browser
              + "\";s:5:\"login\";i:"
              + Clock.unix(last)
              + ";}}");
    }
    meta(account, "wc_last_active", Long.toString(Clock.unix(last) / 86_400 * 86_400));
    if (last > account.registered()) {
      meta(account, "last_update", Long.toString(Clock.unix(last)));
    }
  }

  private void meta(Account account, String key, String value) {
    dump.row(++metaId, account.id(), key, value);
  }
}
