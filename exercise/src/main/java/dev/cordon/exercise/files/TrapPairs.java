package dev.cordon.exercise.files;

import dev.cordon.exercise.cast.Cast;
import dev.cordon.exercise.cast.Relation;
import dev.cordon.exercise.cast.Spelling;
import dev.cordon.exercise.platform.Accounts;
import dev.cordon.exercise.platform.Platform;
import dev.cordon.exercise.platform.Tie;
import dev.cordon.exercise.platform.World;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Writes truth-pairs-traps.csv: pairs of accounts that must not be joined, are hard to join, or
 * cannot be.
 */
final class TrapPairs {
  private final World world;
  private final Cast cast;
  private final TextFile out;
  private long number;

  private TrapPairs(World world, TextFile out) {
    this.world = world;
    this.cast = world.cast();
    this.out = out;
  }

  /** Writes the pairs and gives their number. */
  static long write(World world, Path folder) {
    try (TextFile out = new TextFile(folder.resolve("truth-pairs-traps.csv"))) {
      out.text("pair_id,kind,trap,system_a,account_a,system_b,account_b,key,why\n");
      TrapPairs pairs = new TrapPairs(world, out);
      for (int person = 0; person < world.cast().size(); person++) {
        pairs.mustNotMerge(person);
      }
      pairs.sameBody(Platform.SHOP);
      pairs.sameBody(Platform.FORUM);
      return pairs.number;
    }
  }

  /** One account of somebody, the shop's before the forum's unless the forum's is asked for. */
  private record Place(Platform platform, int index) {}

  private Place place(int person, boolean wantForum) {
    boolean shop = cast.shopAccounts(person) > 0 && !(wantForum && cast.forumAccounts(person) > 0);
    return shop
        ? new Place(Platform.SHOP, world.shop().indexOf(person, 0))
        : new Place(Platform.FORUM, world.forum().indexOf(person, 0));
  }

  private void mustNotMerge(int follower) {
    Relation relation = cast.relation(follower);
    int leader = cast.partner(follower);
    if (relation == Relation.NONE || cast.accounts(follower) == 0 || cast.accounts(leader) == 0) {
      return;
    }
    Place a = place(leader, relation == Relation.HOMOGLYPH);
    Place b = place(follower, relation == Relation.HOMOGLYPH || relation == Relation.HANDLE_REUSE);
    String key = key(relation, leader, follower, a, b);
    if (!key.isEmpty()) {
      row("must_not_merge", relation.trap(), a, b, key, relation.why());
    }
  }

  /** What the two share; empty if chance undid the trap. */
  private String key(Relation relation, int leader, int follower, Place a, Place b) {
    return switch (relation) {
      case HOUSEHOLD_CARD, PREPAID_SHARED, CARDED ->
          world.cards().card(leader, 0, Tie.FIRST).fingerprint();
      case HANDLE_REUSE, HOMOGLYPH -> {
        String first = world.handle(a.platform(), a.index());
        String second = world.handle(b.platform(), b.index());
        boolean alike =
            relation == Relation.HOMOGLYPH
                ? Spelling.lookAlike(first).equals(second)
                : first.equals(second);
        yield alike ? first : "";
      }
      case DOTS_MATTER, RECYCLED_MAILBOX, FAMILY_MAILBOX ->
          world.identities().mainMailbox(leader) + " / " + world.identities().mainMailbox(follower);
      case RECOVERY_OTHER ->
          world.identities().mainMailbox(follower)
              + " -> "
              + world.identities().mainMailbox(leader);
      case NAMESAKE, SENIOR_JUNIOR -> world.persons().person(leader).name();
      case RECYCLED_PHONE -> world.persons().phone(leader, 0);
      case SHARED_DEVICE -> world.devices().mark(leader, 0, Tie.FIRST);
      case EXCHANGE_WALLET -> world.devices().wallet(leader, 0, Tie.FIRST);
      case MOBILE_EXIT -> world.whereabouts().mobile(leader);
      case VPN_EXIT, TOR_EXIT -> world.whereabouts().favouriteExit(leader);
      case HOUSEHOLD_LINE, PASSED_ON_LINE -> world.whereabouts().homeLine(leader, 0);
      case NONE -> "";
    };
  }

  /** Accounts of one person that only a weak trace joins, or none. */
  private void sameBody(Platform platform) {
    Accounts accounts = world.accounts(platform);
    for (int index = 0; index < accounts.size(); index++) {
      Tie tie = accounts.tie(index);
      boolean weak =
          switch (tie) {
            case NONE, HANDLE, HOME_LINE, NAME_AND_ADDRESS, ORDER_IN_MESSAGE -> true;
            case RECOVERY -> !ProviderReturn.asked(world, platform, index);
            case FIRST,
                SAME_MAIL,
                PLUS_MAIL,
                DOTS_MAIL,
                CASE_MAIL,
                CARD,
                DEVICE,
                PHONE,
                WALLET,
                MAIL_CHANGE ->
                false;
          };
      if (weak) {
        Place a = place(accounts.person(index), false);
        String trap = tie == Tie.RECOVERY ? "home_line" : tie.name().toLowerCase(Locale.ROOT);
        String kind = tie == Tie.NONE ? "unlinkable" : "hard_link";
        String why =
            tie == Tie.NONE
                ? "same person; nothing in the data joins them"
                : "same person; only " + trap;
        row(kind, trap, a, new Place(platform, index), trap, why);
      }
    }
  }

  private void row(String kind, String trap, Place a, Place b, String key, String why) {
    out.text(
        String.join(
                ",",
                Long.toString(++number),
                kind,
                trap,
                a.platform().system(),
                id(a),
                b.platform().system(),
                id(b),
                TruthFiles.csv(key),
                TruthFiles.csv(why))
            + '\n');
  }

  private String id(Place place) {
    return Long.toString(world.accounts(place.platform()).id(place.index()));
  }
}
