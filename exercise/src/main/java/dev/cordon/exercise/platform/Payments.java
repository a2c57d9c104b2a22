package dev.cordon.exercise.platform;

import dev.cordon.exercise.cast.Dice;
import dev.cordon.exercise.platform.Order.Outcome;
import java.util.ArrayList;
import java.util.List;

/** What the payment services know of an order: card charges or a crypto invoice. */
public final class Payments {
  private static final List<String> FAILURES =
      List.of(
          "insufficient_funds",
          "card_declined",
          "expired_card",
          "incorrect_cvc",
          "lost_card",
          "do_not_honor");

  private Payments() {}

  /**
   * The charges of an order in order of time; empty for one that was not paid by card or never came
   * that far.
   */
  public static List<Charge> charges(World world, Order order) {
    if (!order.card()
        || order.outcome() == Outcome.PENDING
        || order.outcome() == Outcome.CANCELLED) {
      return List.of();
    }
    Dice dice = Dice.of(world.seed(), "charges", order.index());
    Card card = world.cards().card(order.person(), order.ordinal(), order.tie());
    List<Charge> charges = new ArrayList<>();
    int failures =
        order.outcome().paid() ? (dice.chance(0.12) ? 1 : 0) : 1 + (dice.chance(0.25) ? 1 : 0);
    int at = order.seconds() + 8;
    for (int i = 0; i < failures; i++, at += 40) {
      charges.add(
          new Charge(
              "ch_" + dice.base62(24),
              at,
              order.minor(),
              "failed",
              dice.pick(FAILURES),
              order,
              card));
    }
    if (order.outcome().paid()) {
      charges.add(
          new Charge("ch_" + dice.base62(24), at, order.minor(), "succeeded", "", order, card));
    }
    if (order.outcome() == Outcome.REFUNDED) {
      int later = Math.min(Clock.SPAN - 60, at + 86_400 + dice.below(900_000));
      charges.add(
          new Charge("re_" + dice.base62(24), later, -order.minor(), "refunded", "", order, card));
    }
    return charges;
  }

  /**
   * The id of the charge that settled an order, or of the last that failed; empty when there is
   * none.
   */
  public static String transaction(World world, Order order) {
    if (!order.card()) {
      return order.outcome() == Outcome.PENDING ? "" : invoice(world, order);
    }
    return charges(world, order).stream()
        .filter(charge -> charge.status().equals("succeeded"))
        .map(Charge::id)
        .findFirst()
        .orElse("");
  }

  /** Key of the crypto invoice of an order. */
  public static String invoice(World world, Order order) {
    return Dice.of(world.seed(), "invoice", order.index()).base62(22);
  }

  /** The customer mark the card processor gives an account. */
  public static String customer(World world, Order order) {
    long key = order.guest() ? -order.index() - 1L : order.account();
    return "cus_" + Dice.of(world.seed(), "customer", key).base62(14);
  }
}
