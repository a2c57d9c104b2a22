package dev.cordon.exercise.files;

import dev.cordon.exercise.cast.Dice;
import dev.cordon.exercise.platform.Card;
import dev.cordon.exercise.platform.Clock;
import dev.cordon.exercise.platform.Order;
import dev.cordon.exercise.platform.Order.Outcome;
import dev.cordon.exercise.platform.Orders;
import dev.cordon.exercise.platform.Payments;
import dev.cordon.exercise.platform.World;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tables wpk_wc_orders, wpk_wc_orders_meta and the old backup of orders. */
final class ShopOrders {
  private static final List<String> SOURCES = List.of("organic", "typein", "referral", "utm");

  private final World world;
  private final Orders orders;
  private final SqlDump dump;
  private final Tally tally;
  private long metaId;

  ShopOrders(World world, SqlDump dump, Tally tally) {
    this.world = world;
    this.orders = world.orders();
    this.dump = dump;
    this.tally = tally;
  }

  void orders() {
    dump.begin("wpk_wc_orders", 0);
    for (int index = 0; index < orders.size(); index++) {
      if (orders.deleted(index)) {
        continue;
      }
      Order order = orders.order(index);
      dump.row(columns(order, true));
      if (order.outcome() == Outcome.REFUNDED) {
        tally.count("refund_rows_in_orders");
        dump.row(refund(order));
      }
    }
    dump.end();
  }

  private @Nullable Object[] columns(Order order, boolean plantOddities) {
    int index = order.index();
    boolean early = index < orders.backedUp();
    boolean odd = plantOddities && !early;
    String email = order.email();
    String created = Clock.utc(order.seconds());
    String ip = world.address(order);
    String note = "";
    String browser = world.browser(order);
    if (odd) {
      email =
          tally.plant("orders_email_whitespace_case", index, 300)
              ? ' ' + email.toUpperCase(Locale.ROOT) + ' '
              : email;
      created = tally.plant("orders_date_zero", index, 400) ? "0000-00-00 00:00:00" : created;
      ip = oddAddress(index, ip);
      note = oddNote(index);
      browser = tally.plant("orders_user_agent_odd", index, 480) ? Oddities.text(index) : browser;
    }
    return new @Nullable Object[] {
      order.id(),
      order.outcome().status(),
      order.currency(),
      "shop_order",
      new SqlDump.Literal("0.00000000"),
      new SqlDump.Literal(order.amount(8)),
      order.guest() ? 0 : world.shop().id(order.account()),
      email,
      created,
      Clock.utc(order.seconds() + 90),
      0,
      order.card() ? "card_gateway" : "btcpaygf_default",
      order.card() ? "Card" : "Bitcoin",
      Payments.transaction(world, order),
      ip,
      browser,
      note
    };
  }

  private String oddAddress(int index, String ip) {
    if (tally.plant("orders_ip_empty", index, 480)) {
      return "";
    }
    if (ip.indexOf(':') < 0 && tally.plant("orders_ip_v4_mapped", index, 380)) {
      return "::ffff:" + ip;
    }
    return tally.plant("orders_ip_list", index, 300) ? ip + ", 198.18.0.7" : ip;
  }

  private String oddNote(int index) {
    if (tally.plant("orders_note_63000_chars", index, 1200)) {
      return Oddities.longText(63_000);
    }
    return tally.plant("orders_note_odd", index, 80) ? Oddities.text(index + 5) : "";
  }

  private static @Nullable Object[] refund(Order order) {
    String at = Clock.utc(Math.min(Clock.SPAN, order.seconds() + 86_400));
    return new @Nullable Object[] {
      order.id() + 1,
      "wc-completed",
      order.currency(),
      "shop_order_refund",
      new SqlDump.Literal("0.00000000"),
      new SqlDump.Literal("-" + order.amount(8)),
      0,
      null,
      at,
      at,
      order.id(),
      null,
      null,
      null,
      null,
      null,
      null
    };
  }

  void orderMeta() {
    dump.begin("wpk_wc_orders_meta", orders.size() * 8L);
    for (int index = 0; index < orders.size(); index++) {
      if (!orders.deleted(index)) {
        meta(orders.order(index));
      }
    }
    dump.end();
  }

  private void meta(Order order) {
    Dice dice = Dice.of(world.seed(), "order-meta", order.index());
    meta(order, "is_vat_exempt", "no");
    if (order.card() && !Payments.charges(world, order).isEmpty()) {
      Card card = world.cards().card(order.person(), order.ordinal(), order.tie());
      meta(order, "_card_gateway_customer", Payments.customer(world, order));
      if (order.outcome().paid()) {
        meta(order, "_card_last4", card.last4());
        meta(order, "_card_brand", card.brand());
      } else {
        meta(order, "_card_gateway_error", "card_declined");
      }
      if (dice.chance(0.55)
          || order.tie() == dev.cordon.exercise.platform.Tie.DEVICE
          || sharedDevice(order)) {
        meta(
            order,
            "_device_fingerprint",
            world.devices().mark(order.person(), order.ordinal(), order.tie()));
      }
    }
    if (!order.card() && order.outcome() != Outcome.PENDING) {
      meta(order, "BTCPay_id", Payments.invoice(world, order));
    }
    String source = dice.pick(SOURCES);
    meta(order, "_wc_order_attribution_source_type", source);
    meta(
        order,
        "_wc_order_attribution_utm_source",
        source.equals("typein") ? "(direct)" : "links.example");
    meta(
        order,
        "_wc_order_attribution_device_type",
        world.browser(order).contains("Mobile") ? "Mobile" : "Desktop");
  }

  private boolean sharedDevice(Order order) {
    return world.cast().has(order.person(), dev.cordon.exercise.cast.Trait.PUBLIC_COMPUTER)
        || world.cast().leader(order.person(), dev.cordon.exercise.cast.Relation.SHARED_DEVICE)
            >= 0;
  }

  private void meta(Order order, String key, String value) {
    dump.row(++metaId, order.id(), key, value);
  }

  void backup() {
    dump.begin("wpk_wc_orders_old_backup", 0);
    for (int index = 0; index < orders.backedUp(); index++) {
      Order order = orders.order(index);
      dump.row(columns(order, false));
      tally.count(
          orders.deleted(index) ? "backup_rows_of_deleted_orders" : "backup_rows_of_kept_orders");
      if (!orders.deleted(index) && tally.plant("backup_rows_twice", index, 40)) {
        dump.row(columns(order, false));
      }
    }
    dump.end();
  }
}
