package dev.cordon.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.DatabaseTest;
import dev.cordon.HeapWatch;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.Role;
import dev.cordon.access.SignedIn;
import dev.cordon.approval.ActKind;
import dev.cordon.approval.ApprovalId;
import dev.cordon.approval.Approvals;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A million entries: the rules come to an end, and an export holds a few rows at a time. */
@Tag("long")
class OversightScaleTest extends DatabaseTest {

  private static final int ENTRIES_OF_A_MEMBER = 200_000;
  private static final Instant SINCE = Instant.parse("2025-01-01T00:00:00Z");
  private static final Instant UNTIL = Instant.parse("2025-12-01T00:00:00Z");
  private static final long MEGABYTE = 1 << 20;

  @Autowired private LedgerRuns runs;
  @Autowired private Findings findings;
  @Autowired private Approvals approvals;
  @Autowired private OperationExport export;

  @Test
  void millionEntries_areReadByEveryRule_andExported() throws Exception {
    SignedIn auditor = member(other, operation, Role.AUDITOR);
    for (SignedIn member : List.of(analyst, coordinator, officer, examiner, auditor)) {
      as(member, () -> write(member));
    }
    assertThat(get(auditor, this::entries)).isGreaterThanOrEqualTo(5L * ENTRIES_OF_A_MEMBER);

    HeapWatch.Watched<LedgerRuns.Outcome> ran = HeapWatch.over(() -> outcome(auditor));
    System.out.printf(
        "rules over 10^6 entries: %s, held %d MB, %d findings%n",
        ran.took(), ran.heldBytes() / MEGABYTE, ran.result().found());
    assertThat(ran.result().tooLong()).isEmpty();
    assertThat(ran.result().found()).isPositive();
    assertThat(ran.heldBytes()).isLessThan(100 * MEGABYTE);
    assertThat(get(auditor, () -> findings.page(operation, "many-subjects", "", 1)).rows())
        .isNotEmpty();

    HeapWatch.Watched<Path> exported = HeapWatch.over(this::exported);
    System.out.printf(
        "export of 10^6 entries: %s, %d MB of files, held %d MB%n",
        exported.took(), size(exported.result()) / MEGABYTE, exported.heldBytes() / MEGABYTE);
    assertThat(size(exported.result())).isGreaterThan(400 * MEGABYTE);
    assertThat(exported.heldBytes()).isLessThan(100 * MEGABYTE);
    try (Stream<String> lines = Files.lines(exported.result().resolve("ledger_entry.jsonl"))) {
      assertThat(lines.count()).isGreaterThanOrEqualTo(5L * ENTRIES_OF_A_MEMBER);
    }
  }

  private LedgerRuns.Outcome outcome(SignedIn auditor) {
    var outcome = new java.util.concurrent.atomic.AtomicReference<LedgerRuns.Outcome>();
    CurrentMember.as(auditor, () -> outcome.set(runs.run(operation, SINCE, UNTIL)));
    return outcome.get();
  }

  private Path exported() {
    SignedIn protector = member(lead, operation, Role.DATA_PROTECTION_OFFICER);
    ApprovalId id =
        get(
            protector,
            () -> approvals.ask(operation, ActKind.OPERATION_EXPORT, "all", "a test of size"));
    as(coordinator, () -> approvals.approve(operation, id, "a test of size"));
    return export.folder(id.value());
  }

  private static long size(Path folder) throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private long entries() {
    return jdbc.sql("select count(*) from cordon.ledger_entry where operation_id = ?")
        .param(operation.value())
        .query(Long.class)
        .single();
  }

  /**
   * Views spread over half a year: of thirty persons in an hour, in each hundredth hour of sixty.
   */
  private void write(SignedIn member) {
    jdbc.sql(
            """
            with made as (
              select gen_random_uuid() as id, timestamptz '2025-01-02 00:00:00Z'
                  + make_interval(secs => (n / 60) * 4000 + n % 60) as at,
                md5('person ' || case when (n / 60) % 100 = 0 then n else (n / 60) * 30 + n % 30 end)::uuid::text as person
              from generate_series(1, cast(:count as integer)) n
            ), entries as (
              insert into cordon.ledger_entry (id, operation_id, act, what, member_id, at, record_count, body)
              select id, :operation, 'CONSULTATION', 'subject', :member, at, 1,
                convert_to(repeat('0123456789abcdef', 12) || id, 'UTF8') from made
            )
            insert into cordon.ledger_opening (entry_id, operation_id, member_id, salt, reason, record_ids)
            select id, :operation, :member, sha256(convert_to(id::text, 'UTF8')), 'a test of size', array[person] from made
            """)
        .param("count", ENTRIES_OF_A_MEMBER)
        .param("operation", operation.value())
        .param("member", member.member().value())
        .update();
  }
}
