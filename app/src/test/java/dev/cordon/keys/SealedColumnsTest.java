package dev.cordon.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.DatabaseTest;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.OperationId;
import dev.cordon.access.Role;
import dev.cordon.access.SealedAccess;
import dev.cordon.access.SealedAccesses;
import dev.cordon.access.SealedThing;
import dev.cordon.access.SignedIn;
import dev.cordon.approval.ActKind;
import dev.cordon.approval.Approval;
import dev.cordon.approval.ApprovalId;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SealedColumnsTest extends DatabaseTest {

  private static final String TEXT = "Zoë, 8 Jahre \ud83e\udde1 \u202eabc";

  @Autowired private SealedColumns columns;
  @Autowired private SealedAccesses accesses;
  @Autowired private OperationKeys keys;
  @Autowired private KeyChange change;

  private final UUID row = UUID.randomUUID();
  private final SealedThing thing = new SealedThing(SealedThing.Kind.VICTIM, UUID.randomUUID());
  private SignedIn identifier;
  private SealedAccess access;

  @BeforeEach
  void openedByIdentification() {
    identifier = member(lead, operation, Role.VICTIM_IDENTIFICATION);
    access =
        get(identifier, () -> accesses.once(operation, thing, "a reason", "Order 1", "a test"));
  }

  @Test
  void value_comesBackAtItsPlace() {
    byte[] sealed = columns.seal(place("names", row), TEXT);
    assertThat(open(place("names", row), sealed)).isEqualTo(TEXT);
    assertThat(columns.seal(place("names", row), TEXT)).isNotEqualTo(sealed);
    assertThat(open(place("names", row), columns.seal(place("names", row), ""))).isEmpty();
  }

  @Test
  void value_atAnotherPlace_doesNotOpen() {
    byte[] sealed = columns.seal(place("names", row), TEXT);
    refused(place("notes", row), sealed);
    refused(place("names", UUID.randomUUID()), sealed);
    refused(new ColumnPlace(operation, "assessment", "names", row), sealed);
  }

  @Test
  void value_cutOrChanged_doesNotOpen() {
    byte[] sealed = columns.seal(place("names", row), TEXT);
    for (int length : new int[] {0, 1, 4, 5, 6, 20, sealed.length - 1}) {
      refused(place("names", row), Arrays.copyOf(sealed, length));
    }
    for (int at = 0; at < sealed.length; at += 7) {
      byte[] changed = sealed.clone();
      changed[at] ^= 1;
      refused(place("names", row), changed);
    }
    refused(place("names", row), Arrays.copyOf(sealed, sealed.length + 1));
  }

  @Test
  void value_ofAnotherVersion_doesNotOpenUnderThisOne() {
    byte[] sealed = columns.seal(place("names", row), TEXT);
    keys.addVersion(UUID.randomUUID(), operation);
    byte[] claims = sealed.clone();
    ByteBuffer.wrap(claims, 1, 4).putInt(2);
    refused(place("names", row), claims);
    ByteBuffer.wrap(claims, 1, 4).putInt(99);
    refused(place("names", row), claims);
    assertThat(open(place("names", row), sealed)).isEqualTo(TEXT);
    byte[] newer = columns.seal(place("names", row), TEXT);
    assertThat(ByteBuffer.wrap(newer, 1, 4).getInt()).isEqualTo(2);
    assertThat(open(place("names", row), newer)).isEqualTo(TEXT);
  }

  @Test
  void value_withAnothersAccess_staysSealed() {
    byte[] sealed = columns.seal(place("names", row), TEXT);
    SealedThing another = new SealedThing(SealedThing.Kind.VICTIM, UUID.randomUUID());
    OperationId theirs = newOperation(other);
    byte[] sealedThere = columns.seal(new ColumnPlace(theirs, "victim_sealed", "names", row), TEXT);
    CurrentMember.as(
        analyst,
        () ->
            assertThatThrownBy(() -> columns.open(place("names", row), sealed, thing, access))
                .isInstanceOf(NotPermittedException.class));
    CurrentMember.as(
        identifier,
        () -> {
          assertThatThrownBy(() -> columns.open(place("names", row), sealed, another, access))
              .isInstanceOf(NotPermittedException.class);
          assertThatThrownBy(() ->
                  columns.open(
                      new ColumnPlace(theirs, "victim_sealed", "names", row),
                      sealedThere,
                      thing,
                      access))
              .isInstanceOf(NotPermittedException.class);
        });
  }

  @Test
  void destruction_decidedByTwo_endsEveryValue() {
    byte[] sealed = columns.seal(place("names", row), TEXT);
    as(coordinator, () -> change.perform(operation, "destroy", approval(coordinator)));
    assertThat(keys.isDestroyed(operation)).isTrue();
    CurrentMember.as(
        identifier,
        () ->
            assertThatThrownBy(() -> columns.open(place("names", row), sealed, thing, access))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("destroyed"));
    assertThat(entries("key-destruction")).isEqualTo(1);
  }

  @Test
  void decision_rolledBack_changesNoKey() {
    keys.ring(operation).newest();
    assertThatThrownBy(() ->
            as(
                coordinator,
                () -> {
                  change.perform(operation, "destroy", approval(coordinator));
                  throw new IllegalStateException("the approval fails");
                }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(keys.isDestroyed(operation)).isFalse();
  }

  @Test
  void decision_cutOffBeforeTheKeyFile_isCarriedOutAtTheNextStart() {
    keys.ring(operation).newest();
    as(
        coordinator,
        () ->
            jdbc.sql(
                    """
                    insert into cordon.key_change (id, operation_id, act, approval_id, asked_by, approved_by)
                    values (gen_random_uuid(), ?, 'new_version', gen_random_uuid(), ?, ?)
                    """)
                .params(
                    operation.value(), administrator.member().value(), coordinator.member().value())
                .update());
    assertThat(keys.ring(operation).versions()).containsExactly(1);
    change.finish();
    change.finish();
    assertThat(keys.ring(operation).versions()).containsExactly(1, 2);
  }

  @Test
  void change_isAskedAndApprovedByThoseEntitled() {
    as(administrator, () -> change.requireAsker(operation));
    as(administrator, () -> change.requireApprover(operation));
    as(coordinator, () -> change.requireApprover(operation));
    for (SignedIn someone : new SignedIn[] {analyst, officer, outsider}) {
      assertThatThrownBy(() -> as(someone, () -> change.requireAsker(operation)))
          .isInstanceOf(NotPermittedException.class);
      assertThatThrownBy(() -> as(someone, () -> change.requireApprover(operation)))
          .isInstanceOf(NotPermittedException.class);
    }
    assertThatThrownBy(() ->
            as(
                coordinator,
                () ->
                    change.perform(
                        operation,
                        "destroy",
                        new Approval(
                            new ApprovalId(UUID.randomUUID()),
                            operation,
                            ActKind.KEY_CHANGE,
                            coordinator.member(),
                            "a",
                            coordinator.member(),
                            "b"))))
        .isInstanceOf(NotPermittedException.class);
    assertThat(get(coordinator, () -> change.describe(operation, "destroy")))
        .contains("never be opened again", "can not be undone");
    assertThatThrownBy(() -> as(coordinator, () -> change.describe(operation, "melt")))
        .hasMessageContaining("new_version or destroy");
  }

  private Approval approval(SignedIn approver) {
    return new Approval(
        new ApprovalId(UUID.randomUUID()),
        operation,
        ActKind.KEY_CHANGE,
        administrator.member(),
        "the case is closed",
        approver.member(),
        "agreed");
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

  private ColumnPlace place(String column, UUID at) {
    return new ColumnPlace(operation, "victim_sealed", column, at);
  }

  private String open(ColumnPlace place, byte[] sealed) {
    AtomicReference<String> text = new AtomicReference<>("");
    CurrentMember.as(identifier, () -> text.set(columns.open(place, sealed, thing, access)));
    return text.get();
  }

  private void refused(ColumnPlace place, byte[] sealed) {
    CurrentMember.as(
        identifier,
        () ->
            assertThatThrownBy(() -> columns.open(place, sealed, thing, access))
                .isInstanceOf(KeyException.class)
                .hasMessageNotContaining("Zo"));
  }
}
