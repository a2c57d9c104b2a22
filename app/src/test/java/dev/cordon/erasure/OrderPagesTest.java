package dev.cordon.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.cordon.access.SignedIn;
import dev.cordon.ledger.internal.Sequencer;
import dev.cordon.resolution.Subject;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The pages of an order, as the officer and the coordinator see them. */
class OrderPagesTest extends ErasureCase {

  @Autowired private MockMvcTester mvc;
  @Autowired private Sequencer sequencer;

  @Test
  void order_isEnteredSeenApprovedAndCertifiedOnPages() {
    Subject subject = confirmed("1");
    String list = "/operations/" + operation + "/erasure/orders";
    assertThat(read(list, guardian)).hasStatusOk().bodyText().contains("No order has been entered");
    assertThat(read(list, coordinator)).hasStatusOk().bodyText().doesNotContain("Enter an order");
    assertThat(read(list, analyst)).hasStatus(404);

    MvcTestResult wrong = enter(list, "S-0000000");
    assertThat(wrong.getMvcResult().getFlashMap().get("problem").toString())
        .contains("There is no subject");
    MvcTestResult entered = enter(list, subject.number());
    String page = String.valueOf(entered.getResponse().getRedirectedUrl());
    assertThat(read(page, guardian))
        .hasStatusOk()
        .bodyText()
        .contains("What it concerns", "wp_users", "Ask for approval")
        .doesNotContain(mark, subject.number());
    ErasureOrder order = get(guardian, () -> orders.page(operation, 1)).rows().getFirst();
    carriedOut(order);
    assertThat(read(page, coordinator))
        .hasStatusOk()
        .bodyText()
        .contains("What happened", "carried out", "Certify what happened");
    assertThat(
            mvc.perform(
                MockMvcRequestBuilders.post(page + "/certificate").with(by(guardian)).with(csrf())))
        .hasRedirectedUrl(page + "/certificate");
    sequencer.sequence();
    assertThat(read(page + "/certificate", guardian))
        .hasStatusOk()
        .bodyText()
        .contains("What remains", "write-ahead log", "salt destroyed")
        .doesNotContain(mark, subject.number());
    assertThat(read(page + "/certificate.json", coordinator))
        .hasStatusOk()
        .bodyText()
        .contains("cordon-erasure-certificate 1");
    assertThat(read(list, guardian)).bodyText().contains("certified");
    String source =
        get(analyst, () -> sources.named(operation, "shop.sql")).orElseThrow().id().toString();
    assertThat(read("/operations/" + operation + "/sources/" + source, analyst))
        .hasStatusOk()
        .bodyText()
        .contains("Restricted and erased by order", order.number());
  }

  private MvcTestResult enter(String list, String whom) {
    return mvc.perform(
        MockMvcRequestBuilders.post(list)
            .param("kind", "ERASURE")
            .param("authority", "Court of Example")
            .param("reference", "Order 77")
            .param("orderedOn", "2026-03-01")
            .param("legalBasis", "Directive (EU) 2016/680 Art. 16")
            .param("by", "SUBJECT")
            .param("whom", whom)
            .with(by(guardian))
            .with(csrf()));
  }

  private MvcTestResult read(String page, SignedIn reader) {
    return mvc.perform(MockMvcRequestBuilders.get(page).accept("text/html,*/*").with(by(reader)));
  }

  private static RequestPostProcessor by(SignedIn member) {
    return authentication(
        UsernamePasswordAuthenticationToken.authenticated(
            member, null, AuthorityUtils.createAuthorityList("MEMBER")));
  }
}
