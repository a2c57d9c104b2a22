package dev.cordon.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import dev.cordon.DatabaseTest;
import dev.cordon.access.OperationId;
import dev.cordon.access.Role;
import dev.cordon.access.SignedIn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** What members ask for and do not get: counted, written, bounded. */
class DeniedRequestsTest extends DatabaseTest {

  @Autowired private MockMvcTester mvc;
  @Autowired private DeniedRequests denied;
  @Autowired private Findings findings;
  @Autowired private LedgerRuns runs;

  private SignedIn auditor;

  @BeforeEach
  void auditorOfTheOperation() {
    auditor = member(other, operation, Role.AUDITOR);
    denied.write();
  }

  @Test
  void seriesOfDeniedRequests_isFoundByItsRule() {
    for (int attempt = 0; attempt < 25; attempt++) {
      ask(officer, "/operations/" + operation + "/packages/" + UUID.randomUUID());
      ask(examiner, "/operations/" + operation + "/packages");
    }
    denied.write();

    assertThat(counts(officer)).containsExactly("packages 25");
    assertThat(entries(officer)).hasSize(1);
    runs(Instant.now().plus(Duration.ofHours(2)));
    assertThat(get(auditor, () -> findings.page(operation, "denied-series", "", 1)).rows())
        .extracting(finding -> finding.memberId(), finding -> finding.count())
        .contains(org.assertj.core.groups.Tuple.tuple(officer.member().value(), 25L));
  }

  @Test
  void flood_fillsNeitherLedgerNorMemory() {
    for (int attempt = 0; attempt < 3_000; attempt++) {
      denied.denied(
          officer,
          Optional.of(UUID.randomUUID()),
          "packages",
          Instant.parse("2025-03-04T10:30:00Z"));
      denied.denied(
          officer,
          Optional.of(operation.value()),
          "packages",
          Instant.parse("2025-03-04T10:30:00Z"));
      if (attempt % 500 == 0) {
        denied.write();
      }
    }
    denied.write();

    assertThat(counts(officer)).containsExactly("packages 3000");
    // At 1, then at the tenfolds that a write passed: at most one for each of 1, 10, 100, 1000.
    assertThat(entries(officer)).hasSizeLessThanOrEqualTo(4).isNotEmpty();
    assertThat(
            get(
                officer,
                () ->
                    jdbc.sql(
                            "select count(*) from cordon.ledger_entry where member_id = ? and what ="
                                + " 'access-denied'")
                        .param(officer.member().value())
                        .query(Long.class)
                        .single()))
        .as("with those of the installation")
        .isLessThanOrEqualTo(12);
  }

  @Test
  void operationOfOthers_isNotNamed_whetherItIsThereOrNot() {
    OperationId foreign = newOperation(other);
    ask(analyst, "/operations/" + foreign + "/packages");
    ask(analyst, "/operations/" + UUID.randomUUID() + "/packages");
    denied.write();

    assertThat(counts(analyst)).isEmpty();
    SignedIn watching = member(lead, foreign, Role.AUDITOR);
    assertThat(get(watching, () -> denials("where operation_id = ?", foreign.value()))).isEmpty();
  }

  @Test
  void answers_areTheSame_andAskNothingMore() {
    ask(officer, "/operations/" + operation + "/packages/" + UUID.randomUUID());
    assertThat(counts(officer)).as("before it is written").isEmpty();
    denied.write();
    assertThat(counts(officer)).containsExactly("packages 1");
  }

  @Test
  void counts_areReadByThoseWhoWatchTheOperationOnly() {
    ask(officer, "/operations/" + operation + "/packages/" + UUID.randomUUID());
    denied.write();

    for (SignedIn other : List.of(analyst, coordinator, officer, administrator, outsider)) {
      assertThat(get(other, () -> denials("where operation_id = ?", operation.value()))).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/operations/{operation}/packages/{id},packages",
    "/api/operations/{operation}/field-reports/{id},field-reports",
    "/operations/{operation},operations",
    "/api/operations,operations",
    "/administration/members,administration",
    "/**,no-such-page",
    "'',no-such-page"
  })
  void kind_isAWordOfTheRoute(String route, String kind) {
    assertThat(DeniedKind.of(route)).isEqualTo(kind);
  }

  private void ask(SignedIn by, String path) {
    assertThat(
            mvc.perform(
                MockMvcRequestBuilders.get(path)
                    .with(
                        authentication(
                            UsernamePasswordAuthenticationToken.authenticated(
                                by, null, AuthorityUtils.createAuthorityList("MEMBER"))))))
        .hasStatus(404);
  }

  private void runs(Instant until) {
    get(auditor, () -> 1);
    dev.cordon.access.CurrentMember.as(
        auditor, () -> runs.run(operation, until.minus(Duration.ofDays(2)), until));
  }

  private List<String> counts(SignedIn of) {
    return get(auditor, () -> denials("where member_id = ?", of.member().value()));
  }

  private List<String> denials(String where, UUID id) {
    return jdbc.sql(
            "select kind || ' ' || sum(count) from cordon.access_denied "
                + where
                + " group by kind")
        .param(id)
        .query(String.class)
        .list();
  }

  private List<UUID> entries(SignedIn of) {
    return get(
        auditor,
        () ->
            jdbc.sql(
                    "select id from cordon.ledger_entry where operation_id = ? and member_id = ? and"
                        + " what = 'access-denied'")
                .params(operation.value(), of.member().value())
                .query(UUID.class)
                .list());
  }
}
