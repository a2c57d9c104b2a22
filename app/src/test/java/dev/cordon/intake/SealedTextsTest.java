package dev.cordon.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.DatabaseTest;
import dev.cordon.RefusedException;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.SealedAccess;
import dev.cordon.access.SealedAccesses;
import dev.cordon.access.SealedThing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class SealedTextsTest extends DatabaseTest {

  private static final Instant START = Instant.parse("2024-11-12T05:00:00Z");
  private static final TextThread THREAD = new TextThread("forum", "posts", "7");
  private static final Duration LONG = Duration.ofMinutes(1);

  @TempDir Path folder;

  @Autowired private SealedAccesses accesses;

  private final SourceId source = SourceId.of(new byte[32]);
  private Vault vault;
  private SealedTexts texts;

  @BeforeEach
  void emptyVault() {
    vault = Vault.open(folder.resolve("vault"), VaultKey.random());
    texts = new SealedTexts(operation, vault, List.of(source));
  }

  @Test
  void thread_comesBackInOrder_fromManyRunsAndBlocks() throws IOException {
    List<SealedText> expected = new ArrayList<>();
    try (TextWriter writer = writer(40_000)) {
      for (int row = 1; row <= 3000; row++) {
        SealedText text =
            text(row, "" + row % 9, "a" + row % 3, "message " + row + " ☃ " + "x".repeat(200));
        writer.write(text);
        if (text.thread().equals("7")) {
          expected.add(text);
        }
      }
    }
    assertThat(files().filter(name -> name.endsWith(".index"))).hasSizeGreaterThan(5);
    List<SealedText> found = new ArrayList<>();
    for (int page = 1; found.size() < expected.size(); page++) {
      int number = page;
      TextWindow window = opened(access -> texts.read(THREAD, null, number, access));
      assertThat(window.texts().total()).isEqualTo(expected.size());
      assertThat(window.texts().rows()).isNotEmpty().hasSizeLessThanOrEqualTo(50);
      found.addAll(window.texts().rows());
    }
    assertThat(found).isEqualTo(expected);
    TextWindow one = opened(access -> texts.read(THREAD, "a1", 1, access));
    assertThat(one.texts().rows()).allMatch(text -> "a1".equals(text.account()));
    assertThat(one.texts().total()).isEqualTo(one.writers().get("a1"));
    SealedText last = expected.getLast();
    java.util.Optional<Integer> page =
        opened(access -> texts.pageOf(THREAD, last.origin(), access));
    assertThat(page.orElseThrow()).isEqualTo((expected.size() - 1) / 50 + 1);
  }

  @Test
  void files_holdNoWord() throws IOException {
    try (TextWriter writer = writer(1 << 20)) {
      writer.write(text(1, "7", "anna", "the canary sings at dawn"));
    }
    assertThat(files().count()).isEqualTo(2);
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .doesNotContain("canary", "anna", "forum", "posts");
      }
    }
    assertThat(text(1, "7", "anna", "the canary").toString()).doesNotContain("canary", "anna");
  }

  @Test
  void everyMethod_asksForItsOwnAccess() throws IOException {
    try (TextWriter writer = writer(1 << 20)) {
      writer.write(text(1, "7", "anna", "a word"));
    }
    UUID another = new TextThread("forum", "posts", "8").id(operation);
    SealedAccess wrong = access(new SealedThing(SealedThing.Kind.THREAD, another));
    SealedAccess search = access(SealedThing.search(operation));
    CurrentMember.as(
        analyst,
        () -> {
          refused(() -> texts.read(THREAD, null, 1, wrong));
          refused(() -> texts.read(THREAD, null, 1, search));
          refused(() -> texts.pageOf(THREAD, text(1, "7", "a", "b").origin(), wrong));
          refused(() -> texts.find(THREAD, text(1, "7", "a", "b").origin(), search));
          refused(() -> texts.search(FoldedWords.of("word"), Set.of(), LONG, wrong));
        });
    refused(() -> texts.search(FoldedWords.of("word"), Set.of(), LONG, search));
  }

  @Test
  void block_changedOrMoved_doesNotOpen() throws IOException {
    try (TextWriter writer = writer(1 << 20)) {
      writer.write(text(1, "7", "anna", "a word"));
    }
    Path blocks = file(".blocks");
    byte[] bytes = Files.readAllBytes(blocks);
    byte[] changed = bytes.clone();
    changed[changed.length / 2] ^= 1;
    Files.write(blocks, changed);
    assertThatThrownBy(() -> opened(access -> texts.read(THREAD, null, 1, access)))
        .hasMessageContaining("does not open");
    Files.write(blocks, java.util.Arrays.copyOf(bytes, bytes.length - 1));
    assertThatThrownBy(() -> opened(access -> texts.read(THREAD, null, 1, access)))
        .hasStackTraceContaining("cut");
    Files.write(blocks, bytes);
    SourceId elsewhere =
        SourceId.of(
            new byte[] {
              1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
              0, 0, 0
            });
    Files.createDirectories(vault.records(elsewhere).getParent());
    Files.move(vault.records(source), vault.records(elsewhere));
    SealedTexts moved = new SealedTexts(operation, vault, List.of(elsewhere));
    assertThatThrownBy(() -> opened(access -> moved.read(THREAD, null, 1, access)))
        .hasMessageContaining("does not open");
  }

  @Test
  void search_countsByThread_andLeavesLockedOnesAlone() throws IOException {
    try (TextWriter writer = writer(20_000)) {
      for (int row = 1; row <= 900; row++) {
        writer.write(
            text(row, "" + row % 3, "a", row % 10 == 0 ? "Der Schlüssel " + row : "nothing"));
      }
    }
    UUID locked = new TextThread("forum", "posts", "0").id(operation);
    TextFindings all = search("schlussel", Set.of());
    assertThat(all.messages()).isEqualTo(90);
    assertThat(all.searched()).isEqualTo(900);
    assertThat(all.complete()).isTrue();
    TextFindings fewer = search("schlussel", Set.of(locked));
    assertThat(fewer.messages()).isEqualTo(60);
    assertThat(fewer.searched()).isEqualTo(600);
    assertThat(fewer.threads()).doesNotContainKey(locked).hasSize(2);
  }

  @Test
  void search_pastItsTime_saysSo() throws IOException {
    try (TextWriter writer = writer(1 << 20)) {
      for (int row = 1; row <= 9000; row++) {
        writer.write(text(row, "7", "a", "word"));
      }
    }
    AtomicReference<TextFindings> found = new AtomicReference<>();
    SealedAccess access = access(SealedThing.search(operation));
    CurrentMember.as(
        analyst,
        () ->
            found.set(texts.search(FoldedWords.of("word"), Set.of(), Duration.ofNanos(1), access)));
    assertThat(found.get().complete()).isFalse();
    assertThat(found.get().searched()).isLessThan(9000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cafe          | Das CAFÉ am See                   | true",
        "café          | cafe                              | true",
        "strasse       | in der Straße                     | true",
        "tromso        | nach Tromsø                       | true",
        "'\"am see\"'  | am\tSee                           | true",
        "'\"am see\"'  | am blauen See                     | false",
        "am see        | See, am blauen                    | true",
        "am fluss      | am See                            | false",
        "see           | gesehen                           | false",
        "geseh*        | gesehen                           | true",
        "see           | see.                              | true",
        "日本          | 今日本当に                        | true",
        "привет        | ПРИВЕТ!                           | true",
        "x             | a\u200bx                          | true"
      })
  void words_areFoundWhateverTheirSpelling(String words, String text, boolean found) {
    assertThat(FoldedWords.of(words).in(text)).isEqualTo(found);
    assertThat(FoldedWords.of(words).toString()).doesNotContain(words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "***", "\"\"", "--- !"})
  void words_thatAreNone_areRefused(String typed) {
    assertThatThrownBy(() -> FoldedWords.of(typed)).isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> FoldedWords.of("x".repeat(201))).isInstanceOf(RefusedException.class);
  }

  @Test
  void thread_withAnEndlessKey_isCutAndToldApart() {
    TextThread one = new TextThread("s", "t", "x".repeat(5000));
    TextThread two = new TextThread("s", "t", "x".repeat(5001));
    assertThat(one.thread()).hasSizeLessThanOrEqualTo(200);
    assertThat(one).isNotEqualTo(two);
    assertThat(new TextThread("s", "t", one.thread())).isEqualTo(one);
  }

  private TextWriter writer(long runBytes) {
    return new TextWriter(vault.records(source), source, "forum", vault.key(), runBytes);
  }

  private SealedText text(int row, String thread, String account, String words) {
    return new SealedText(
        new Origin(source, "posts", row),
        "message",
        account,
        thread,
        "" + row,
        START.plusSeconds(row),
        words);
  }

  private TextFindings search(String words, Set<UUID> locked) {
    SealedAccess access = access(SealedThing.search(operation));
    AtomicReference<TextFindings> found = new AtomicReference<>();
    CurrentMember.as(
        analyst, () -> found.set(texts.search(FoldedWords.of(words), locked, LONG, access)));
    return found.get();
  }

  private <T> T opened(java.util.function.Function<SealedAccess, T> read) {
    SealedAccess access = access(new SealedThing(SealedThing.Kind.THREAD, THREAD.id(operation)));
    return with(() -> read.apply(access));
  }

  private SealedAccess access(SealedThing thing) {
    return get(analyst, () -> accesses.once(operation, thing, "a reason", "Order 1", "a test"));
  }

  private <T> T with(Supplier<T> work) {
    AtomicReference<T> result = new AtomicReference<>();
    CurrentMember.as(analyst, () -> result.set(work.get()));
    return result.get();
  }

  private Stream<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .toList()
          .stream();
    }
  }

  private Path file(String ending) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).findFirst().orElseThrow();
    }
  }

  private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
    assertThatThrownBy(act).isInstanceOf(NotPermittedException.class);
  }
}
