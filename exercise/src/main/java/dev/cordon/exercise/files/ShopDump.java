package dev.cordon.exercise.files;

import dev.cordon.exercise.Progress;
import dev.cordon.exercise.platform.World;
import java.nio.file.Path;

/**
 * Writes shop.sql.gz: a WordPress shop with WooCommerce, its orders in tables of their own (HPOS).
 */
public final class ShopDump {
  private ShopDump() {}

  /** Writes the dump table by table, in the order mysqldump takes. */
  public static void write(World world, Path folder, Manifest manifest, Progress progress) {
    Tally tally = new Tally(world.seed());
    try (TextFile out = new TextFile(folder.resolve("shop.sql.gz"))) {
      SqlDump dump = new SqlDump(out, SqlDump.Product.MYSQL, "shop.ddl", "passes_shop", progress);
      ShopCatalogue catalogue = new ShopCatalogue(world, dump);
      ShopUsers users = new ShopUsers(world, dump, tally);
      ShopTraffic traffic = new ShopTraffic(world, dump);
      ShopOrders orders = new ShopOrders(world, dump, tally);
      ShopOrderDetails details = new ShopOrderDetails(world, dump, tally);
      catalogue.comments();
      catalogue.options();
      catalogue.posts();
      new ShopUsermeta(world, dump, tally).usermeta();
      users.users();
      users.customers();
      details.addresses();
      details.operational();
      details.products();
      details.statistics();
      orders.orders();
      orders.orderMeta();
      orders.backup();
      traffic.logins();
      details.items();
      traffic.tokens();
      traffic.sessions();
      manifest.tables("shop", dump.finish());
      out.close();
      manifest.file(out, java.util.Map.of());
    }
    manifest.planted(tally);
    progress.finished("shop.sql.gz", world.shop().size());
  }
}
