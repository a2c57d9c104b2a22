package dev.cordon.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.DatabaseTest;
import dev.cordon.RefusedException;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.SignedIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SourcesTest extends DatabaseTest {

  private static final Path SHOP = IntakeTest.PLATFORM.resolve("shop.sql");

  @Autowired private Sources sources;

  @Test
  void source_isEnteredWithBalanceAndLedgerEntry() {
    long before = entries();
    Sources.Taken taken = with(analyst, () -> sources.take(operation, SHOP, "shop.sql"));
    Source source = with(analyst, () -> sources.get(operation, taken.source().id()));
    assertThat(source.rowsIn()).isEqualTo(306);
    assertThat(source.duplicates()).isEqualTo(20);
    assertThat(with(analyst, () -> sources.balances(operation, source.id(), 1)).total())
        .isEqualTo(21);
    assertThat(entries()).isEqualTo(before + 1);
  }

  @Test
  void sameBytesAgain_areTheSameSource() {
    with(analyst, () -> sources.take(operation, SHOP, "shop.sql"));
    Sources.Taken again = with(analyst, () -> sources.take(operation, SHOP, "copy.sql"));
    assertThat(again.sameBytes()).isTrue();
    assertThat(with(analyst, () -> sources.page(operation, 1)).total()).isEqualTo(1);
  }

  @Test
  void facts_areToldOnceAndBefore() throws IOException {
    String yaml = Files.readString(IntakeTest.PLATFORM.resolve("operation.yaml"));
    with(analyst, () -> tell(yaml));
    assertThat(with(analyst, () -> sources.facts(operation)).zone("shop.sql")).isPresent();
    assertThatThrownBy(() -> with(analyst, () -> tell(yaml))).isInstanceOf(RefusedException.class);
  }

  @Test
  void row_showsItsRecordsAndIsNoted() {
    Source source = with(analyst, () -> sources.take(operation, SHOP, "shop.sql")).source();
    long before = entries();
    SourceRow row =
        with(analyst, () -> sources.row(operation, source.id(), "wp_users", 1, "a question"));
    assertThat(row.state()).isEqualTo("stored");
    assertThat(row.records()).extracting(SourceRow.Piece::kind).contains("accounts", "selectors");
    assertThat(entries()).isEqualTo(before + 1);
  }

  @Test
  void others_neitherTakeNorSee() {
    Source source = with(analyst, () -> sources.take(operation, SHOP, "shop.sql")).source();
    assertThatThrownBy(() -> with(officer, () -> sources.take(operation, SHOP, "x")))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> with(outsider, () -> sources.get(operation, source.id())))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> with(officer, () -> sources.openRecords(operation)))
        .isInstanceOf(NotPermittedException.class);
    assertThat(
            get(
                officer,
                () -> jdbc.sql("select count(*) from cordon.source").query(Long.class).single()))
        .isZero();
  }

  @Test
  void uselessFile_isRefusedInOneLine() {
    assertThatThrownBy(() ->
            with(
                analyst,
                () ->
                    sources.take(operation, IntakeTest.PLATFORM.resolve("SOURCE.md"), "SOURCE.md")))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("not recognised");
  }

  private String tell(String yaml) {
    sources.tell(operation, yaml);
    return yaml;
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
