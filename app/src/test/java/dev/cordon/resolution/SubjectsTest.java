package dev.cordon.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.DatabaseTest;
import dev.cordon.RefusedException;
import dev.cordon.access.NotPermittedException;
import dev.cordon.attribution.Attribution;
import dev.cordon.attribution.Attributions;
import dev.cordon.intake.Sources;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

class SubjectsTest extends DatabaseTest {

  @Autowired private Sources sources;
  @Autowired private Proposals proposals;
  @Autowired private Subjects subjects;
  @Autowired private Attributions attributions;

  @TempDir private Path folder;

  @BeforeEach
  void takenInAndProposed() throws IOException {
    String facts = new String(resource("operation.yaml"), StandardCharsets.UTF_8);
    as(analyst, () -> sources.tell(operation, facts));
    for (String name : List.of("shop.sql", "card-processor.csv", "ip-country.csv")) {
      Path file = Files.write(folder.resolve(name), resource(name));
      as(analyst, () -> sources.take(operation, file, name));
    }
    as(analyst, () -> proposals.propose(operation, "test"));
  }

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
    assertThatThrownBy(
            () -> get(analyst, () -> attributions.decide(operation, subject.id(), "DK", "unseen")))
        .hasMessageContaining("Open");
    get(analyst, () -> attributions.open(operation, subject.id()));
    assertThatThrownBy(() ->
            get(analyst, () -> attributions.decide(operation, subject.id(), "QQ", "no country")))
        .hasMessageContaining("ISO 3166-1");
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

  private Subject confirmed(String account) {
    ProposalId id = proposalOf(account).id();
    as(analyst, () -> proposals.open(operation, id));
    return get(
        analyst, () -> subjects.confirm(operation, id, Category.SUSPECT, "same card and name"));
  }

  private Proposal proposalOf(String account) {
    return get(
        analyst,
        () ->
            proposals.page(operation, null, 1).rows().stream()
                .filter(one ->
                    proposals.accounts(operation, one.id(), 1).rows().stream()
                        .anyMatch(held -> held.account().equals(account)))
                .findFirst()
                .orElseThrow());
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

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = SubjectsTest.class.getResourceAsStream("tiny/" + name)) {
      return in == null ? new byte[0] : in.readAllBytes();
    }
  }
}
