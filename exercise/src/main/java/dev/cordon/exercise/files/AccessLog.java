package dev.cordon.exercise.files;

import dev.cordon.exercise.Progress;
import dev.cordon.exercise.cast.Dice;
import dev.cordon.exercise.platform.Accounts;
import dev.cordon.exercise.platform.Clock;
import dev.cordon.exercise.platform.Orders;
import dev.cordon.exercise.platform.Platform;
import dev.cordon.exercise.platform.Product;
import dev.cordon.exercise.platform.World;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes access.log.gz: nginx, combined format, one of two front ends, with the damage such logs
 * have.
 */
public final class AccessLog {
  private static final int LINES = 20_000;
  private static final List<String> BOTS =
      List.of(
          "curl/7.88.1",
          "python-requests/2.31.0",
          "Mozilla/5.0 zgrab/0.x",
          "Mozilla/5.0 (compatible; ExampleBot/2.1; +http://crawler.example/bot.html)",
          "-");
  private static final List<String> PROBES =
      List.of(
          "GET /.env",
          "GET /wp-login.php",
          "POST /xmlrpc.php",
          "GET /.git/config",
          "GET /robots.txt",
          "HEAD /");
  private static final List<String> SHOP_PAGES =
      List.of(
          "GET /",
          "GET /shop/",
          "GET /cart/",
          "GET /checkout/",
          "GET /my-account/",
          "POST /my-account/",
          "GET /my-account/orders/",
          "GET /?wc-ajax=get_refreshed_fragments",
          "POST /?wc-ajax=checkout");

  private final World world;
  private final TextFile out;
  private final Map<String, Long> counts = new TreeMap<>();

  private AccessLog(World world, TextFile out) {
    this.world = world;
    this.out = out;
  }

  /** Writes the log line by line in order of time. */
  public static void write(World world, Path folder, Manifest manifest, Progress progress) {
    try (TextFile out = new TextFile(folder.resolve("access.log.gz"))) {
      AccessLog log = new AccessLog(world, out);
      log.lines();
      out.close();
      manifest.file(out, log.counts);
      progress.finished(out.name(), log.counts.getOrDefault("lines", 0L));
    }
  }

  private void lines() {
    int count = world.extent().of(LINES);
    double from = Clock.SPAN * 0.66;
    double step = (Clock.SPAN - 120 - from) / count;
    int gapFrom = (int) (Clock.SPAN * 0.83);
    String before = "";
    for (int i = 0; i < count; i++) {
      Dice dice = Dice.of(world.seed(), "log-line", i);
      int seconds = (int) (from + step * (i + dice.fraction()));
      if (seconds > gapFrom && seconds < gapFrom + 172_800) {
        seconds = gapFrom;
      }
      String line = dice.chance(0.8) ? visit(dice, i, seconds) : probe(dice, seconds);
      if (!before.isEmpty() && dice.below(1700) == 0) {
        line = before;
        add("duplicate_lines");
      } else if (dice.below(400) == 0) {
        malformed(dice, line);
        continue;
      }
      if (line.startsWith("2001:")) {
        add("ipv6_lines");
      }
      out.text(line).text("\n");
      add("lines");
      before = line;
    }
  }

  private void add(String kind) {
    counts.merge(kind, 1L, Long::sum);
  }

  private void malformed(Dice dice, String line) {
    add("lines");
    add("malformed_lines");
    switch (dice.below(7)) {
      case 0 -> out.text("\n");
      case 1 -> out.text("nginx: worker process restarted\n");
      case 2 -> out.text(line.replace('[', '(')).text("\n");
      case 3 -> out.text(" ".repeat(64)).text("\n");
      case 4 -> {
        out.text(line.substring(0, 30))
            .bytes(new byte[] {(byte) 0xff, (byte) 0xfe, 0, (byte) 0x80})
            .text("\n");
        add("lines_invalid_utf8");
      }
      default -> out.text(line.substring(0, line.indexOf('"') + 1 + dice.below(20))).text("\n");
    }
  }

  private String visit(Dice dice, int number, int seconds) {
    Platform platform = dice.chance(0.55) ? Platform.SHOP : Platform.FORUM;
    Accounts accounts = world.accounts(platform);
    int index = dice.below(Math.max(1, accounts.existing(seconds)));
    String ip = world.address(platform, index, seconds, 11_000_000_000_000L + number);
    String browser = world.browser(platform, index, number);
    String host = platform == Platform.SHOP ? ShopCatalogue.HOST : ForumBoard.HOST;
    String request = platform == Platform.SHOP ? shopRequest(dice) : forumRequest(dice);
    boolean post = request.startsWith("POST");
    String referrer =
        dice.chance(0.3)
            ? "-"
            : host + (platform == Platform.SHOP ? "/my-account/" : "/board/index.php");
    return line(
        ip,
        seconds,
        request + (dice.chance(0.7) ? " HTTP/2.0" : " HTTP/1.1"),
        post ? 302 : 200,
        post ? 0 : 7000 + dice.below(12_000),
        referrer,
        browser);
  }

  private String shopRequest(Dice dice) {
    if (dice.chance(0.15)) {
      return "GET /product/" + dice.pick(Product.ALL).slug() + "/";
    }
    if (dice.chance(0.06)) {
      long order = Orders.id(dice.below(world.orders().size()));
      return "GET /checkout/order-received/" + order + "/?key=wc_order_" + dice.base62(13);
    }
    return dice.pick(SHOP_PAGES);
  }

  private String forumRequest(Dice dice) {
    return switch (dice.below(4)) {
      case 0 -> "GET /board/index.php?sid=" + dice.hex(32);
      case 1 -> "POST /board/ucp.php?mode=login";
      case 2 -> "GET /board/ucp.php?i=pm&folder=inbox";
      default -> "GET /board/viewtopic.php?t=" + (1 + dice.below(world.discussion().topics()));
    };
  }

  private String probe(Dice dice, int seconds) {
    String request = dice.pick(PROBES) + " HTTP/1.1";
    if (dice.below(60) == 0) {
      request = "\\x16\\x03\\x01\\x00\\xEE\\x01";
    }
    return line(
        world.network().hostingAddress(dice),
        seconds,
        request,
        request.startsWith("\\") ? 400 : 404,
        162,
        "-",
        dice.pick(BOTS));
  }

  private static String line(
      String ip,
      int seconds,
      String request,
      int status,
      int bytes,
      String referrer,
      String browser) {
    return ip
        + " - - ["
        + Clock.log(seconds)
        + "] \""
        + request
        + "\" "
        + status
        + ' '
        + bytes
        + " \""
        + referrer
        + "\" \""
        + browser
        + '"';
  }
}
