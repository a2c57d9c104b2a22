package dev.cordon.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.AtOnce;
import dev.cordon.RefusedException;
import dev.cordon.access.Agencies;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.Role;
import dev.cordon.access.SignedIn;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class HandOversTest extends SeizedItems {

  @Autowired private Agencies agencies;

  @AfterEach
  void clockRight() {
    clock.runFrom(Clock.systemUTC());
  }

  @Test
  void refusedAttempt_changesNothingAndIsKept() {
    NewHandOver wrong =
        NewHandOver.of("Somebody", "Else", "Station", "storage", after(5), "SE-100", null);
    assertThatThrownBy(() -> handOver(examiner, wrong))
        .isInstanceOf(IrregularHandOverException.class);
    assertThat(again(phone)).isEqualTo(phone);
    assertThat(file(phone).refusals())
        .extracting(Exhibits.Refusal::irregularity)
        .containsExactly("not the holder");
  }

  @Test
  void explainedIrregularities_areRecordedUnderTheirNames() {
    NewHandOver told =
        NewHandOver.of(
                "Patrol", "Evidence Room", "Station", "storage", after(-5), "SE-999", "SE-101")
            .explained("the patrol took it over by radio; the seal tore in the van");
    Exhibit after = handOver(examiner, told);
    assertThat(after.heldBy()).isEqualTo("Evidence Room");
    assertThat(file(phone).acts().getLast().irregularities())
        .containsExactly("before the last act", "not the holder", "seal differs");
    assertThat(gaps(phone)).contains("before the last act", "not the holder", "seal differs");
  }

  @Test
  void whatCanNotBe_isRefusedThoughExplained() {
    NewHandOver future =
        NewHandOver.of(
                HOLDER,
                "Room",
                "Station",
                "storage",
                Instant.now().plusSeconds(90000),
                "SE-100",
                null)
            .explained("because");
    assertThatThrownBy(() -> handOver(examiner, future)).hasMessageContaining("in the future");
  }

  @Test
  void closedAgency_receivesNothing() {
    as(administrator, () -> agencies.close(lead));
    NewHandOver told =
        new NewHandOver(
            HOLDER,
            "Laboratory",
            lead,
            "Station",
            "examination",
            after(5),
            "SE-100",
            null,
            null,
            null,
            null,
            null,
            null);
    assertThatThrownBy(() -> handOver(examiner, told))
        .isInstanceOfSatisfying(
            IrregularHandOverException.class,
            refused -> assertThat(refused.irregularity()).isEqualTo(Irregularity.CLOSED_AGENCY));
    assertThatThrownBy(() -> as(administrator, () -> agencies.close(lead)))
        .isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> as(officer, () -> agencies.close(other)))
        .isInstanceOf(NotPermittedException.class);
  }

  @Test
  void clockThatWentBack_isNamedAndLosesNothing() {
    handOver(examiner, toStore(60));
    clock.runFrom(InstantSource.fixed(after(90)));
    Exhibit after =
        handOver(
            examiner,
            NewHandOver.of(
                "Evidence Room", "Examiner", "Lab", "imaging", after(120), "SE-101", "SE-102"));
    assertThat(after.heldBy()).isEqualTo("Examiner");
    assertThat(file(phone).acts().getLast().irregularities()).containsExactly("clock went back");
  }

  @Test
  void twoAtOnce_oneIsRecordedTheOtherRefusedByName() throws InterruptedException {
    List<Object> outcomes =
        AtOnce.both(
            () -> handOver(examiner, toStore(60)),
            () ->
                handOver(
                    officer,
                    NewHandOver.of(
                        HOLDER, "Examiner", "Lab", "imaging", after(60), "SE-100", "SE-102")));
    assertThat(outcomes).filteredOn(Exhibit.class::isInstance).hasSize(1);
    assertThat(outcomes)
        .filteredOn(IrregularHandOverException.class::isInstance)
        .singleElement()
        .extracting(refused -> ((IrregularHandOverException) refused).irregularity())
        .isEqualTo(Irregularity.NOT_THE_HOLDER);
    assertThat(file(phone).handOvers()).hasSize(1);
    assertThat(file(phone).refusals()).hasSize(1);
  }

  @Test
  void pageThatIsOld_isRefused() {
    handOver(examiner, toStore(60));
    NewHandOver old =
        new NewHandOver(
            "Evidence Room",
            "Lab",
            null,
            "Lab",
            "imaging",
            after(70),
            "SE-101",
            null,
            null,
            null,
            null,
            null,
            phone.acts());
    assertThatThrownBy(() -> handOver(officer, old)).hasMessageContaining("changed meanwhile");
  }

  @Test
  void bothParties_confirm_asTwoPersons() {
    handOver(examiner, toStore(60));
    UUID told = file(phone).handOvers().getFirst().id();
    assertThat(gaps(phone)).contains("not confirmed");
    as(examiner, () -> answer(told, HandOver.Party.GIVER, true, null, null));
    assertThatThrownBy(
            () -> as(examiner, () -> answer(told, HandOver.Party.TAKER, true, null, null)))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("two persons");
    as(examiner, () -> answer(told, HandOver.Party.TAKER, true, "receipt 17", null));
    assertThatThrownBy(
            () -> as(officer, () -> answer(told, HandOver.Party.TAKER, false, null, "not so")))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("already");
    assertThat(file(phone).handOvers().getFirst().isConfirmed()).isTrue();
    assertThat(gaps(phone)).doesNotContain("not confirmed");
    assertThat(again(phone).unconfirmed()).isZero();
  }

  @Test
  void takersDispute_leavesTheGiverTheHolder() {
    handOver(examiner, toStore(60));
    UUID told = file(phone).handOvers().getFirst().id();
    assertThatThrownBy(
            () -> as(officer, () -> answer(told, HandOver.Party.TAKER, false, null, " ")))
        .hasMessageContaining("Say what was different");
    as(officer, () -> answer(told, HandOver.Party.TAKER, false, null, "it never arrived"));
    assertThat(again(phone).heldBy()).isEqualTo(HOLDER);
    assertThat(gaps(phone)).contains("disputed");
    assertThat(
            handOver(
                    examiner,
                    NewHandOver.of(
                        HOLDER,
                        "Evidence Room",
                        "Station",
                        "storage",
                        after(90),
                        "SE-101",
                        "SE-103"))
                .heldBy())
        .isEqualTo("Evidence Room");
  }

  @Test
  void receivingAgency_seesAndGoesOn_othersDoNot() {
    SignedIn german = member(this.german, operation, Role.EXAMINER);
    assertThatThrownBy(() -> get(german, () -> exhibits.get(operation, phone.id())))
        .isInstanceOf(NotPermittedException.class);
    as(
        coordinator,
        () ->
            handOvers.record(
                operation,
                phone.id(),
                new NewHandOver(
                    HOLDER,
                    "Lab DE",
                    this.german,
                    "Lab",
                    "imaging",
                    after(30),
                    "SE-100",
                    "DE-1",
                    "screen cracked",
                    null,
                    null,
                    null,
                    null)));
    UUID told = file(phone).handOvers().getFirst().id();
    as(german, () -> answer(told, HandOver.Party.TAKER, true, null, null));
    Exhibit after =
        get(
            german,
            () ->
                handOvers.record(
                    operation,
                    phone.id(),
                    NewHandOver.of(
                        "Lab DE", "Examiner DE", "Lab", "imaging", after(60), "DE-1", "DE-2")));
    assertThat(after.heldBy()).isEqualTo("Examiner DE");
    assertThat(again(phone).heldBy()).isEqualTo("Examiner DE");
    assertThatThrownBy(() -> get(german, () -> exhibits.get(operation, laptop.id())))
        .isInstanceOf(NotPermittedException.class);
  }

  @Test
  void prosecutor_readsAndRecordsNothing() {
    SignedIn prosecutor = member(other, operation, Role.PROSECUTOR);
    assertThat(get(prosecutor, () -> exhibits.get(operation, phone.id())).number())
        .isEqualTo(phone.number());
    assertThatThrownBy(() -> handOver(prosecutor, toStore(5)))
        .isInstanceOf(NotPermittedException.class);
  }

  private void answer(UUID told, HandOver.Party party, boolean so, String paper, String words) {
    answers.answer(operation, phone.id(), told, party, so, paper, words);
  }
}
