package dev.cordon.exercise.platform;

import dev.cordon.exercise.Extent;
import dev.cordon.exercise.cast.Cast;
import dev.cordon.exercise.cast.Dice;
import dev.cordon.exercise.cast.Trait;

/**
 * The forum's posts and topics in time; a post is a pure function of its number, counts are kept
 * per topic and member.
 */
public final class Discussion {
  private static final int POSTS = 14_000;
  private static final int POSTS_PER_TOPIC = 10;

  private final long seed;
  private final Cast cast;
  private final Accounts forum;
  private final int posts;
  private final int[] memberPosts;
  private final int[] memberLast;
  private final int[] topicPosts;
  private final int[] topicLast;

  public Discussion(long seed, Extent extent, Cast cast, Accounts forum) {
    this.seed = seed;
    this.cast = cast;
    this.forum = forum;
    posts = extent.of(POSTS);
    memberPosts = new int[forum.size()];
    memberLast = new int[forum.size()];
    topicPosts = new int[topics()];
    topicLast = new int[topics()];
    for (int post = 0; post < posts; post++) {
      int author = author(post);
      memberPosts[author]++;
      memberLast[author] = post;
      topicPosts[topic(post)]++;
      topicLast[topic(post)] = post;
    }
  }

  public int posts() {
    return posts;
  }

  public int topics() {
    return (posts + POSTS_PER_TOPIC - 1) / POSTS_PER_TOPIC;
  }

  /** Seconds of a post; later posts are never earlier. */
  public int seconds(int post) {
    double first = Clock.SPAN * 0.02;
    double step = (Clock.SPAN * 0.979) / posts;
    return (int) (first + step * (post + Dice.of(seed, "post-time", post).fraction()));
  }

  /** Index of the forum account that wrote a post; few members write most. */
  public int author(int post) {
    Dice dice = Dice.of(seed, "author", post);
    int existing = Math.max(1, forum.existing(seconds(post)));
    for (int attempt = 0; attempt < 8; attempt++) {
      int member = (int) (dice.fraction() * Math.sqrt(dice.fraction()) * existing);
      if (!cast.has(forum.person(member), Trait.SPAM)) {
        return member;
      }
    }
    return 0;
  }

  /** The topic of a post: every tenth opens a new one, the others answer a recent one. */
  public int topic(int post) {
    int newest = post / POSTS_PER_TOPIC;
    if (post % POSTS_PER_TOPIC == 0) {
      return newest;
    }
    Dice dice = Dice.of(seed, "topic", post);
    return newest - Math.min(newest, (int) (dice.fraction() * dice.fraction() * 30));
  }

  public int firstPost(int topic) {
    return topic * POSTS_PER_TOPIC;
  }

  public int lastPost(int topic) {
    return topicLast[topic];
  }

  public int postsIn(int topic) {
    return topicPosts[topic];
  }

  public int postsBy(int member) {
    return memberPosts[member];
  }

  /** Number of a member's last post; meaningless for one who never wrote. */
  public int lastPostBy(int member) {
    return memberLast[member];
  }

  /** Key of a post. */
  public static long postId(int post) {
    return 1L + post + post / 40;
  }
}
