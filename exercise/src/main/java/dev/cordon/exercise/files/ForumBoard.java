package dev.cordon.exercise.files;

import dev.cordon.exercise.cast.Dice;
import dev.cordon.exercise.cast.Trait;
import dev.cordon.exercise.platform.Accounts;
import dev.cordon.exercise.platform.Clock;
import dev.cordon.exercise.platform.Discussion;
import dev.cordon.exercise.platform.Platform;
import dev.cordon.exercise.platform.World;

/** Tables of the board itself: bans, configuration, forums, groups. */
final class ForumBoard {
  static final String HOST = "https://board.passworks.example";
  static final int BOARDS = 6;

  private final World world;
  private final SqlDump dump;

  ForumBoard(World world, SqlDump dump) {
    this.world = world;
    this.dump = dump;
  }

  void bans() {
    Accounts forum = world.forum();
    dump.begin("bb3_banlist", forum.size());
    long id = 0;
    for (int index = 0; index < forum.size(); index++) {
      if (world.cast().has(forum.person(index), Trait.SPAM)
          && Dice.of(world.seed(), "ban", index).chance(0.3)) {
        dump.row(
            ++id,
            forum.id(index),
            "",
            "",
            Clock.unix(forum.registered(index)) + 7200,
            0,
            0,
            "spam",
            "");
      }
    }
    for (int i = 0; i < 5; i++) {
      String ip = world.network().hostingAddress(Dice.of(world.seed(), "banned-address", i));
      dump.row(++id, 0, ip, "", Clock.unix(0), 0, 0, "automatic", "");
    }
    dump.end();
  }

  void configuration() {
    dump.begin("bb3_config", 0);
    String[][] values = {
      {"board_email", "board@board.passworks.example"},
      {"board_startdate", Long.toString(Clock.unix(0))},
      {"board_timezone", Clock.SERVER.getId()},
      {"default_lang", "en"},
      {"ip_check", "3"},
      {"max_login_attempts", "3"},
      {"num_users", Integer.toString(world.forum().size())},
      {"script_path", "/board"},
      {"server_name", "board.passworks.example"},
      {"session_length", "3600"},
      {"sitename", "Members&#039; board"},
      {"version", "3.3.12"}
    };
    for (String[] value : values) {
      dump.row(value[0], value[1], 0);
    }
    dump.end();
  }

  void forums() {
    Discussion talk = world.discussion();
    dump.begin("bb3_forums", BOARDS + 2L);
    dump.row(1, 0, 1, BOARDS * 2 + 2, "", "Members", "", 0, 0, 0, 0, "", 0, "", 0, 0);
    for (int board = 0; board < BOARDS; board++) {
      int posts = 0;
      int topics = 0;
      int last = 0;
      for (int topic = board; topic < talk.topics(); topic += BOARDS) {
        posts += talk.postsIn(topic);
        topics++;
        last = Math.max(last, talk.lastPost(topic));
      }
      int author = talk.author(last);
      dump.row(
          board + 2,
          1,
          board * 2 + 2,
          board * 2 + 3,
          "",
          "Board " + (char) ('A' + board),
          "Neutral placeholder",
          1,
          0,
          Discussion.postId(last),
          world.forum().id(author),
          "Re: " + ForumPosts.title(talk.topic(last)),
          Clock.unix(talk.seconds(last)),
          world.handle(Platform.FORUM, author),
          posts,
          topics);
    }
    dump.end();
  }

  void groups() {
    dump.begin("bb3_groups", 8);
    String[] names = {
      "GUESTS",
      "REGISTERED",
      "REGISTERED_COPPA",
      "GLOBAL_MODERATORS",
      "ADMINISTRATORS",
      "BOTS",
      "NEWLY_REGISTERED"
    };
    for (int i = 0; i < names.length; i++) {
      dump.row(i + 1, 3, 0, 0, names[i], "", "");
    }
    dump.end();
  }
}
