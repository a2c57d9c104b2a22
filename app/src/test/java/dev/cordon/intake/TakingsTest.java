package dev.cordon.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.cordon.DatabaseTest;
import dev.cordon.RefusedException;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.SignedIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TakingsTest extends DatabaseTest {

  private static final Path SHOP = IntakeTest.PLATFORM.resolve("shop.sql");
  private static final TakingRequest PLAIN = new TakingRequest(null, null, HandedOver.UNKNOWN);

  @Autowired private Takings takings;
  @Autowired private TakingQueue queue;
  @Autowired private Sources sources;
  @Autowired private ImportFolder importFolder;

  private String below = "";

  @BeforeEach
  void folder() throws IOException {
    below = "t" + UUID.randomUUID();
    Files.createDirectories(importFolder.folder().resolve(below));
  }

  @AfterEach
  void goOn() {
    queue.start();
  }

  @Test
  void whatIsAskedFor_isTakenInInTheBackground_withWhatWasStated() throws IOException {
    String name = lay("shop.sql", SHOP);
    HandedOver officer = new HandedOver("Officer Example", null, "Exampleville", "disk", null);

    ask(new TakingRequest("Europe/Copenhagen", "webshop", officer), name);

    Taking done = ended(name);
    assertThat(done.state()).isEqualTo(Taking.State.DONE);
    assertThat(done.zone()).isEqualTo("Europe/Copenhagen");
    Source source = with(analyst, () -> sources.get(operation, done.source()));
    assertThat(source.rowsIn()).isEqualTo(306);
    assertThat(source.system()).isEqualTo("webshop");
    assertThat(source.unknownZone()).isZero();
    assertThat(with(analyst, () -> takings.progress(done.id()))).isEmpty();
  }

  @Test
  void unknownZone_isFlaggedCountedAndAskedFor() throws IOException {
    String name = lay("crypto.csv", IntakeTest.PLATFORM.resolve("crypto-invoices.csv"));
    ask(new TakingRequest("unknown", null, HandedOver.UNKNOWN), name);

    Source source = with(analyst, () -> sources.get(operation, ended(name).source()));
    assertThat(source.unknownZone()).isPositive();
    assertThat(
            with(analyst, () -> sources.page(operation, new SourceFilter("", "zone"), 1)).total())
        .isEqualTo(1);
    with(analyst, () -> state(source.id(), "Europe/Berlin"));
    assertThat(with(analyst, () -> sources.facts(operation)).zone(name).orElseThrow().getId())
        .isEqualTo("Europe/Berlin");
    assertThatThrownBy(() -> with(analyst, () -> state(source.id(), "Nowhere/Atall")))
        .isInstanceOf(IntakeException.class)
        .hasMessageContaining("no time zone");
  }

  @Test
  void manyFiles_goOneAfterTheOther_eachWithItsEnd() throws IOException {
    String shop = lay("shop.sql", SHOP);
    String copy = lay("copy.sql", SHOP);
    String useless = lay("SOURCE.md", IntakeTest.PLATFORM.resolve("SOURCE.md"));

    ask(PLAIN, shop, copy, useless);

    assertThat(ended(shop).state()).isEqualTo(Taking.State.DONE);
    Taking same = ended(copy);
    assertThat(same.state()).isEqualTo(Taking.State.SAME_BYTES);
    assertThat(same.source()).isEqualTo(ended(shop).source());
    Taking refused = ended(useless);
    assertThat(refused.state()).isEqualTo(Taking.State.REFUSED);
    assertThat(refused.reason()).contains("not recognised");
  }

  @Test
  void askedForTwice_isInTheQueueOnce() throws IOException {
    queue.stop();
    String name = lay("shop.sql", SHOP);

    assertThat(ask(PLAIN, name, name)).isEqualTo(1);
    assertThat(ask(PLAIN, name)).isZero();
    assertThat(with(analyst, () -> takings.open(operation))).isEqualTo(1);
  }

  @Test
  void killedInTheMiddle_isBegunAgain_andSaysSo() throws IOException {
    queue.stop();
    String name = lay("shop.sql", SHOP);
    ask(PLAIN, name);
    // As a killed server leaves it: it runs, and nobody runs it.
    as(
        analyst,
        () ->
            jdbc.sql(
                    "update cordon.taking set state = 'running', runs = 1, started_at = now() where operation_id = ?")
                .param(operation.value())
                .update());

    queue.start();

    Taking done = ended(name);
    assertThat(done.state()).isEqualTo(Taking.State.DONE);
    assertThat(done.isRedone()).isTrue();
    assertThat(with(analyst, () -> sources.get(operation, done.source())).rowsIn()).isEqualTo(306);
  }

  @Test
  void killedAfterEntering_isItsOwnSource() throws IOException {
    queue.stop();
    String name = lay("shop.sql", SHOP);
    ask(PLAIN, name);
    with(analyst, () -> sources.take(operation, importFolder.find(name), name));

    queue.start();

    assertThat(ended(name).state()).isEqualTo(Taking.State.DONE);
  }

  @Test
  void stoppedWhileItWaits_isNeverBegun_andOnceOnly() throws IOException {
    queue.stop();
    String name = lay("shop.sql", SHOP);
    ask(PLAIN, name);
    Taking waiting = one(name);

    as(coordinator, () -> takings.stop(operation, waiting.id()));
    queue.start();

    assertThat(ended(name).state()).isEqualTo(Taking.State.STOPPED);
    assertThat(with(analyst, () -> sources.page(operation, 1)).total()).isZero();
    assertThatThrownBy(() -> as(analyst, () -> takings.stop(operation, waiting.id())))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("has ended");
  }

  @Test
  void stopAskedForWhileItRuns_takesNothingIn() throws IOException {
    queue.stop();
    String name = lay("shop.sql", SHOP);
    ask(PLAIN, name);
    as(
        analyst,
        () ->
            jdbc.sql(
                    """
                    update cordon.taking set stop_asked_by = ?, stop_asked_at = now() where operation_id = ?
                    """)
                .params(analyst.member().value(), operation.value())
                .update());

    queue.start();

    assertThat(ended(name).state()).isEqualTo(Taking.State.STOPPED);
    assertThat(with(analyst, () -> sources.page(operation, 1)).total()).isZero();
  }

  @Test
  void fileThatIsGone_isRefused() throws IOException {
    queue.stop();
    String name = lay("shop.sql", SHOP);
    ask(PLAIN, name);
    Files.delete(importFolder.folder().resolve(name));

    queue.start();

    assertThat(ended(name).reason()).contains("no such file");
  }

  @Test
  void whoMayNoLonger_leavesNothingThatRuns() throws IOException {
    queue.stop();
    String name = lay("shop.sql", SHOP);
    ask(PLAIN, name);
    as(
        administrator,
        () ->
            jdbc.sql("update cordon.membership set ends_at = now() where member_id = ?")
                .param(analyst.member().value())
                .update());

    queue.start();

    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> !get(coordinator, () -> takings.page(operation, 1).rows().getFirst()).isOpen());
    assertThat(get(coordinator, () -> takings.page(operation, 1).rows().getFirst()).reason())
        .contains("may no longer");
  }

  @Test
  void others_neitherAskNorSee() throws IOException {
    String name = lay("shop.sql", SHOP);
    assertThatThrownBy(() -> with(officer, () -> takings.ask(operation, List.of(name), PLAIN)))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> with(officer, () -> takings.page(operation, 1)))
        .isInstanceOf(NotPermittedException.class);
  }

  @Test
  void nameThatLeadsElsewhere_isRefused() {
    assertThatThrownBy(() -> ask(PLAIN, "../secret")).isInstanceOf(RefusedException.class);
  }

  private String lay(String name, Path file) throws IOException {
    String path = below + "/" + name;
    Files.copy(file, importFolder.folder().resolve(path));
    return path;
  }

  private int ask(TakingRequest request, String... names) {
    return with(analyst, () -> takings.ask(operation, List.of(names), request));
  }

  private UUID state(UUID source, String zone) {
    sources.stateZone(operation, source, zone);
    return source;
  }

  private Taking one(String name) {
    return with(analyst, () -> takings.page(operation, 1)).rows().stream()
        .filter(taking -> taking.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private Taking ended(String name) {
    await().atMost(Duration.ofSeconds(60)).until(() -> !one(name).isOpen());
    return one(name);
  }

  private static <T> T with(SignedIn member, Supplier<T> work) {
    AtomicReference<T> result = new AtomicReference<>();
    CurrentMember.as(member, () -> result.set(work.get()));
    return result.get();
  }
}
