package dev.cordon.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.RefusedException;
import dev.cordon.access.NotPermittedException;
import dev.cordon.attribution.Attribution;
import dev.cordon.attribution.Attributions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SubjectsTest extends TinyProposals {

  @Autowired private Attributions attributions;

  @Test
  void propose_sameCardAndName_isOneProposal() {
    Proposal ask = proposalOf("1");
    assertThat(ask.accounts()).isEqualTo(2);
    assertThat(ask.country()).isEqualTo("DK");
    assertThat(get(analyst, () -> proposals.links(operation, ask.id(), 1).rows()))
        .anySatisfy(link -> {
          assertThat(link.rule()).isEqualTo("CARD");
          assertThat(link.flag()).isEmpty();
        });
  }

  @Test
  void propose_householdCard_isKeptApartAndFlagged() {
    Proposal bo = proposalOf("3");
    assertThat(bo.accounts()).isEqualTo(1);
    assertThat(get(analyst, () -> proposals.links(operation, bo.id(), 1).rows()))
        .anySatisfy(link -> assertThat(link.flag()).isEqualTo("payer is not user"));
  }

  @Test
  void confirm_proposalNotOpened_isRefused() {
    Proposal ask = proposalOf("1");
    assertThatThrownBy(
            () -> as(analyst, () -> subjects.confirm(operation, ask.id(), Category.SUSPECT, "x")))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("Open");
  }

  @Test
  void confirm_opened_makesSubjectWithItsRecords() {
    Subject subject = confirmed("1");
    assertThat(subject.number()).matches("S-[1-9][0-9]{6}");
    assertThat(get(analyst, () -> proposals.records(operation, subject.proposal(), 1).rows()))
        .anySatisfy(found -> {
          assertThat(found.kind()).isEqualTo("PERSON_NAME");
          assertThat(found.value()).isEqualTo("Ask Nyholt");
          assertThat(found.sourceName()).isEqualTo("shop.sql");
          assertThat(found.sourceRow()).isPositive();
        });
    assertThat(count("subject_record", subject.id())).isPositive();
  }

  @Test
  void withdraw_thenConfirmAgain_bringsTheSameSubjectBack() {
    Subject subject = confirmed("1");
    as(analyst, () -> subjects.withdraw(operation, subject.id(), "mistaken"));
    assertThat(count("subject_record", subject.id())).isZero();
    Subject again = confirmed("1");
    assertThat(again.id()).isEqualTo(subject.id());
    assertThat(get(analyst, () -> subjects.judgements(operation, subject.id())))
        .extracting(Judgement::kind)
        .containsExactly("confirmed", "withdrawn", "confirmed");
  }

  @Test
  void decide_country_standsBesideWhatRulesProposed() {
    Subject subject = confirmed("1");
    Attribution decided =
        get(analyst, () -> attributions.decide(operation, subject.id(), "DK", "lives there"));
    assertThat(decided.country()).isEqualTo("DK");
    assertThat(decided.proposed().evidence()).isNotEmpty();
    assertThat(decided.proposed().candidates()).containsExactly("DK");
    as(analyst, () -> attributions.withdraw(operation, subject.id(), "not sure"));
    assertThat(get(analyst, () -> attributions.of(operation, subject.id())).country()).isNull();
  }

  @Test
  void page_nationalOfficer_isRefused() {
    assertThatThrownBy(() -> as(officer, () -> subjects.page(operation, null, 1)))
        .isInstanceOf(NotPermittedException.class);
  }

  private long count(String view, SubjectId subject) {
    return get(
        analyst,
        () ->
            jdbc.sql("select count(*) from cordon." + view + " where subject_id = :subject")
                .param("subject", subject.value())
                .query(Long.class)
                .single());
  }
}
