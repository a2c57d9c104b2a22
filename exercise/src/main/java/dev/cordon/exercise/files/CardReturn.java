package dev.cordon.exercise.files;

import dev.cordon.exercise.Progress;
import dev.cordon.exercise.cast.Dice;
import dev.cordon.exercise.cast.Spelling;
import dev.cordon.exercise.platform.Billing;
import dev.cordon.exercise.platform.Charge;
import dev.cordon.exercise.platform.Clock;
import dev.cordon.exercise.platform.Order;
import dev.cordon.exercise.platform.Payments;
import dev.cordon.exercise.platform.World;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;

/**
 * Writes card-processor.csv: two exports one after the other, the second with another delimiter and
 * some rows again.
 */
public final class CardReturn {
  private static final String[] HEADER = {
    "charge_id", "created", "amount", "currency", "status", "failure_code", "card_fingerprint",
        "card_bin",
    "card_last4", "card_brand", "card_funding", "card_country", "holder_name", "receipt_email",
        "ip", "order_reference"
  };
  private static final int SECOND_EXPORT_FROM = (int) (Clock.SPAN * 0.93);
  private static final int REPEATED_SECONDS = 86_400 * 3;
  private static final byte[] LATIN_NAME =
      "J\u00F6rg L\u00F8vdahl".getBytes(StandardCharsets.ISO_8859_1);

  private final World world;
  private final TextFile out;
  private final Tally tally;
  private final Map<String, Long> counts = new TreeMap<>();
  private String delimiter = ",";

  private CardReturn(World world, TextFile out) {
    this.world = world;
    this.out = out;
    this.tally = new Tally(world.seed());
  }

  /** Writes both exports. */
  public static void write(World world, Path folder, Manifest manifest, Progress progress) {
    try (TextFile out = new TextFile(folder.resolve("card-processor.csv"))) {
      CardReturn file = new CardReturn(world, out);
      file.exports();
      out.close();
      manifest.file(out, file.counts);
      progress.finished(out.name(), file.counts.getOrDefault("rows", 0L));
    }
  }

  private void add(String kind) {
    counts.merge(kind, 1L, Long::sum);
  }

  private void exports() {
    header();
    rows(0, SECOND_EXPORT_FROM, false);
    delimiter = ";";
    header();
    counts.put("second_export_starts_at_data_row", counts.getOrDefault("rows", 0L) + 1);
    rows(SECOND_EXPORT_FROM - REPEATED_SECONDS, SECOND_EXPORT_FROM, true);
    rows(SECOND_EXPORT_FROM, Integer.MAX_VALUE, false);
  }

  private void header() {
    out.text(String.join(delimiter, HEADER)).text("\n");
    add("header_lines");
  }

  /** Charges of a stretch of time in order; refunds wait in a queue until their time has come. */
  private void rows(int from, int to, boolean again) {
    PriorityQueue<Charge> waiting =
        new PriorityQueue<>(Comparator.comparingInt(Charge::seconds).thenComparing(Charge::id));
    for (int index = 0; index < world.orders().size(); index++) {
      Order order = world.orders().order(index);
      if (order.seconds() < from - 1_200_000 || order.seconds() > to) {
        continue;
      }
      while (!waiting.isEmpty() && waiting.element().seconds() < order.seconds()) {
        row(waiting.remove(), from, to, again);
      }
      waiting.addAll(Payments.charges(world, order));
    }
    while (!waiting.isEmpty()) {
      row(waiting.remove(), from, to, again);
    }
  }

  private void row(Charge charge, int from, int to, boolean again) {
    if (charge.seconds() < from || charge.seconds() >= to) {
      return;
    }
    Order order = charge.order();
    long key = order.index() * 4L + (charge.status().length() & 3);
    if (!again && tally.plant("malformed", key, 150)) {
      malformed(charge, key);
    }
    add("rows");
    if (again) {
      add("duplicate_rows");
    }
    if (charge.status().equals("refunded")) {
      add("refund_rows");
    }
    if (charge.status().equals("failed")) {
      add("failed_rows");
    }
    fields(charge, key);
  }

