package dev.cordon.sealedtext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.RefusedException;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.OperationId;
import dev.cordon.access.Role;
import dev.cordon.access.SignedIn;
import dev.cordon.intake.Origin;
import dev.cordon.intake.SealedText;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SealedTextTest extends ForumText {

  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void threads_showCountsAndTimes() {
    assertThat(get(analyst, () -> threads.systems(operation)))
        .singleElement()
        .satisfies(system -> {
          assertThat(system.name()).isEqualTo("forum");
          assertThat(system.messages()).isGreaterThan(30);
          assertThat(system.firstAt()).isNotNull().isBefore(system.lastAt());
        });
    assertThat(get(coordinator, () -> threads.get(operation, thread)).messages()).isPositive();
    for (SignedIn someone : new SignedIn[] {officer, examiner, outsider, auditor, administrator}) {
      assertThatThrownBy(() -> get(someone, () -> threads.page(operation, "", null, 1)))
          .isInstanceOf(NotPermittedException.class);
    }
  }

  @Test
  void thread_opensForOneMember_withWriterAndPlainWords() {
    open(analyst);
    Reading.OpenPage page = get(analyst, () -> reading.read(operation, thread, null, 1));
    SealedText text = canary(page);
    assertThat(text.text()).contains("& \u202eleft \ud83d\ude00").doesNotContain("<t>", "&amp;");
    assertThat(text.account()).isEqualTo("8");
    assertThat(page.handles().get("8")).isNotBlank();
    assertThat(text.at()).isNotNull();
    assertThatThrownBy(() -> get(identifier, () -> reading.read(operation, thread, null, 1)))
        .isInstanceOf(NotPermittedException.class);
    assertThat(
            get(analyst, () -> reading.read(operation, thread, "nobody", 1))
                .window()
                .texts()
                .total())
        .isZero();
    assertThat(page.toString()).doesNotContain("canary");
  }

  @Test
  void thread_isNotOpenedByOthers() {
    for (SignedIn someone :
        new SignedIn[] {coordinator, officer, examiner, outsider, protector, auditor, prosecutor}) {
      assertThatThrownBy(() -> open(someone)).isInstanceOf(NotPermittedException.class);
    }
    open(identifier);
    assertThat(canary(get(identifier, () -> reading.read(operation, thread, null, 1))).text())
        .contains(CANARY);
  }

  @Test
  void eachPage_isAnEntry() {
    open(analyst);
    long before = entries("sealed-text-view");
    get(analyst, () -> reading.read(operation, thread, null, 1));
    get(analyst, () -> reading.read(operation, thread, null, 2));
    assertThat(entries("sealed-text-view")).isEqualTo(before + 2);
  }

  @Test
  void thread_ofAnotherOperation_isAbsent() {
    OperationId theirs = newOperation(lead);
    grant(analyst, theirs, Role.ANALYST);
    for (UUID id : new UUID[] {thread, UUID.randomUUID()}) {
      assertThatThrownBy(
              () -> as(analyst, () -> reading.open(theirs, id, "a reason", "Order 1", HOUR)))
          .isInstanceOf(NoSuchElementException.class);
    }
  }

  @Test
  void lockedThread_isNeitherReadNorFound_untilItIsUnlocked() {
    open(analyst);
    as(identifier, () -> locks.lock(operation, thread, "a lawyer writes here"));
    assertThatThrownBy(() -> get(analyst, () -> reading.read(operation, thread, null, 1)))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("privileged");
    assertThatThrownBy(() -> open(analyst)).isInstanceOf(RefusedException.class);
    assertThatThrownBy(() ->
            get(analyst, () -> marks.add(operation, thread, anyOrigin(), MarkKind.EXCULPATING)))
        .isInstanceOf(RefusedException.class);
    SearchResult found = search("canary");
    assertThat(found.messagesFound()).isZero();
    assertThat(found.locked()).isEqualTo(1);
    assertThatThrownBy(() -> as(identifier, () -> locks.lock(operation, thread, "again")))
        .isInstanceOf(RefusedException.class);
    for (SignedIn someone : new SignedIn[] {identifier, analyst, coordinator}) {
      assertThatThrownBy(() -> as(someone, () -> locks.unlock(operation, thread, "please")))
          .isInstanceOf(NotPermittedException.class);
    }
    as(protector, () -> locks.unlock(operation, thread, "the lawyer agreed"));
    as(prosecutor, () -> locks.lock(operation, thread, "a second letter of the lawyer"));
    as(prosecutor, () -> locks.unlock(operation, thread, "the lawyer agreed again"));
    assertThat(canary(get(analyst, () -> reading.read(operation, thread, null, 1))).text())
        .contains(CANARY);
    assertThat(search("canary").messagesFound()).isEqualTo(1);
    assertThat(entries("thread-lock") + entries("thread-unlock")).isEqualTo(4);
  }

  @Test
  void lock_isNotUndoneInTheDatabaseByAReader() {
    as(analyst, () -> locks.lock(operation, thread, "a doctor writes here"));
    int changed =
        get(
            analyst,
            () ->
                jdbc.sql(
                        """
                        update cordon.text_lock set unlocked_by = ?, unlocked_at = now(), unlock_reason = 'mine'
                        where operation_id = ?
                        """)
                    .params(analyst.member().value(), operation.value())
                    .update());
    assertThat(changed).isZero();
  }

  @Test
  void mark_pointsToAMessage_andHoldsNoWord() {
    open(analyst);
    SealedText text = canary(get(analyst, () -> reading.read(operation, thread, null, 1)));
    UUID mark =
        get(analyst, () -> marks.add(operation, thread, text.origin(), MarkKind.CHILD_AT_RISK));
    assertThat(get(identifier, () -> marks.of(operation, thread)))
        .singleElement()
        .satisfies(one -> {
          assertThat(one.origin()).isEqualTo(text.origin());
          assertThat(one.kind()).isEqualTo(MarkKind.CHILD_AT_RISK);
        });
    assertThat(get(analyst, () -> threads.page(operation, "", MarkKind.CHILD_AT_RISK, 1)).rows())
        .extracting(ThreadSummary::id)
        .containsExactly(thread);
    assertThat(get(analyst, () -> reading.pageOf(operation, thread, text.origin()))).isEqualTo(1);
    assertThatThrownBy(() ->
            get(analyst, () -> marks.add(operation, thread, text.origin(), MarkKind.CHILD_AT_RISK)))
        .isInstanceOf(RefusedException.class);
    assertThatThrownBy(() ->
            get(analyst, () -> marks.add(operation, thread, anyOrigin(), MarkKind.EXCULPATING)))
        .isInstanceOf(NoSuchElementException.class);
    as(identifier, () -> marks.withdraw(operation, thread, mark, "another child"));
    assertThat(get(analyst, () -> marks.of(operation, thread))).isEmpty();
  }

  @Test
  void mark_onAThreadNotOpen_isRefused() {
    assertThatThrownBy(() ->
            get(analyst, () -> marks.add(operation, thread, anyOrigin(), MarkKind.EXCULPATING)))
        .isInstanceOf(NotPermittedException.class);
  }

  @Test
  void search_givesCountsToItsMemberAlone() {
    SearchResult found = search("\"OCHRE Canary\" sing*");
    assertThat(found.messagesFound()).isEqualTo(1);
    assertThat(found.complete()).isTrue();
    assertThat(found.searched()).isGreaterThan(30);
    assertThat(found.hits().rows())
        .singleElement()
        .satisfies(hit -> {
          assertThat(hit.thread().id()).isEqualTo(thread);
          assertThat(hit.messages()).isEqualTo(1);
        });
    assertThatThrownBy(() -> get(identifier, () -> searches.get(operation, found.id(), 1)))
        .isInstanceOf(NoSuchElementException.class);
    for (SignedIn someone : new SignedIn[] {coordinator, officer, auditor, protector, prosecutor}) {
      assertThatThrownBy(
              () -> get(someone, () -> searches.search(operation, "canary", "a reason", "Order 1")))
          .isInstanceOf(NotPermittedException.class);
    }
    assertThatThrownBy(
            () -> get(analyst, () -> searches.search(operation, "canary", " ", "Order 1")))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void sameSourceAgain_countsNothingTwice() {
    long before = get(analyst, () -> threads.get(operation, thread)).messages();
    assertThat(
            get(
                analyst,
                () ->
                    jdbc.sql("select sum(texts) from cordon.text_source where operation_id = ?")
                        .param(operation.value())
                        .query(Long.class)
                        .single()))
        .isEqualTo(
            get(
                analyst,
                () ->
                    jdbc.sql("select sum(messages) from cordon.text_thread where operation_id = ?")
                        .param(operation.value())
                        .query(Long.class)
                        .single()));
    assertThat(before).isPositive();
  }

  private void open(SignedIn member) {
    as(member, () -> reading.open(operation, thread, "a reason", "Order 1", HOUR));
  }

  private SearchResult search(String words) {
    return get(
        analyst,
        () -> searches.get(operation, searches.search(operation, words, "a reason", "Order 1"), 1));
  }

  private static SealedText canary(Reading.OpenPage page) {
    return page.window().texts().rows().stream()
        .filter(text -> text.text().contains(CANARY))
        .findFirst()
        .orElseThrow();
  }

  private Origin anyOrigin() {
    return new Origin(new dev.cordon.intake.SourceId(sourceId), "phpbb_posts", 999_999);
  }

  private long entries(String what) {
    return get(
        coordinator,
        () ->
            jdbc.sql("select count(*) from cordon.ledger_entry where operation_id = ? and what = ?")
                .params(operation.value(), what)
                .query(Long.class)
                .single());
  }
}
