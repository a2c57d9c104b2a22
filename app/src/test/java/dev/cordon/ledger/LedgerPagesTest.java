package dev.cordon.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.cordon.DatabaseTest;
import dev.cordon.access.SignedIn;
import dev.cordon.ledger.internal.Sequencer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The ledger's page and its files, as those who answer for it and others see them. */
class LedgerPagesTest extends DatabaseTest {

  @Autowired private MockMvcTester mvc;
  @Autowired private Ledger ledger;
  @Autowired private Sequencer sequencer;

  @Test
  void page_showsStateAndWitnesses() {
    assertThat(read("", coordinator))
        .hasStatusOk()
        .bodyText()
        .contains("Last verification", "No witness is named", "Verify the whole ledger now");
    assertThat(read("", analyst))
        .hasStatusOk()
        .bodyText()
        .contains("Last verification")
        .doesNotContain("Verify the whole ledger now", "Closing manifest");
  }

  @Test
  void failedVerification_saysWhatToDo() {
    as(
        analyst,
        () ->
            jdbc.sql(
                    """
                    insert into cordon.ledger_verification (id, asked_by, started_at, ended_at, held, findings)
                    values (gen_random_uuid(), ?, now(), now(), false, array['failed' || chr(10) || 'root' || chr(10) || 'entry 7'])
                    """)
                .params(analyst.member().value())
                .update());

    assertThat(read("", analyst))
        .hasStatusOk()
        .bodyText()
        .contains("a check failed", "entry 7", "one was changed", "Change nothing");
  }

  @Test
  void entriesWithoutACheckpointForMinutes_areNamed() {
    sequencer.sequence();
    assertThat(read("", analyst)).bodyText().doesNotContain("under no checkpoint yet");
    as(
        analyst,
        () ->
            EntryRows.of(
                    List.of(Entry.of(operation, Act.DECISION, "test", "as if made before")),
                    analyst.member(),
                    Instant.now().minus(Duration.ofMinutes(10)).truncatedTo(ChronoUnit.MICROS))
                .bind(jdbc.sql(LedgerSql.APPEND_ALL))
                .param("member", analyst.member().value())
                .update());

    assertThat(read("", analyst)).hasStatusOk().bodyText().contains("under no checkpoint yet");
    sequencer.sequence();
    assertThat(read("", analyst)).bodyText().doesNotContain("under no checkpoint yet");
  }

  @Test
  void verification_isForThoseWhoAnswerForTheLedger() {
    assertThat(post("/verify", coordinator))
        .hasRedirectedUrl("/operations/" + operation + "/ledger");
    assertThat(post("/verify", analyst)).hasStatus(404);
    assertThat(post("/closing", analyst)).hasStatus(404);
  }

  @Test
  void closingManifest_isTakenOut() {
    assertThat(post("/closing", coordinator))
        .hasRedirectedUrl("/operations/" + operation + "/ledger");
    sequencer.sequence();

    assertThat(read("/closing", coordinator))
        .hasStatusOk()
        .bodyText()
        .contains("cordon-receipt/v1", "cordon-closing 1");
  }

  @Test
  void ownEntry_isHandedOutWithItsProof_thoseOfOthersAreNotThere() {
    EntryId entry =
        get(analyst, () -> ledger.append(Entry.of(operation, Act.CONSULTATION, "test", "why")));
    sequencer.sequence();

    assertThat(read("/" + entry + "/leaf", analyst))
        .hasStatusOk()
        .bodyText()
        .contains("cordon-entry 1", "id " + entry);
    assertThat(read("/" + entry + "/proof", analyst))
        .hasStatusOk()
        .bodyText()
        .startsWith("c2sp.org/tlog-proof@v1");
    assertThat(read("/" + entry + "/proof", officer)).hasStatus(404);
    assertThat(read("/" + entry + "/leaf", officer)).hasStatus(404);
  }

  private MvcTestResult read(String path, SignedIn who) {
    return mvc.perform(
        MockMvcRequestBuilders.get("/operations/" + operation + "/ledger" + path).with(by(who)));
  }

  private MvcTestResult post(String path, SignedIn who) {
    return mvc.perform(
        MockMvcRequestBuilders.post("/operations/" + operation + "/ledger" + path)
            .with(by(who))
            .with(csrf()));
  }

  private static RequestPostProcessor by(SignedIn who) {
    return authentication(
        UsernamePasswordAuthenticationToken.authenticated(
            who, null, AuthorityUtils.createAuthorityList("MEMBER")));
  }
}
