package dev.cordon.sealedtext;

import dev.cordon.DatabaseTest;
import dev.cordon.access.Role;
import dev.cordon.access.SignedIn;
import dev.cordon.intake.Sources;
import dev.cordon.intake.TextThread;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** A small forum taken in, one of its posts holding a sentence that must never leave its thread. */
abstract class ForumText extends DatabaseTest {

  static final String CANARY = "the ochre canary sings at quarter past four";

  @Autowired Sources sources;
  @Autowired Threads threads;
  @Autowired Reading reading;
  @Autowired Marks marks;
  @Autowired Locks locks;
  @Autowired Searches searches;

  @TempDir Path folder;

  SignedIn identifier;
  SignedIn prosecutor;
  SignedIn protector;
  SignedIn auditor;
  UUID thread;
  UUID sourceId;

  @BeforeEach
  void forumWithACanary() throws IOException {
    identifier = member(lead, operation, Role.VICTIM_IDENTIFICATION);
    prosecutor = member(lead, operation, Role.PROSECUTOR);
    protector = member(lead, operation, Role.DATA_PROTECTION_OFFICER);
    auditor = member(lead, operation, Role.AUDITOR);
    String forum = new String(resource(), StandardCharsets.UTF_8);
    String marked =
        forum
            .replaceFirst("(?m)^\\((1,\\d+,\\d+),\\d+,(.*\\(ref 1\\))", "($1,8,$2")
            .replace("post body withheld (ref 1)", CANARY + " &amp; \u202eleft \ud83d\ude00");
    Path file = Files.writeString(folder.resolve("forum.sql"), marked);
    sourceId = get(analyst, () -> sources.take(operation, file, "forum.sql").source().id());
    Files.delete(file);
    thread =
        get(analyst, () -> threads.page(operation, "forum", null, 1)).rows().stream()
            .filter(one -> one.thread().channel().equals("phpbb_posts"))
            .filter(one -> holdsCanary(one.thread()))
            .findFirst()
            .orElseThrow()
            .id();
  }

  private boolean holdsCanary(TextThread one) {
    UUID id = one.id(operation);
    as(
        analyst,
        () -> reading.open(operation, id, "a test", "Order 1", java.time.Duration.ofHours(1)));
    boolean found =
        get(analyst, () -> reading.read(operation, id, null, 1)).window().texts().rows().stream()
            .anyMatch(text -> text.text().contains(CANARY));
    as(analyst, () -> reading.close(operation, id));
    return found;
  }

  private static byte[] resource() throws IOException {
    try (InputStream in =
        ForumText.class.getResourceAsStream("/dev/cordon/intake/platform-cut/forum.sql")) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }
}
