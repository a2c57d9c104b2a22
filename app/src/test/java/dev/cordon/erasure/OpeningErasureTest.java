package dev.cordon.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.DatabaseTest;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.Role;
import dev.cordon.access.SignedIn;
import dev.cordon.approval.ApprovalId;
import dev.cordon.approval.Approvals;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.EntryId;
import dev.cordon.ledger.Ledger;
import dev.cordon.ledger.LedgerReadings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class OpeningErasureTest extends DatabaseTest {

  private static final String SUBJECT = "S-0042";

  @Autowired private Erasures erasures;
  @Autowired private Approvals approvals;
  @Autowired private Ledger ledger;
  @Autowired private LedgerReadings readings;

  private SignedIn guardian;
  private EntryId entry;

  @BeforeEach
  void entryAboutASubject() {
    guardian = member(lead, operation, Role.DATA_PROTECTION_OFFICER);
    entry =
        get(
            analyst,
            () ->
                ledger.append(
                    Entry.of(operation, Act.DECISION, "subject-confirmation", "same card")
                        .touching(SUBJECT)));
  }

  @Test
  void erasure_destroysTheOpeningAndNothingElse() {
    Map<String, Object> before = leaf();
    ApprovalId approval = ask();
    assertThat(opening().get("reason")).isEqualTo("same card");
    as(coordinator, () -> approvals.approve(operation, approval, "order seen"));

    assertThat(opening())
        .containsEntry("salt", null)
        .containsEntry("reason", null)
        .containsEntry("record_ids", null);
    assertThat(opening().get("destroyed_at")).isNotNull();
    assertThat(leaf()).isEqualTo(before);
    assertThat(get(guardian, () -> readings.entries(operation, 0)))
        .anySatisfy(read -> {
          assertThat(read.act()).isEqualTo(Act.ERASURE);
          assertThat(read.what()).isEqualTo("ledger-opening");
        });
    assertThat(get(guardian, () -> erasures.openings(operation, SUBJECT, 1)).rows())
        .extracting(read -> read.id())
        .doesNotContain(entry);
  }

  @Test
  void erasure_isAskedByTheOfficerAndApprovedByACoordinator() {
    for (SignedIn not : List.of(coordinator, analyst, officer, outsider)) {
      assertThatThrownBy(() -> get(not, () -> erasures.askForOpening(operation, entry, "no")))
          .isInstanceOf(NotPermittedException.class);
      assertThatThrownBy(() -> get(not, () -> erasures.openings(operation, null, 1)))
          .isInstanceOf(NotPermittedException.class);
    }
    ApprovalId approval = ask();
    SignedIn secondGuardian = member(lead, operation, Role.DATA_PROTECTION_OFFICER);
    assertThatThrownBy(() -> as(secondGuardian, () -> approvals.approve(operation, approval, "no")))
        .isInstanceOf(NotPermittedException.class);
  }

  @Test
  void erasure_byDirectSql_changesNothingWithoutApproval() {
    ask();
    for (SignedIn alone : List.of(guardian, coordinator)) {
      int changed =
          get(
              alone,
              () ->
                  jdbc.sql(
                          """
                          update cordon.ledger_opening
                          set salt = null, reason = null, record_ids = null, destroyed_at = now() where entry_id = ?
                          """)
                      .params(entry.value())
                      .update());
      assertThat(changed).isZero();
    }
  }

  @Test
  void approval_ofOneEntry_destroysNoOther() {
    EntryId second =
        get(
            analyst,
            () ->
                ledger.append(
                    Entry.of(operation, Act.DECISION, "subject-confirmation", "other")
                        .touching(SUBJECT)));
    ApprovalId approval = ask();
    as(coordinator, () -> approvals.approve(operation, approval, "order seen"));

    assertThat(get(guardian, () -> erasures.openings(operation, SUBJECT, 1)).rows())
        .extracting(read -> read.id())
        .contains(second);
  }

  private ApprovalId ask() {
    return get(guardian, () -> erasures.askForOpening(operation, entry, "order 12"));
  }

  private Map<String, Object> opening() {
    return row("ledger_opening where entry_id = ?");
  }

  private Map<String, Object> leaf() {
    Map<String, Object> row = row("ledger_entry where id = ?");
    row.put("body", java.util.HexFormat.of().formatHex((byte[]) row.get("body")));
    return row;
  }

  private Map<String, Object> row(String from) {
    return get(
        coordinator,
        () -> jdbc.sql("select * from cordon." + from).params(entry.value()).query().singleRow());
  }
}
