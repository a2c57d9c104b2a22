package dev.cordon.exercise.files;

import dev.cordon.exercise.cast.Dice;
import dev.cordon.exercise.platform.Accounts;
import dev.cordon.exercise.platform.Clock;
import dev.cordon.exercise.platform.Platform;
import dev.cordon.exercise.platform.Tie;
import dev.cordon.exercise.platform.World;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Tables of who came and what was changed: log, login attempts, sessions, kept sign-ins. */
final class ForumTraffic {
  private static final List<String> ACTS =
      List.of("LOG_USER_ACTIVE", "LOG_USER_DEL_AVATAR", "LOG_BAN_USER");

  private final World world;
  private final Accounts forum;
  private final SqlDump dump;
  private final Tally tally;

  ForumTraffic(World world, SqlDump dump, Tally tally) {
    this.world = world;
    this.forum = world.forum();
    this.dump = dump;
    this.tally = tally;
  }

  private Dice dice(String purpose, long key) {
    return Dice.of(world.seed(), purpose, key);
  }

  void log() {
    int count = world.extent().of(540);
    dump.begin("bb3_log", count * 2L);
    long id = 0;
    for (int i = 0; i < count; i++) {
      Dice dice = dice("log", i);
      int seconds = (int) (Clock.SPAN * (0.03 + 0.96 * (i + dice.fraction()) / count));
      int subject = dice.below(Math.max(2, forum.existing(seconds)));
      String ip = world.address(Platform.FORUM, 0, seconds, 6_000_000_000_000L + i);
      if (dice.chance(0.2)) {
        String act = dice.chance(0.8) ? "LOG_ADMIN_AUTH_SUCCESS" : "LOG_ADMIN_AUTH_FAIL";
        dump.row(++id, 0, forum.id(0), 0, 0, 0, 0, ip, Clock.unix(seconds), act, "");
      } else {
        String data = "a:1:{i:0;" + php(world.handle(Platform.FORUM, subject)) + "}";
        dump.row(
            ++id,
            3,
            forum.id(0),
            0,
            0,
            0,
            forum.id(subject),
            ip,
            Clock.unix(seconds),
            dice.pick(ACTS),
            data);
      }
    }
    for (int index = 0; index < forum.size(); index++) {
      if (forum.tie(index) == Tie.MAIL_CHANGE) {
        mailChange(++id, index);
      }
    }
    dump.end();
  }

  /** A member who changed the mailbox: the log still names the old one. */
  private void mailChange(long id, int index) {
    tally.count("log_email_changes");
    int seconds = Math.min(Clock.SPAN, forum.registered(index) + 40_000);
    String old = world.identities().mainMailbox(forum.person(index));
    String ip = world.address(Platform.FORUM, index, seconds, 6_500_000_000_000L + index);
    String data =
        "a:3:{i:0;"
            + php(world.handle(Platform.FORUM, index))
            + "i:1;"
            + php(old)
            + "i:2;"
            + php(world.identities().email(Platform.FORUM, index))
            + "}";
    dump.row(
        id,
        3,
        forum.id(index),
        0,
        0,
        0,
        forum.id(index),
        ip,
        Clock.unix(seconds),
        "LOG_USER_UPDATE_EMAIL",
        data);
  }

  private static String php(String value) {
    return "s:" + value.getBytes(StandardCharsets.UTF_8).length + ":\"" + value + "\";";
  }

  void attempts() {
    int count = world.extent().of(1080);
    dump.begin("bb3_login_attempts", 0);
    for (int i = 0; i < count; i++) {
      Dice dice = dice("attempt", i);
      int seconds = (int) (Clock.SPAN * (0.05 + 0.949 * (i + dice.fraction()) / count));
      int index = dice.below(Math.max(2, forum.existing(seconds)));
      boolean withMail = dice.chance(0.06);
      if (withMail) {
        tally.count("login_attempt_with_email_as_name");
      }
      String name =
          withMail
              ? world.identities().email(Platform.FORUM, index)
              : world.handle(Platform.FORUM, index);
      boolean mistyped = withMail || dice.chance(0.2);
      String typed = mistyped && !withMail ? name + "x" : name;
      dump.row(
          world.address(Platform.FORUM, index, seconds, 7_000_000_000_000L + i),
          browser(index, i),
          "",
          Clock.unix(seconds),
          mistyped ? 0 : forum.id(index),
          typed,
          typed.toLowerCase(Locale.ROOT));
    }
    dump.end();
  }

  private String browser(int index, long key) {
    String browser = world.browser(Platform.FORUM, index, key);
    return browser.substring(0, Math.min(150, browser.length()));
  }

  void sessions() {
    int count = world.extent().of(520);
    dump.begin("bb3_sessions", 0);
    for (int i = 0; i < count; i++) {
      Dice dice = dice("session-row", i);
      int start = (int) (Clock.SPAN - 30L * 86_400 * dice.fraction());
      int index = dice.below(Math.max(2, forum.existing(start - 86_400)));
      String ip = world.address(Platform.FORUM, index, start, 8_000_000_000_000L + i);
      long unix = Clock.unix(start);
      dump.row(
          sortedKey(i, count, dice),
          forum.id(index),
          unix - 86_400,
          unix,
          unix + 900,
          ip,
          browser(index, i),
          "",
          "viewtopic.php?t=" + (1 + dice.below(world.discussion().topics())),
          1,
          dice.below(2),
          0,
          0);
    }
    dump.end();
  }

  void keys() {
    int count = world.extent().of(500);
    dump.begin("bb3_sessions_keys", 0);
    for (int i = 0; i < count; i++) {
      Dice dice = dice("key-row", i);
      int last = (int) (Clock.SPAN - 150L * 86_400 * dice.fraction());
      int index = dice.below(Math.max(2, forum.existing(last)));
      String ip = world.address(Platform.FORUM, index, last, 9_000_000_000_000L + i);
      dump.row(sortedKey(i, count, dice), forum.id(index), ip, Clock.unix(last));
    }
    dump.end();
  }

  /** Thirty-two hex digits that grow with the row, since a dump follows the primary key. */
  private static String sortedKey(int row, int count, Dice dice) {
    long head = (long) ((row + 0.0) / count * 0xffff_ffffL);
    return String.format(Locale.ROOT, "%08x", head) + dice.hex(24);
  }
}
