package dev.cordon.exercise.files;

import dev.cordon.exercise.cast.Dice;
import dev.cordon.exercise.cast.Person;
import dev.cordon.exercise.cast.Spelling;
import dev.cordon.exercise.cast.Trait;
import dev.cordon.exercise.platform.Account;
import dev.cordon.exercise.platform.Accounts;
import dev.cordon.exercise.platform.Billing;
import dev.cordon.exercise.platform.Card;
import dev.cordon.exercise.platform.Clock;
import dev.cordon.exercise.platform.Platform;
import dev.cordon.exercise.platform.World;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;

/**
 * Tables of the shop's users: usermeta, users, customer lookup, log-ins, payment tokens, sessions.
 */
final class ShopUsers {
  private static final int LOGINS = 4200;

  private final World world;
  private final Accounts shop;
  private final SqlDump dump;
  private final Tally tally;
  private long metaId;

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

  /** What the user typed as own name: often nothing. */
  private Billing profile(Account account) {
    boolean given =
        world.orders().placedBy(account.index()) > 0
            || dice("profile", account.index()).chance(0.45);
    return given && account.tie().sharesAddress()
        ? Billing.of(
            world, account.person(), account.ordinal(), account.tie(), account.registered())
        : new Billing("", "", java.util.Optional.empty(), "");
  }

  private int lastActive(Account account) {
    Dice dice = dice("last-active", account.index());
    return dice.chance(0.35)
        ? account.registered()
        : account.registered() + (int) ((Clock.SPAN - account.registered()) * dice.fraction());
  }

  void usermeta() {
    dump.begin("wpk_usermeta", shop.size() * 14L);
    for (int index = 0; index < shop.size(); index++) {
      Account account = account(index);
      Billing profile = profile(account);
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
    int last = lastActive(account);
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
      Billing profile = profile(account);
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
          Clock.utc(lastActive(account)),
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

  void logins() {
    int count = world.extent().of(LOGINS);
    dump.begin("wpk_wflogins", count + 1L);
    double from = Clock.SPAN * 0.70;
    double step = (Clock.SPAN - 60 - from) / count;
    for (int i = 0; i < count; i++) {
      Dice dice = dice("login", i);
      int seconds = (int) (from + step * (i + dice.fraction()));
      int index = dice.below(Math.max(1, shop.existing(seconds)));
      boolean failed = dice.chance(0.16);
      boolean stranger = failed && dice.chance(0.3);
      Account account = account(index);
      String name = dice.chance(0.15) ? account.email() : account.handle();
      String ip =
          stranger
              ? world.network().hostingAddress(dice)
              : world.address(Platform.SHOP, index, seconds, 3_000_000_000_000L + i);
      String browser = world.browser(Platform.SHOP, index, i);
      String action =
          failed ? (stranger ? "loginFailInvalidUsername" : "loginFailValidUsername") : "loginOK";
      String time = Clock.unix(seconds) + "." + (100_000 + dice.below(900_000));
      dump.row(
          i + 1L,
          null,
          new SqlDump.Literal(time),
          failed ? 1 : 0,
          action,
          stranger ? "admin" : name,
          stranger ? 0 : account.id(),
          binary(ip),
          browser);
    }
    dump.end();
  }

  /** Sixteen bytes, IPv4 as ::ffff:a.b.c.d, as the security plugin stores addresses. */
  private static byte[] binary(String address) {
    try {
      byte[] bytes = InetAddress.getByName(address).getAddress();
      if (bytes.length == 16) {
        return bytes;
      }
      byte[] mapped = new byte[16];
      mapped[10] = (byte) 0xff;
      mapped[11] = (byte) 0xff;
      System.arraycopy(bytes, 0, mapped, 12, 4);
      return mapped;
    } catch (UnknownHostException e) {
      throw new dev.cordon.exercise.ExerciseException("not an address: " + address, e);
    }
  }

  private boolean keepsCard(int index) {
    return world.orders().paidBy(index) > 0 && dice("keeps-card", index).chance(0.55);
  }

  void tokens() {
    dump.begin("wpk_woocommerce_payment_tokenmeta", shop.size() * 4L);
    long token = 0;
    long id = 0;
    for (int index = 0; index < shop.size(); index++) {
      if (keepsCard(index)) {
        token++;
        Card card = world.cards().card(shop.person(index), shop.ordinal(index), shop.tie(index));
        dump.row(++id, token, "last4", card.last4());
        dump.row(++id, token, "expiry_year", Integer.toString(card.expiryYear()));
        dump.row(++id, token, "expiry_month", String.format("%02d", 1 + index % 12));
        dump.row(++id, token, "card_type", card.brand().toLowerCase(Locale.ROOT));
      }
    }
    dump.end();
    dump.begin("wpk_woocommerce_payment_tokens", shop.size());
    token = 0;
    for (int index = 0; index < shop.size(); index++) {
      if (keepsCard(index)) {
        dump.row(
            ++token, "card_gateway", "pm_" + dice("pm", index).base62(24), shop.id(index), "CC", 1);
      }
    }
    dump.end();
  }

  void sessions() {
    dump.begin("wpk_woocommerce_sessions", shop.size());
    long id = 0;
    for (int index = 0; index < shop.size(); index++) {
      if (dice("session", index).chance(0.012)) {
        Account account = account(index);
        String customer =
            "a:3:{s:2:\"id\";"
                + php(Long.toString(account.id()))
                + "s:5:\"email\";"
                + php(account.email())
                + "s:7:\"country\";"
                + php("")
                + "}";
        dump.row(
            ++id,
            Long.toString(account.id()),
            "a:2:{s:4:\"cart\";s:6:\"a:0:{}\";s:8:\"customer\";" + php(customer) + "}",
            Clock.unix(Clock.SPAN + dice("expiry", index).below(172_800)));
      }
    }
    dump.end();
  }

  private static String php(String value) {
    int bytes = value.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
    return "s:" + bytes + ":\"" + value + "\";";
  }
}
