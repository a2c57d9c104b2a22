package dev.cordon.exercise.files;

import dev.cordon.exercise.Progress;
import dev.cordon.exercise.platform.World;
import java.nio.file.Path;
import java.util.Map;

/** Writes forum.sql.gz: a phpBB 3.3 board; every text in it is a placeholder. */
public final class ForumDump {
  private ForumDump() {}

  /** Writes the dump table by table, in the order mysqldump takes. */
  public static void write(World world, Path folder, Manifest manifest, Progress progress) {
    Tally tally = new Tally(world.seed());
    try (TextFile out = new TextFile(folder.resolve("forum.sql.gz"))) {
      SqlDump dump =
          new SqlDump(out, SqlDump.Product.MARIADB, "forum.ddl", "members_board", progress);
      ForumBoard board = new ForumBoard(world, dump);
      ForumTraffic traffic = new ForumTraffic(world, dump, tally);
      ForumPosts posts = new ForumPosts(world, dump, tally);
      ForumUsers users = new ForumUsers(world, dump, tally);
      board.bans();
      board.configuration();
      board.forums();
      board.groups();
      traffic.log();
      traffic.attempts();
      posts.posts();
      new ForumMessages(world, dump, tally).privateMessages();
      users.profiles();
      traffic.sessions();
      traffic.keys();
      posts.topics();
      users.groups();
      users.users();
      manifest.tables("forum", dump.finish());
      out.close();
      manifest.file(out, Map.of());
    }
    manifest.planted(tally);
    progress.finished("forum.sql.gz", world.forum().size());
  }
}