  /**
   * A line that is no record: cut off, a remark of the exporter, or a name with an unquoted
   * delimiter.
   */
  private void malformed(Charge charge, long key) {
    add("malformed_lines");
    switch ((int) (key / 4 % 3)) {
      case 0 -> out.text("# export paused, continued").text("\n");
      case 1 ->
          out.text(charge.id().substring(0, 20))
              .text("!!" + delimiter + Clock.iso(charge.seconds()))
              .text("\n");
      default ->
          out.text(
                  String.join(
                      delimiter,
                      charge.id().substring(0, 22) + "!!",
                      Clock.iso(charge.seconds()),
                      "590",
                      "EUR",
                      "failed",
                      "lost_card",
                      "",
                      "",
                      "",
                      "",
                      "",
                      "",
                      "Name",
                      " unquoted",
                      "",
                      "",
                      ""))
              .text("\n");
    }
  }

  private void fields(Charge charge, long key) {
    Order order = charge.order();
    Dice dice = Dice.of(world.seed(), "card-row", key);
    String country = dice.chance(0.08) ? "" : charge.card().country();
    out.text(
        String.join(
            delimiter,
            charge.id(),
            Clock.iso(charge.seconds()),
            Long.toString(charge.minor()),
            order.currency(),
            charge.status(),
            charge.failure(),
            charge.card().fingerprint(),
            charge.card().bin(),
            charge.card().last4(),
            charge.card().brand(),
            charge.card().funding(),
            country,
            ""));
    holder(charge, dice, key);
    String email = dice.chance(0.07) ? "" : order.email();
    out.text(
            delimiter
                + email
                + delimiter
                + world.address(order)
                + delimiter
                + reference(order, dice))
        .text("\n");
  }

  private void holder(Charge charge, Dice dice, long key) {
    if (tally.plant("latin", key, 150)) {
      add("rows_invalid_utf8");
      out.bytes(LATIN_NAME);
      return;
    }
    if (tally.plant("hostile", key, 50)) {
      add("holder_names_hostile");
      hostile(key);
      return;
    }
    out.text(quoted(name(charge, dice)));
  }

  private void hostile(long key) {
    switch ((int) (key / 4 % 6)) {
      case 0 -> out.text("' OR ''='");
      case 1 -> out.text("\"+SUM(1" + delimiter + "1)\"");
      case 2 -> out.text("tab\there");
      case 3 -> out.text("\"said \"\"hello\"\"\"");
      case 4 -> {
        out.text("two\nlines");
        add("rows_split_over_two_lines");
      }
      default -> out.text("emoji \uD83D\uDEB2");
    }
  }

  private String quoted(String value) {
    boolean needed = value.contains(delimiter) || value.contains("\"");
    return needed ? '"' + value.replace("\"", "\"\"") + '"' : value;
  }

  /** What is embossed: often capitals, often without special letters; nothing for prepaid cards. */
  private String name(Charge charge, Dice dice) {
    if (charge.card().funding().equals("prepaid")) {
      return "GIFT CARD";
    }
    Order order = charge.order();
    int lender = world.cards().lender(order.person());
    boolean own = lender == order.person();
    Billing billing =
        Billing.of(world, order.person(), order.ordinal(), order.tie(), order.seconds());
    String name =
        own && (billing.home().isPresent() || !order.tie().sharesCard())
            ? billing.given() + ' ' + billing.family()
            : world.persons().person(lender).name();
    return switch (dice.below(4)) {
      case 0 -> Spelling.plain(name).toUpperCase(Locale.ROOT);
      case 1 -> name.toUpperCase(Locale.ROOT);
      case 2 -> Spelling.plain(name);
      default -> name;
    };
  }

  private static String reference(Order order, Dice dice) {
    return switch (dice.below(7)) {
      case 0 -> "PW-" + order.id();
      case 1 -> "#" + order.id();
      case 2 -> "order " + order.id();
      case 3 -> dice.chance(0.2) ? "" : Long.toString(order.id());
      default -> Long.toString(order.id());
    };
  }
}
