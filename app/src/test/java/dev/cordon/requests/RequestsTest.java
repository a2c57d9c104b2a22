package dev.cordon.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.DatabaseTest;
import dev.cordon.access.NotPermittedException;
import dev.cordon.dispatch.Routing;
import dev.cordon.requests.RequestDraft.Selector;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class RequestsTest extends DatabaseTest {

  private static final LocalDate DUE = LocalDate.now(ZoneOffset.UTC).plusDays(30);

  @Autowired private Requests requests;
  @Autowired private RequestDrafting drafting;
  @Autowired private Routing routing;

  @Test
  void draft_betweenDenmarkAndGermany_proposesMutualLegalAssistance() {
    RequestDrafting.Drafted drafted =
        get(analyst, () -> drafting.draft(operation, draft("a@mail.example")));
    ProviderRequest request = get(analyst, () -> requests.get(operation, drafted.id()));
    assertThat(request.legalBasis()).startsWith("Mutual legal assistance");
    assertThat(request.state()).isEqualTo(RequestState.DRAFTED);
    assertThat(request.selectors()).isEqualTo(1);
    assertThat(drafted.warnings()).isEmpty();
  }

  @Test
  void draft_asSomebodyElseAsks_isWarnedWithoutAName() {
    get(officer, () -> drafting.draft(operation, draft("Same@Mail.example ")));
    List<String> warnings =
        get(analyst, () -> drafting.draft(operation, draft("same@mail.example"))).warnings();
    assertThat(warnings).singleElement().asString().contains("Another agency");
    List<String> own =
        get(analyst, () -> drafting.draft(operation, draft("same@mail.example"))).warnings();
    assertThat(own).anyMatch(warning -> warning.startsWith("Your agency"));
  }

  @Test
  void officer_seesTheOwnAgencysRequestsAlone() {
    UUID theirs = get(analyst, () -> drafting.draft(operation, draft("a@mail.example"))).id();
    UUID own = get(officer, () -> drafting.draft(operation, draft("b@mail.example"))).id();
    assertThat(get(officer, () -> requests.page(operation, true, 1).rows()))
        .extracting(ProviderRequest::id)
        .containsExactly(own);
    assertThatThrownBy(() -> get(officer, () -> requests.get(operation, theirs)))
        .isInstanceOf(NotPermittedException.class);
    assertThat(get(analyst, () -> requests.page(operation, true, 1).total())).isEqualTo(2);
  }

  @Test
  void act_dataThatExpiresFirst_isKeptBeforeItIsSent() {
    RequestDraft draft = draft("a@mail.example", DUE.minusDays(10));
    UUID id = get(analyst, () -> drafting.draft(operation, draft)).id();
    assertThatThrownBy(() -> step(id, RequestState.SENT)).hasMessageContaining("kept first");
    step(id, RequestState.PRESERVATION_ASKED);
    step(id, RequestState.SENT);
    assertThatThrownBy(() -> step(id, RequestState.DRAFTED)).hasMessageContaining("can not be");
    assertThatThrownBy(() -> step(id, RequestState.ANSWERED)).hasMessageContaining("as a source");
    step(id, RequestState.REFUSED);
    assertThat(get(analyst, () -> requests.steps(operation, id)))
        .extracting(Requests.Step::act)
        .containsExactly(
            RequestState.DRAFTED,
            RequestState.PRESERVATION_ASKED,
            RequestState.SENT,
            RequestState.REFUSED);
    assertThat(get(analyst, () -> requests.page(operation, true, 1).total())).isZero();
  }

  @Test
  void heldBy_numberOfNobody_isRefused() {
    assertThatThrownBy(() -> get(analyst, () -> drafting.heldBy(operation, "S-99999999")))
        .hasMessageContaining("no subject");
  }

  @Test
  void draft_withoutSelectorOrInThePast_isRefused() {
    RequestDraft none =
        new RequestDraft("Bank", ProviderKind.BANK, "DK", "DE", "", "who", DUE, null, List.of());
    assertThatThrownBy(() -> get(analyst, () -> drafting.draft(operation, none)))
        .hasMessageContaining("selector");
    RequestDraft nowhere =
        new RequestDraft(
            "Bank",
            ProviderKind.BANK,
            "DK",
            "QQ",
            "",
            "who",
            DUE,
            null,
            List.of(new Selector("email", "a@mail.example", "")));
    assertThatThrownBy(() -> get(analyst, () -> drafting.draft(operation, nowhere)))
        .hasMessageContaining("ISO 3166-1");
  }

  @Test
  void routingRules_refuseWhatIsTakenAndForeignParts() {
    UUID first = get(coordinator, () -> routing.add(operation, lead, "", "", "national unit"));
    assertThatThrownBy(
            () -> get(coordinator, () -> routing.add(operation, lead, "", "", "a second one")))
        .hasMessageContaining("already");
    assertThatThrownBy(
            () -> get(coordinator, () -> routing.add(operation, lead, "GB-SCT", "AB", "no part")))
        .hasMessageContaining("no part of");
    get(coordinator, () -> routing.add(operation, lead, "", "2100, 22", "the capital"));
    assertThatThrownBy(
            () -> get(coordinator, () -> routing.add(operation, lead, "", "2100", "taken")))
        .hasMessageContaining("2100 goes to");
    as(coordinator, () -> routing.end(operation, first, "reorganised"));
    assertThat(get(coordinator, () -> routing.rules(operation))).hasSize(1);
  }

  private void step(UUID id, RequestState next) {
    as(analyst, () -> requests.act(operation, id, next, "noted", null));
  }

  private static RequestDraft draft(String mail) {
    return draft(mail, null);
  }

  private static RequestDraft draft(String mail, @Nullable LocalDate expires) {
    return new RequestDraft(
        "Mail Company",
        ProviderKind.MAIL,
        "DK",
        "DE",
        "",
        "Who holds the mailbox?",
        DUE,
        expires,
        List.of(new Selector("email", mail, "")));
  }
}
