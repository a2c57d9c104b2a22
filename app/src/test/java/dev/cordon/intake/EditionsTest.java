package dev.cordon.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.DatabaseTest;
import dev.cordon.RefusedException;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.SignedIn;
import dev.cordon.resolution.Proposals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@RecordApplicationEvents
class EditionsTest extends DatabaseTest {

  private static final Path FORUM = IntakeTest.PLATFORM.resolve("forum.sql");
  private static final String PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk";

  @Autowired private Sources sources;
  @Autowired private Editions editions;
  @Autowired private Retaking retaking;
  @Autowired private Resuming resuming;
  @Autowired private Vaults vaults;
  @Autowired private Intakes intakes;
  @Autowired private ImportFolder imports;
  @Autowired private Proposals proposals;
  @Autowired private ApplicationEvents events;
  @TempDir Path folder;

  @Test
  void retake_isAnEditionWithItsEntryAndEvent() {
    Source source = take(FORUM, "forum.sql");
    SourceId id = new SourceId(source.id());
    List<String> threads = threads();
    long entries = entries();
    Retaken retaken = with(analyst, () -> retaking.retake(operation, id, "rules are better now"));
    assertThat(retaken.edition()).isEqualTo(2);
    assertThat(retaken.difference().sameRecords()).isTrue();
    assertThat(entries()).isEqualTo(entries + 1);
    assertThat(events.stream(SourceRetaken.class))
        .containsExactly(new SourceRetaken(operation, id, "forum.sql", 2));
    assertThat(with(analyst, () -> sources.get(operation, source.id()))).isEqualTo(source);
    assertThat(threads()).isNotEmpty().isEqualTo(threads);
    List<EditionLine> lines = with(analyst, () -> editions.page(operation, id, 1)).rows();
    assertThat(lines).extracting(EditionLine::number).containsExactly(2, 1);
    assertThat(lines.getFirst().reason()).isEqualTo("rules are better now");
    assertThat(lines.getFirst().enteredBy()).isEqualTo("Test Member");
    assertThat(lines.getFirst().rowsIn()).isEqualTo(source.rowsIn());
    Edition first = with(analyst, () -> editions.find(operation, id, 1)).orElseThrow();
    assertThat(first.cause().by()).isEqualTo(analyst.member());
    assertThat(first.digest()).matches("[0-9a-f]{64}");
    assertThat(with(analyst, () -> editions.compare(operation, id, 1, 2)).rowsCompared()).isTrue();
    assertThat(with(analyst, () -> editions.compare(operation, id, 2, 1)).rowsCompared()).isFalse();
  }

  @Test
  void retake_isForWhoTakesIn() {
    SourceId id = new SourceId(take(FORUM, "forum.sql").id());
    assertThatThrownBy(() -> with(officer, () -> retaking.retake(operation, id, "why not")))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> with(officer, () -> editions.page(operation, id, 1)))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> with(analyst, () -> retaking.retake(operation, id, " ")))
        .isInstanceOf(RefusedException.class);
    assertThat(with(analyst, () -> editions.page(operation, id, 1)).total()).isEqualTo(1);
  }

  @Test
  void sourceSealedByReference_isAskedForByName() throws IOException {
    String name = "media-" + operation + ".csv";
    String csv = "payer,amount,note\nanna,5," + PNG + "\n";
    Path file = Files.writeString(folder.resolve(name), csv);
    SourceId id = new SourceId(take(file, name).id());
    assertThatThrownBy(() -> with(analyst, () -> retaking.retake(operation, id, "again")))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining(name)
        .hasMessageContaining("sealed by reference");
    Files.createDirectories(imports.folder());
    Path back = Files.writeString(imports.folder().resolve(name), csv + "bo,6,x\n");
    assertThatThrownBy(() -> with(analyst, () -> retaking.retake(operation, id, "again")))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("is not what");
    Files.writeString(back, csv);
    assertThat(with(analyst, () -> retaking.retake(operation, id, "again")).edition()).isEqualTo(2);
    Files.delete(back);
  }

  @Test
  void whatAKilledServerMovedIntoPlace_isEnteredAtTheNextStart() {
    Source source = take(FORUM, "forum.sql");
    SourceId id = new SourceId(source.id());
    Vault vault = vaults.of(operation);
    with(
        analyst,
        () -> {
          Edition.Cause cause =
              new Edition.Cause(
                  java.time.Instant.now(), analyst.member(), "killed before it was entered");
          try (Intake intake = intakes.open(operation)) {
            SourceReport known = VaultEditions.find(vault, id).orElseThrow().report();
            Original sealed = vault.original(known.sha256(), RecordPermission.LOCAL);
            intake.retake(sealed, known, cause, IntakeProgress.NONE);
            return intake.take(
                Original.of(IntakeTest.PLATFORM.resolve("access.log")),
                "access.log",
                cause,
                IntakeProgress.NONE);
          }
        });
    assertThat(with(analyst, () -> editions.page(operation, id, 1)).total()).isEqualTo(1);
    resuming.resumeAll();
    assertThat(with(analyst, () -> editions.page(operation, id, 1)).rows().getFirst().reason())
        .isEqualTo("killed before it was entered");
    assertThat(with(analyst, () -> sources.named(operation, "access.log"))).isPresent();
    long entries = entries();
    resuming.resumeAll();
    assertThat(entries()).isEqualTo(entries);
  }

  @Test
  void proposals_tellThatTheRecordsChangedSince() {
    Source source = take(FORUM, "forum.sql");
    with(analyst, () -> proposals.propose(operation, "first"));
    assertThat(with(analyst, () -> proposals.recordsChanged(operation))).isEmpty();
    with(analyst, () -> retaking.retake(operation, new SourceId(source.id()), "again"));
    assertThat(with(analyst, () -> proposals.recordsChanged(operation))).isPresent();
    with(analyst, () -> proposals.propose(operation, "second"));
    assertThat(with(analyst, () -> proposals.recordsChanged(operation))).isEmpty();
  }

  private Source take(Path file, String name) {
    return with(analyst, () -> sources.take(operation, file, name)).source();
  }

  private List<String> threads() {
    return get(
        analyst,
        () ->
            jdbc.sql(
                    """
                    select id || ' ' || messages || ' ' || coalesce(first_at::text, '') || ' ' ||
                      coalesce(last_at::text, '')
                    from cordon.text_thread where operation_id = ? order by id
                    """)
                .param(operation.value())
                .query(String.class)
                .list());
  }

  private long entries() {
    return get(
        coordinator,
        () ->
            jdbc.sql("select count(*) from cordon.ledger_entry where operation_id = ?")
                .param(operation.value())
                .query(Long.class)
                .single());
  }

  private static <T> T with(SignedIn member, Supplier<T> work) {
    AtomicReference<T> result = new AtomicReference<>();
    CurrentMember.as(member, () -> result.set(work.get()));
    return result.get();
  }
}
