package dev.cordon.exercise.files;

import dev.cordon.exercise.cast.Dice;
import dev.cordon.exercise.platform.Account;
import dev.cordon.exercise.platform.Billing;
import dev.cordon.exercise.platform.Clock;
import dev.cordon.exercise.platform.World;

/** What the shop's user tables repeat about an account. */
final class ShopProfile {
  private ShopProfile() {}

  /** What the user typed as own name: often nothing. */
  static Billing typed(World world, Account account) {
    boolean given =
        world.orders().placedBy(account.index()) > 0
            || Dice.of(world.seed(), "profile", account.index()).chance(0.45);
    return given && account.tie().sharesAddress()
        ? Billing.of(
            world, account.person(), account.ordinal(), account.tie(), account.registered())
        : new Billing("", "", java.util.Optional.empty(), "");
  }

  /** When the account was used last. */
  static int lastActive(World world, Account account) {
    Dice dice = Dice.of(world.seed(), "last-active", account.index());
    return dice.chance(0.35)
        ? account.registered()
        : account.registered() + (int) ((Clock.SPAN - account.registered()) * dice.fraction());
  }
}
