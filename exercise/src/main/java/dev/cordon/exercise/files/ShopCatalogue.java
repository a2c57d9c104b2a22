package dev.cordon.exercise.files;

import dev.cordon.exercise.platform.Clock;
import dev.cordon.exercise.platform.Order;
import dev.cordon.exercise.platform.Order.Outcome;
import dev.cordon.exercise.platform.Orders;
import dev.cordon.exercise.platform.Payments;
import dev.cordon.exercise.platform.Product;
import dev.cordon.exercise.platform.World;
import java.util.List;
import java.util.Locale;

/** Tables wpk_commentmeta, wpk_comments (notes on orders), wpk_options, wpk_postmeta, wpk_posts. */
final class ShopCatalogue {
  static final String HOST = "https://shop.passworks.example";
  private static final List<String> PAGES =
      List.of("Shop", "Cart", "Checkout", "My account", "Terms", "Contact");

  private final World world;
  private final SqlDump dump;

  ShopCatalogue(World world, SqlDump dump) {
    this.world = world;
    this.dump = dump;
  }

  void comments() {
    dump.begin("wpk_commentmeta", 1);
    dump.end();
    Orders orders = world.orders();
    dump.begin("wpk_comments", orders.size() * 2L + 1);
    long id = 0;
    for (int index = 0; index < orders.size(); index++) {
      if (orders.deleted(index)) {
        continue;
      }
      Order order = orders.order(index);
      comment(++id, order, order.seconds() + 9, note(order));
      if (order.outcome() == Outcome.REFUNDED) {
        comment(
            ++id, order, order.seconds() + 86_400, "Order refunded. Amount: " + order.amount(2));
      }
    }
    dump.end();
  }

  private void comment(long id, Order order, int seconds, String text) {
    int at = Math.min(seconds, Clock.SPAN);
    dump.row(
        id,
        order.id(),
        "WooCommerce",
        "woocommerce@shop.passworks.example",
        "",
        "",
        Clock.local(at),
        Clock.utc(at),
        text,
        0,
        "1",
        "WooCommerce",
        "order_note",
        0,
        0);
  }

  private String note(Order order) {
    String transaction = Payments.transaction(world, order);
    return switch (order.outcome()) {
      case PAID, REFUNDED ->
          order.card()
              ? "Payment complete (charge " + transaction + ")."
              : "Invoice " + transaction + ": settled.";
      case FAILED -> order.card() ? "Card declined." : "Invoice " + transaction + ": invalid.";
      case CANCELLED -> "Unpaid order cancelled - time limit reached.";
      case PENDING -> "Awaiting payment.";
    };
  }

  void options() {
    dump.begin("wpk_options", 20);
    String[][] options = {
      {"siteurl", HOST},
      {"home", HOST},
      {"blogname", "Pass shop"},
      {"admin_email", "office@shop.passworks.example"},
      {"users_can_register", "1"},
      {"timezone_string", Clock.SERVER.getId()},
      {"gmt_offset", ""},
      {"date_format", "j F Y"},
      {"time_format", "H:i"},
      {"WPLANG", ""},
      {"db_version", "57155"},
      {"woocommerce_currency", "EUR"},
      {"woocommerce_version", "8.9.3"},
      {"woocommerce_custom_orders_table_enabled", "yes"},
      {"woocommerce_custom_orders_table_data_sync_enabled", "no"},
      {"woocommerce_default_country", "RO"},
      {
        "active_plugins",
        "a:3:{i:0;s:27:\"woocommerce/woocommerce.php\";i:1;s:29:\"card-gateway/card-gateway.php\";"
            + "i:2;s:23:\"wordfence/wordfence.php\";}"
      }
    };
    long id = 0;
    for (String[] option : options) {
      dump.row(++id, option[0], option[1], "yes");
    }
    dump.end();
  }

  void posts() {
    dump.begin("wpk_postmeta", Product.ALL.size() * 5L + 1);
    long id = 0;
    for (Product product : Product.ALL) {
      String price =
          product.cents() / 100 + "." + String.format(Locale.ROOT, "%02d", product.cents() % 100);
      dump.row(++id, product.id(), "_sku", "PW-" + product.id());
      dump.row(++id, product.id(), "_regular_price", price);
      dump.row(++id, product.id(), "_price", price);
      dump.row(++id, product.id(), "_virtual", "yes");
      dump.row(++id, product.id(), "_stock_status", "instock");
    }
    dump.end();
    dump.begin("wpk_posts", Orders.id(world.orders().size()) + 1);
    long page = 4;
    for (String title : PAGES) {
      String slug = title.toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
      post(page++, 0, "Placeholder page.", title, "publish", slug, "page");
    }
    for (Product product : Product.ALL) {
      post(
          product.id(),
          60,
          "Neutral product text.",
          product.name(),
          "publish",
          product.slug(),
          "product");
    }
    for (int index = 0; index < world.orders().size(); index++) {
      if (!world.orders().deleted(index)) {
        post(
            Orders.id(index),
            world.orders().seconds(index),
            "",
            "",
            "draft",
            "",
            "shop_order_placehold");
      }
    }
    dump.end();
  }

  private void post(
      long id, int seconds, String content, String title, String status, String name, String type) {
    String local = Clock.local(seconds);
    String utc = Clock.utc(seconds);
    String guid = HOST + "/?post_type=" + type + "&#038;p=" + id;
    dump.row(
        id, 1, local, utc, content, title, "", status, "closed", "closed", "", name, "", "", local,
        utc, "", 0, guid, 0, type, "", 0);
  }
}
