package dev.cordon.exercise.files;

import dev.cordon.exercise.Progress;
import dev.cordon.exercise.cast.Dice;
import dev.cordon.exercise.cast.Relation;
import dev.cordon.exercise.cast.Trait;
import dev.cordon.exercise.platform.Clock;
import dev.cordon.exercise.platform.Devices;
import dev.cordon.exercise.platform.Order;
import dev.cordon.exercise.platform.Order.Outcome;
import dev.cordon.exercise.platform.Payments;
import dev.cordon.exercise.platform.Tie;
import dev.cordon.exercise.platform.World;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Writes crypto-invoices.csv: the payment server's export, in the local time of its own clock. */
public final class CryptoInvoices {
  private static final String HEADER =
      "InvoiceId,InvoiceCreatedDate,OrderId,BuyerEmail,InvoiceCurrency,InvoicePrice,CryptoCode,Paid,Destination,"
          + "TransactionId,RefundAddress,InvoiceStatus,InvoiceExceptionStatus";

  private final World world;
  private final TextFile out;
  private final Tally tally;
  private final Map<String, Long> counts = new TreeMap<>();

  private CryptoInvoices(World world, TextFile out) {
    this.world = world;
    this.out = out;
    this.tally = new Tally(world.seed());
  }

  /** Writes the export in order of time. */
  public static void write(World world, Path folder, Manifest manifest, Progress progress) {
    try (TextFile out = new TextFile(folder.resolve("crypto-invoices.csv"))) {
      CryptoInvoices file = new CryptoInvoices(world, out);
      file.rows();
      out.close();
      manifest.file(out, file.counts);
      progress.finished(out.name(), file.counts.getOrDefault("rows", 0L));
    }
  }

  private void rows() {
    out.text(HEADER).text("\n");
    for (int index = 0; index < world.orders().size(); index++) {
      Order order = world.orders().order(index);
      if (order.card() || order.outcome() == Outcome.PENDING) {
        continue;
      }
      String row = row(order);
      out.text(row).text("\n");
      counts.merge("rows", 1L, Long::sum);
      if (tally.plant("again", index, 70)) {
        out.text(row).text("\n");
        counts.merge("rows", 1L, Long::sum);
        counts.merge("duplicate_rows", 1L, Long::sum);
      }
      if (tally.plant("cut", index, 260)) {
        out.text(
                Dice.of(world.seed(), "cut", index).base62(22)
                    + row.substring(22, 22 + row.length() / 4))
            .text("\n");
        counts.merge("malformed_lines", 1L, Long::sum);
      }
    }
  }

  private String row(Order order) {
    Dice dice = Dice.of(world.seed(), "invoice-row", order.index());
    boolean paid = order.outcome().paid();
    boolean partly = !paid && dice.chance(0.03);
    double coins = order.product().cents() / 100.0 / 52_000;
    String amount = paid ? coins(coins) : partly ? coins(coins / 2) : "0";
    String transaction = paid || partly ? dice.hex(64) : "";
    return String.join(
        ",",
        Payments.invoice(world, order),
        Clock.invoice(order.seconds() - 5),
        dice.chance(0.04) ? "PW_" + order.id() : dice.chance(0.01) ? "" : Long.toString(order.id()),
        dice.chance(0.08) ? "" : order.email(),
        order.currency(),
        order.amount(2),
        "BTC",
        amount,
        Devices.unusable(dice),
        transaction,
        givesWallet(order, dice)
            ? world.devices().wallet(order.person(), order.ordinal(), order.tie())
            : "",
        paid ? "complete" : order.outcome() == Outcome.FAILED ? "invalid" : "expired",
        partly ? "paidPartial" : "");
  }

  private boolean givesWallet(Order order, Dice dice) {
    boolean trap =
        order.tie() == Tie.WALLET
            || world.cast().leader(order.person(), Relation.EXCHANGE_WALLET) >= 0
            || world.cast().has(order.person(), Trait.LENDS_WALLET);
    return trap || dice.chance(order.outcome() == Outcome.REFUNDED ? 0.9 : 0.06);
  }

  private static String coins(double value) {
    return String.format(Locale.ROOT, "%.8f", value);
  }
}
