package dev.cordon.exercise.files;

import dev.cordon.exercise.cast.Dice;
import dev.cordon.exercise.platform.Accounts;
import dev.cordon.exercise.platform.Clock;
import dev.cordon.exercise.platform.Orders;
import dev.cordon.exercise.platform.Platform;
import dev.cordon.exercise.platform.Tie;
import dev.cordon.exercise.platform.World;

/** Tables of private messages; texts are placeholders, a few name an order. */
final class ForumMessages {
  private static final int MESSAGES = 1250;

  private final World world;
  private final Accounts forum;
  private final SqlDump dump;
  private final Tally tally;

  ForumMessages(World world, SqlDump dump, Tally tally) {
    this.world = world;
    this.forum = world.forum();
    this.dump = dump;
    this.tally = tally;
  }

  private int messages() {
    return world.extent().of(MESSAGES);
  }

  private int messageSeconds(int message) {
    double step = Clock.SPAN * 0.9 / messages();
    return (int)
        (Clock.SPAN * 0.09
            + step * (message + Dice.of(world.seed(), "pm-time", message).fraction()));
  }

  private int sender(int message) {
    return Dice.of(world.seed(), "pm-from", message)
        .below(Math.max(2, forum.existing(messageSeconds(message))));
  }

  private int recipient(int message) {
    int existing = Math.max(2, forum.existing(messageSeconds(message)));
    int drawn = Dice.of(world.seed(), "pm-to", message).below(existing);
    return drawn == sender(message) ? (drawn + 1) % existing : drawn;
  }

  void messages(boolean recipients) {
    for (int message = 0; message < messages(); message++) {
      row(
          message + 1,
          sender(message),
          recipient(message),
          messageSeconds(message),
          "message body withheld",
          recipients);
    }
    int id = messages();
    for (int index = 0; index < forum.size(); index++) {
      int order = forum.tie(index) == Tie.ORDER_IN_MESSAGE ? orderOf(forum.person(index)) : -1;
      if (order >= 0) {
        int seconds = Math.max(world.orders().seconds(order), forum.registered(index)) + 5400;
        if (!recipients) {
          tally.count("message_with_order_reference");
        }
        String text =
            "Question about order "
                + Orders.id(order)
                + ": the pass is not active yet, please check.";
        row(++id, index, 0, Math.min(seconds, Clock.SPAN), text, recipients);
      }
    }
  }

  /** Tables bb3_privmsgs and bb3_privmsgs_to. */
  void privateMessages() {
    dump.begin("bb3_privmsgs", messages() * 2L);
    messages(false);
    dump.end();
    dump.begin("bb3_privmsgs_to", 0);
    messages(true);
    dump.end();
  }

  private int orderOf(int person) {
    return world.orders().firstOf(person);
  }

  private void row(int id, int from, int to, int seconds, String text, boolean recipients) {
    if (recipients) {
      dump.row(id, forum.id(to), forum.id(from), 0, 0, id % 3 == 0 ? 1 : 0, 0, 0, 0, 0);
      dump.row(id, forum.id(from), forum.id(from), 0, 0, 0, 0, 0, 0, -1);
      return;
    }
    String ip = world.address(Platform.FORUM, from, seconds, 5_000_000_000_000L + id);
    dump.row(
        id,
        0,
        forum.id(from),
        0,
        ip,
        Clock.unix(seconds),
        1,
        1,
        1,
        1,
        "Message " + id,
        "<t>" + text + "</t>",
        "",
        0,
        0,
        "",
        "",
        0,
        0,
        "u_" + forum.id(to),
        "",
        0);
  }
}
