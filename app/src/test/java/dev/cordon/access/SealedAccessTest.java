package dev.cordon.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.DatabaseTest;
import dev.cordon.RefusedException;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class SealedAccessTest extends DatabaseTest {

  private static final Duration HOUR = Duration.ofHours(1);

  @Autowired private SealedAccesses accesses;

  private final SealedThing thing = new SealedThing(SealedThing.Kind.THREAD, UUID.randomUUID());
  private SignedIn identifier;

  @BeforeEach
  void oneMoreRole() {
    identifier = member(lead, operation, Role.VICTIM_IDENTIFICATION);
  }

  @Test
  void access_isMadeByTheServiceAlone() {
    assertThat(Arrays.stream(SealedAccess.class.getDeclaredConstructors()))
        .allMatch(one ->
            !Modifier.isPublic(one.getModifiers()) && !Modifier.isProtected(one.getModifiers()));
    assertThat(Modifier.isFinal(SealedAccess.class.getModifiers())).isTrue();
  }

  @Test
  void access_opensItsThingForItsMember_andNothingElse() {
    OperationId theirs = newOperation(other);
    SealedAccess access =
        get(
            analyst,
            () -> {
              accesses.open(operation, thing, "a reason", "Order 1", HOUR);
              return accesses.view(operation, thing, "page 1");
            });
    CurrentMember.as(
        analyst,
        () -> {
          assertThatCode(() -> access.require(operation, thing)).doesNotThrowAnyException();
          refused(() -> access.require(theirs, thing));
          refused(() ->
              access.require(
                  operation, new SealedThing(SealedThing.Kind.THREAD, UUID.randomUUID())));
          refused(() ->
              access.require(operation, new SealedThing(SealedThing.Kind.VICTIM, thing.id())));
        });
    CurrentMember.as(identifier, () -> refused(() -> access.require(operation, thing)));
    refused(() -> access.require(operation, thing));
  }

  @Test
  void access_pastItsEnd_opensNothing() {
    Instant end = Instant.parse("2026-01-01T00:00:00Z");
    CurrentMember.as(
        analyst,
        () -> {
          assertThatCode(() -> endingAt(end, end.minusMillis(1)).require(operation, thing))
              .doesNotThrowAnyException();
          refused(() -> endingAt(end, end).require(operation, thing));
          refused(() -> endingAt(end, end.plusSeconds(1)).require(operation, thing));
        });
  }

  @Test
  void opening_isTheMembersOwn_andEndsWhenClosed() {
    as(analyst, () -> accesses.open(operation, thing, "a reason", "Order 1", HOUR));
    assertThat(get(analyst, () -> accesses.standing(operation, thing)))
        .hasValueSatisfying(standing -> {
          assertThat(standing.reason()).isEqualTo("a reason");
          assertThat(Duration.between(standing.openedAt(), standing.endsAt())).isEqualTo(HOUR);
        });
    assertThat(get(identifier, () -> accesses.standing(operation, thing))).isEmpty();
    refused(() -> get(identifier, () -> accesses.view(operation, thing, "page 1")));
    as(analyst, () -> accesses.close(operation, thing));
    refused(() -> get(analyst, () -> accesses.view(operation, thing, "page 1")));
  }

  @Test
  void opening_pastItsEnd_isClosed() {
    insert(analyst, "thread", analyst, "1 microsecond");
    assertThat(get(analyst, () -> accesses.standing(operation, thing))).isEmpty();
    refused(() -> get(analyst, () -> accesses.view(operation, thing, "page 1")));
  }

  @Test
  void opening_isNotMadeLonger() {
    as(analyst, () -> accesses.open(operation, thing, "a reason", "Order 1", HOUR));
    assertThatThrownBy(() ->
            as(
                analyst,
                () ->
                    jdbc.sql("update cordon.sealed_access set ends_at = now() + interval '7 hours'")
                        .update()))
        .rootCause()
        .hasMessageContaining("permission denied");
  }

  @Test
  void eachLook_isAnEntryThatCommitsToTheThing() {
    as(analyst, () -> accesses.open(operation, thing, "a reason", "Order 1", HOUR));
    long before = entries("sealed-text-view");
    as(analyst, () -> accesses.view(operation, thing, "page 1"));
    as(analyst, () -> accesses.view(operation, thing, "page 2"));
    assertThat(entries("sealed-text-view")).isEqualTo(before + 2);
    assertThat(entries("sealed-access")).isEqualTo(1);
    assertThat(
            get(
                coordinator,
                () ->
                    jdbc.sql(
                            """
                            select o.reason from cordon.ledger_opening o join cordon.ledger_entry e on e.id = o.entry_id
                            where e.what = 'sealed-text-view' and e.operation_id = ? and ? = any(o.record_ids) limit 1
                            """)
                        .params(operation.value(), thing.toString())
                        .query(String.class)
                        .single()))
        .isEqualTo("a reason (legal basis: Order 1)");
  }

  @ParameterizedTest
  @CsvSource({
    "ANALYST, true, true, false, false",
    "VICTIM_IDENTIFICATION, true, true, true, true",
    "EXAMINER, false, false, true, false",
    "PROSECUTOR, false, false, false, false",
    "COORDINATOR, false, false, false, false",
    "NATIONAL_OFFICER, false, false, false, false",
    "DATA_PROTECTION_OFFICER, false, false, false, false",
    "AUDITOR, false, false, false, false",
    "ADMINISTRATOR, false, false, false, false"
  })
  void kinds_openForTheirRoles(
      Role role, boolean thread, boolean search, boolean fileNames, boolean victim) {
    SignedIn someone = member(lead, operation, role);
    assertThat(get(someone, () -> accesses.isEntitled(operation, SealedThing.Kind.THREAD)))
        .isEqualTo(thread);
    assertThat(get(someone, () -> accesses.isEntitled(operation, SealedThing.Kind.SEARCH)))
        .isEqualTo(search);
    assertThat(get(someone, () -> accesses.isEntitled(operation, SealedThing.Kind.FILE_NAMES)))
        .isEqualTo(fileNames);
    assertThat(get(someone, () -> accesses.isEntitled(operation, SealedThing.Kind.VICTIM)))
        .isEqualTo(victim);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "\n"})
  void reasonOrBasis_missing_isRefused(String blank) {
    assertThatThrownBy(
            () -> as(analyst, () -> accesses.open(operation, thing, blank, "Order 1", HOUR)))
        .isInstanceOf(RefusedException.class);
    assertThatThrownBy(
            () -> as(analyst, () -> accesses.open(operation, thing, "a reason", blank, HOUR)))
        .isInstanceOf(RefusedException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT59S", "-PT1H", "PT8H1S", "PT99999H"})
  void time_outsideItsLimits_isRefused(String stands) {
    assertThatThrownBy(() ->
            as(analyst, () -> accesses.open(operation, thing, "a", "b", Duration.parse(stands))))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("8 hours");
  }

  @Test
  void database_refusesWhatTheServiceWould() {
    assertThatThrownBy(() -> insert(officer, "thread", officer, "1 hour"))
        .rootCause()
        .hasMessageContaining("row-level security");
    assertThatThrownBy(() -> insert(analyst, "victim", analyst, "1 hour"))
        .rootCause()
        .hasMessageContaining("row-level security");
    assertThatThrownBy(() -> insert(analyst, "thread", identifier, "1 hour"))
        .rootCause()
        .hasMessageContaining("row-level security");
    assertThatThrownBy(() -> insert(analyst, "thread", analyst, "9 hours"))
        .rootCause()
        .hasMessageContaining("check constraint");
  }

  private void insert(SignedIn as, String kind, SignedIn member, String stands) {
    as(
        as,
        () ->
            jdbc.sql(
                    """
                    insert into cordon.sealed_access (operation_id, kind, thing_id, member_id, reason, legal_basis, ends_at)
                    values (?, ?, ?, ?, 'a', 'b', now() + cast(? as interval))
                    """)
                .params(operation.value(), kind, thing.id(), member.member().value(), stands)
                .update());
  }

  private SealedAccess endingAt(Instant end, Instant now) {
    return new SealedAccess(operation, thing, analyst.member(), end, InstantSource.fixed(now));
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

  private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
    assertThatThrownBy(act).isInstanceOf(NotPermittedException.class);
  }
}
