package dev.cordon.exercise.files;

import dev.cordon.exercise.ExerciseException;
import dev.cordon.exercise.cast.Dice;
import dev.cordon.exercise.platform.Account;
import dev.cordon.exercise.platform.Accounts;
import dev.cordon.exercise.platform.Card;
import dev.cordon.exercise.platform.Clock;
import dev.cordon.exercise.platform.Platform;
import dev.cordon.exercise.platform.World;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Tables of log-ins (as the security plugin keeps them), kept cards and open sessions. */
final class ShopTraffic {
  private static final int LOGINS = 4200;

  private final World world;
  private final Accounts shop;
  private final SqlDump dump;

  ShopTraffic(World world, SqlDump dump) {
    this.world = world;
    this.shop = world.shop();
    this.dump = dump;
  }

  private Dice dice(String purpose, long key) {
    return Dice.of(world.seed(), purpose, key);
  }

  private Account account(int index) {
    return world.account(Platform.SHOP, index);
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
      throw new ExerciseException("not an address: " + address, e);
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
        dump.row(++id, token, "expiry_month", String.format(Locale.ROOT, "%02d", 1 + index % 12));
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
    int bytes = value.getBytes(StandardCharsets.UTF_8).length;
    return "s:" + bytes + ":\"" + value + "\";";
  }
}
