package dev.cordon.sealedtext;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.DatabaseTest;
import dev.cordon.HeapWatch;
import dev.cordon.access.CurrentMember;
import dev.cordon.intake.Sources;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A search through more than a million messages: whole, in its time, a bounded part of the heap.
 */
@Tag("long")
class SearchScaleTest extends DatabaseTest {

  private static final int POSTS = 1_200_000;
  private static final int TOPICS = 150_000;
  private static final long MEGABYTE = 1 << 20;

  @Autowired private Sources sources;
  @Autowired private Searches searches;
  @TempDir private Path folder;

  @Test
  void millionMessages_areSearchedWhole() throws Exception {
    Path file = dump();
    HeapWatch.Watched<UUID> taken =
        HeapWatch.over(
            () -> get(analyst, () -> sources.take(operation, file, "forum.sql").source().id()));
    System.out.printf(
        "intake of %d posts: %s, held %d MB%n", POSTS, taken.took(), taken.heldBytes() / MEGABYTE);
    Files.delete(file);

    SearchResult some = search("lantern");
    assertThat(some.complete()).isTrue();
    assertThat(some.searched()).isGreaterThanOrEqualTo(POSTS);
    assertThat(some.messagesFound()).isEqualTo(POSTS / 10);
    assertThat(some.threadsFound()).isEqualTo(TOPICS / 10);
    // A word of every message: the search stops at its limit and says so.
    SearchResult all = search("withheld");
    assertThat(all.complete()).isFalse();
    assertThat(all.threadsFound()).isEqualTo(20_000);
  }

  private SearchResult search(String word) throws Exception {
    HeapWatch.Watched<UUID> searched =
        HeapWatch.over(() -> as(() -> searches.search(operation, word, "a test", "Order 1")));
    SearchResult result = as(() -> searches.get(operation, searched.result(), 1));
    System.out.printf(
        "search for %s: %s, held %d MB, %d searched%n",
        word, searched.took(), searched.heldBytes() / MEGABYTE, result.searched());
    assertThat(searched.took()).isLessThan(Duration.ofMinutes(2));
    assertThat(searched.heldBytes()).isLessThan(150 * MEGABYTE);
    return result;
  }

  private <T> T as(java.util.function.Supplier<T> work) {
    AtomicReference<T> result = new AtomicReference<>();
    CurrentMember.as(analyst, () -> result.set(work.get()));
    return result.get();
  }

  private Path dump() throws IOException {
    String forum;
    try (InputStream in =
        SearchScaleTest.class.getResourceAsStream("/dev/cordon/intake/platform-cut/forum.sql")) {
      forum = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
    int end = forum.indexOf("UNLOCK TABLES;", forum.indexOf("LOCK TABLES `phpbb_posts`"));
    int place = forum.lastIndexOf(";", end - 1) + 1;
    Path file = folder.resolve("forum.sql");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(forum.substring(0, place));
      for (int post = 0; post < POSTS; post++) {
        out.write(
            post % 1000 == 0
                ? (post == 0 ? "" : ";") + "\nINSERT INTO `phpbb_posts` VALUES\n"
                : ",\n");
        out.write(row(1_000_000 + post));
      }
      out.write(";\n");
      out.write(forum.substring(place));
    }
    return file;
  }

  private static String row(int id) {
    String words = id % 10 == 0 ? "lantern text withheld" : "neutral text withheld";
    return "(%d,%d,2,73,0,'198.18.195.201',%d,0,1,1,1,1,'','Re: topic','<t>%s (ref %d)</t>','9aacae5860cc1a0ff475c9ce5bb1710f',0,'','',1,0,'',73,0,0,1,0,'',0)"
        .formatted(id, 10_000 + id % TOPICS, 1_669_026_911 + id % 9_000_000, words, id);
  }
}
