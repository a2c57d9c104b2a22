package dev.cordon.exercise.files;

import dev.cordon.exercise.cast.Dice;
import dev.cordon.exercise.cast.Person;
import dev.cordon.exercise.platform.Billing;
import dev.cordon.exercise.platform.Clock;
import dev.cordon.exercise.platform.Order;
import dev.cordon.exercise.platform.Orders;
import dev.cordon.exercise.platform.World;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Tables around an order: addresses, operational data, product lookup, statistics, items and their
 * meta.
 */
final class ShopOrderDetails {
  private static final SqlDump.Literal ZERO = new SqlDump.Literal("0.00000000");

  private final World world;
  private final Orders orders;
  private final SqlDump dump;
  private final Tally tally;

  ShopOrderDetails(World world, SqlDump dump, Tally tally) {
    this.world = world;
    this.orders = world.orders();
    this.dump = dump;
    this.tally = tally;
  }

  /** Writes a table with rows for every order the shop still shows; rows are numbered from 1. */
  private void each(String table, long next, BiConsumer<Long, Order> rows) {
    dump.begin(table, next);
    long number = 0;
    for (int index = 0; index < orders.size(); index++) {
      if (!orders.deleted(index)) {
        rows.accept(++number, orders.order(index));
      }
    }
    dump.end();
  }

  void addresses() {
    each("wpk_wc_order_addresses", orders.size() + 1L, this::address);
  }

  private void address(long number, Order order) {
    Billing billing =
        Billing.of(world, order.person(), order.ordinal(), order.tie(), order.seconds());
    int index = order.index();
    boolean given = billing.home().isPresent() && !tally.plant("orders_address_null", index, 200);
    Person.@Nullable Home home = given ? billing.home().get() : null;
    String company =
        tally.plant("orders_company_odd", index, 120)
            ? Oddities.text(index)
            : index % 3 == 0 ? null : "";
    dump.row(
        number,
        order.id(),
        "billing",
        billing.given(),
        billing.family(),
        company,
        home == null ? null : home.line(),
        home == null ? null : "",
        home == null ? null : home.city(),
        home == null ? null : "",
        home == null ? null : home.postcode(),
        home == null ? null : home.country().code(),
        order.email(),
        billing.phone());
  }

  void operational() {
    each(
        "wpk_wc_order_operational_data",
        orders.size() + 1L,
        (number, order) -> {
          boolean paid = order.outcome().paid();
          Dice dice = Dice.of(world.seed(), "operational", order.index());
          @Nullable String at = paid ? Clock.utc(order.seconds() + 60) : null;
          int flag = paid ? 1 : 0;
          dump.row(
              number,
              order.id(),
              "checkout",
              "8.9.3",
              0,
              flag,
              flag,
              dice.hex(32),
              flag,
              "wc_order_" + dice.base62(13),
              flag,
              at,
              at,
              ZERO,
              ZERO,
              ZERO,
              ZERO,
              flag);
        });
  }

  private static long customer(Order order) {
    return order.guest() ? 9_000_000L + order.index() : ShopUsers.customerId(order.account());
  }

  void products() {
    each(
        "wpk_wc_order_product_lookup",
        0,
        (number, order) -> {
          SqlDump.Literal total = new SqlDump.Literal(order.shortAmount());
          dump.row(
              number,
              order.id(),
              order.product().id(),
              0,
              customer(order),
              Clock.local(order.seconds()),
              1,
              total,
              total,
              0,
              0,
              0,
              0);
        });
  }

  void statistics() {
    each(
        "wpk_wc_order_stats",
        0,
        (number, order) -> {
          boolean paid = order.outcome().paid();
          SqlDump.Literal total = new SqlDump.Literal(order.shortAmount());
          dump.row(
              order.id(),
              0,
              Clock.local(order.seconds()),
              Clock.utc(order.seconds()),
              paid ? Clock.local(order.seconds() + 60) : null,
              paid ? Clock.local(order.seconds() + 61) : null,
              1,
              total,
              0,
              0,
              total,
              0,
              order.outcome().status(),
              customer(order));
        });
  }

  void items() {
    dump.begin("wpk_woocommerce_order_itemmeta", orders.size() * 6L + 1);
    long id = 0;
    long item = 0;
    for (int index = 0; index < orders.size(); index++) {
      if (orders.deleted(index)) {
        continue;
      }
      Order order = orders.order(index);
      item++;
      String total = order.shortAmount();
      dump.row(++id, item, "_product_id", Integer.toString(order.product().id()));
      dump.row(++id, item, "_variation_id", "0");
      dump.row(++id, item, "_qty", "1");
      dump.row(++id, item, "_tax_class", "");
      dump.row(++id, item, "_line_subtotal", total);
      dump.row(++id, item, "_line_total", total);
    }
    dump.end();
    each(
        "wpk_woocommerce_order_items",
        orders.size() + 1L,
        (number, order) -> dump.row(number, order.product().name(), "line_item", order.id()));
  }
}
