package dev.cordon.exercise.files;

import dev.cordon.exercise.cast.Dice;
import dev.cordon.exercise.platform.Accounts;
import dev.cordon.exercise.platform.Clock;
import dev.cordon.exercise.platform.Discussion;
import dev.cordon.exercise.platform.Platform;
import dev.cordon.exercise.platform.World;
import java.util.List;

/**
 * Tables of what members wrote: posts, private messages, topics. Texts are drawn from a fixed list
 * of placeholders.
 */
final class ForumPosts {
  private static final List<String> TITLES =
      List.of(
          "Hello",
          "How do passes work",
          "Sign-in question",
          "Payment question",
          "Suggestions",
          "Small talk",
          "Renewing a pass",
          "Notice from the team",
          "Help wanted");
  private static final List<String> TEXTS =
      List.of(
          "placeholder, text withheld",
          "text removed before export",
          "body not part of this set",
          "short reply withheld",
          "quoted text withheld",
          "neutral filler");

  private final World world;
  private final Discussion talk;
  private final Accounts forum;
  private final SqlDump dump;
  private final Tally tally;

  ForumPosts(World world, SqlDump dump, Tally tally) {
    this.world = world;
    this.talk = world.discussion();
    this.forum = world.forum();
    this.dump = dump;
    this.tally = tally;
  }

  static String title(int topic) {
    return TITLES.get(topic % TITLES.size()) + " (topic " + (topic + 1) + ")";
  }

  private static int board(int topic) {
    return 2 + topic % ForumBoard.BOARDS;
  }

  void posts() {
    dump.begin("bb3_posts", Discussion.postId(talk.posts()));
    for (int post = 0; post < talk.posts(); post++) {
      int topic = talk.topic(post);
      int author = talk.author(post);
      int seconds = talk.seconds(post);
      boolean first = talk.firstPost(topic) == post;
      String subject =
          tally.plant("posts_subject_odd", post, 240)
              ? Oddities.forum(post)
              : (first ? "" : "Re: ") + title(topic);
      String ip = world.address(Platform.FORUM, author, seconds, 4_000_000_000_000L + post);
      dump.row(
          Discussion.postId(post),
          topic + 1,
          board(topic),
          forum.id(author),
          0,
          ip,
          Clock.unix(seconds),
          0,
          1,
          1,
          1,
          1,
          "",
          subject,
          "<t>" + TEXTS.get(post % TEXTS.size()) + " (ref " + (post + 1) + ")</t>",
          Dice.of(world.seed(), "checksum", post).hex(32),
          0,
          "",
          "",
          1,
          0,
          "",
          0,
          0,
          0,
          1,
          0,
          "",
          0);
    }
    dump.end();
  }

  void topics() {
    dump.begin("bb3_topics", talk.topics() + 1L);
    for (int topic = 0; topic < talk.topics(); topic++) {
      int first = talk.firstPost(topic);
      int last = Math.max(first, talk.lastPost(topic));
      int opener = talk.author(first);
      int closer = talk.author(last);
      long lastTime = Clock.unix(talk.seconds(last));
      dump.row(
          topic + 1,
          board(topic),
          0,
          0,
          0,
          title(topic),
          forum.id(opener),
          Clock.unix(talk.seconds(first)),
          0,
          40 + topic * 7 % 400,
          0,
          0,
          Discussion.postId(first),
          world.handle(Platform.FORUM, opener),
          "",
          Discussion.postId(last),
          forum.id(closer),
          world.handle(Platform.FORUM, closer),
          "",
          "Re: " + title(topic),
          lastTime,
          lastTime + 3600,
          0,
          0,
          0,
          "",
          0,
          0,
          1,
          0,
          0,
          1,
          0,
          "",
          0,
          talk.postsIn(topic),
          0,
          0);
    }
    dump.end();
  }
}
