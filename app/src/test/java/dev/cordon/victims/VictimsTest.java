package dev.cordon.victims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.DatabaseTest;
import dev.cordon.RefusedException;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.OperationId;
import dev.cordon.access.Role;
import dev.cordon.access.SignedIn;
import dev.cordon.keys.KeyException;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class VictimsTest extends DatabaseTest {

  private static final SealedValues VALUES =
      new SealedValues("Åse Example", "2015", "with a foster family", "Example Office", "quiet");
  private static final Duration HOUR = Duration.ofHours(1);

  @Autowired private Victims victims;

  private SignedIn identifier;

  @BeforeEach
  void identification() {
    identifier = member(lead, operation, Role.VICTIM_IDENTIFICATION);
  }

  @Test
  void child_isANumberAndACountry_untilOpened() {
    Victim one = get(identifier, () -> victims.add(operation, "DK", VALUES));
    Victim two = get(identifier, () -> victims.add(operation, "SE", VALUES));
    assertThat(one.number()).isEqualTo("V-0001");
    assertThat(two.number()).isEqualTo("V-0002");
    assertThat(get(coordinator, () -> victims.page(operation, 1)).rows())
        .extracting(Victim::number, Victim::country)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("V-0001", "DK"),
            org.assertj.core.groups.Tuple.tuple("V-0002", "SE"));
    assertThatThrownBy(() -> get(identifier, () -> victims.view(operation, one.id())))
        .isInstanceOf(NotPermittedException.class);
    as(identifier, () -> victims.open(operation, one.id(), "to protect", "Act 1", HOUR));
    assertThat(get(identifier, () -> victims.view(operation, one.id()))).isEqualTo(VALUES);
    assertThatThrownBy(() -> get(identifier, () -> victims.view(operation, two.id())))
        .isInstanceOf(NotPermittedException.class);
    as(identifier, () -> victims.close(operation, one.id()));
    assertThatThrownBy(() -> get(identifier, () -> victims.view(operation, one.id())))
        .isInstanceOf(NotPermittedException.class);
  }

  @Test
  void database_holdsNoName() {
    get(identifier, () -> victims.add(operation, "DK", VALUES));
    List<String> rows =
        get(
            identifier,
            () ->
                jdbc.sql(
                        """
                        select v::text || s::text || encode(s.names, 'escape') || encode(s.notes, 'escape')
                        from cordon.victim v join cordon.victim_sealed s on s.victim_id = v.id
                        """)
                    .query(String.class)
                    .list());
    assertThat(rows).hasSize(1).noneMatch(row -> row.contains("Example") || row.contains("quiet"));
    assertThat(VALUES.toString()).doesNotContain("Example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ANALYST",
        "NATIONAL_OFFICER",
        "EXAMINER",
        "PROSECUTOR",
        "AUDITOR",
        "DATA_PROTECTION_OFFICER",
        "ADMINISTRATOR"
      })
  void others_seeNoRow(Role role) {
    Victim one = get(identifier, () -> victims.add(operation, "DK", VALUES));
    SignedIn someone = member(lead, operation, role);
    assertThatThrownBy(() -> get(someone, () -> victims.page(operation, 1)))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> as(someone, () -> victims.open(operation, one.id(), "a", "b", HOUR)))
        .isInstanceOf(NotPermittedException.class);
    assertThat(get(someone, () -> count("victim"))).isZero();
    assertThat(get(someone, () -> count("victim_sealed"))).isZero();
  }

  @Test
  void coordinator_readsRows_andNoSealedValue() {
    Victim one = get(identifier, () -> victims.add(operation, "DK", VALUES));
    assertThat(get(coordinator, () -> count("victim"))).isEqualTo(1);
    assertThat(get(coordinator, () -> count("victim_sealed"))).isZero();
    assertThatThrownBy(
            () -> as(coordinator, () -> victims.open(operation, one.id(), "a", "b", HOUR)))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> as(coordinator, () -> victims.add(operation, "DK", VALUES)))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> as(coordinator, () -> victims.safeguard(operation, one.id(), "a")))
        .isInstanceOf(NotPermittedException.class);
  }

  @Test
  void values_swappedBetweenRowsOrColumns_doNotOpen() {
    Victim one = get(identifier, () -> victims.add(operation, "DK", VALUES));
    as(identifier, () -> victims.open(operation, one.id(), "a", "b", HOUR));
    as(
        identifier,
        () ->
            jdbc.sql(
                    """
                    insert into cordon.victim_sealed (id, victim_id, operation_id, names, birth, whereabouts, contact, notes,
                      written_by)
                    select gen_random_uuid(), victim_id, operation_id, names, birth, whereabouts, contact, notes, written_by
                    from cordon.victim_sealed
                    """)
                .update());
    assertThatThrownBy(() -> get(identifier, () -> victims.view(operation, one.id())))
        .isInstanceOf(KeyException.class);
  }

  @Test
  void values_writtenAnew_standAndTheLookIsNoted() {
    Victim one = get(identifier, () -> victims.add(operation, "DK", VALUES));
    SealedValues next = new SealedValues("Åse Example", "2015", "at home", "", "");
    assertThatThrownBy(
            () -> as(identifier, () -> victims.rewrite(operation, one.id(), next, "moved")))
        .isInstanceOf(NotPermittedException.class);
    as(identifier, () -> victims.open(operation, one.id(), "to protect", "Act 1", HOUR));
    as(identifier, () -> victims.rewrite(operation, one.id(), next, "moved"));
    assertThat(get(identifier, () -> victims.view(operation, one.id()))).isEqualTo(next);
    as(identifier, () -> victims.safeguard(operation, one.id(), "confirmed by the office"));
    assertThat(get(coordinator, () -> victims.get(operation, one.id())).safeguarded()).isTrue();
    assertThatThrownBy(() -> as(identifier, () -> victims.safeguard(operation, one.id(), "again")))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void child_ofAnotherOperation_isAbsent() {
    Victim one = get(identifier, () -> victims.add(operation, "DK", VALUES));
    OperationId theirs = newOperation(lead);
    grant(identifier, theirs, Role.VICTIM_IDENTIFICATION);
    for (UUID id : new UUID[] {one.id(), UUID.randomUUID()}) {
      assertThatThrownBy(() -> get(identifier, () -> victims.get(theirs, id)))
          .isInstanceOf(NoSuchElementException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "D", "dk", "ZZ", "DKK", "D1"})
  void country_thatIsNone_isRefused(String country) {
    assertThatThrownBy(() -> as(identifier, () -> victims.add(operation, country, VALUES)))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void values_emptyOrTooLong_areRefused() {
    assertThatThrownBy(() ->
            as(
                identifier,
                () -> victims.add(operation, "DK", new SealedValues("", "2015", "", "", " "))))
        .isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> new SealedValues("x".repeat(4001), "", "", "", ""))
        .isInstanceOf(RefusedException.class);
  }

  private long count(String table) {
    return jdbc.sql("select count(*) from cordon." + table + " where operation_id = ?")
        .param(operation.value())
        .query(Long.class)
        .single();
  }
}
