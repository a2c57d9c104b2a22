package dev.cordon.requests;

import dev.cordon.RefusedException;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import dev.cordon.reference.CountryCodes;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Drafts requests to providers with legal basis and channel, and warns where the same is asked
 * already. Nothing leaves by a draft.
 */
@Service
@Transactional
public class RequestDrafting {

  private static final int MOST_OFFERED = 200;
  private static final Map<String, String> SELECTOR_KINDS =
      Map.of(
          "EMAIL", "email",
          "RECOVERY_EMAIL", "email",
          "PHONE", "phone",
          "ADDRESS_IP", "ip",
          "CARD", "card",
          "WALLET", "wallet",
          "DEVICE", "device");

  private final JdbcClient jdbc;
  private final Access access;
  private final CurrentMember currentMember;
  private final Requests requests;
  private final Ledger ledger;
  private final Channels channels = Channels.shipped();

  RequestDrafting(
      JdbcClient jdbc,
      Access access,
      CurrentMember currentMember,
      Requests requests,
      Ledger ledger) {
    this.ledger = ledger;
    this.jdbc = jdbc;
    this.access = access;
    this.currentMember = currentMember;
    this.requests = requests;
  }

  /**
   * What was drafted.
   *
   * @param warnings that the same is asked already; who asks is not said
   */
  public record Drafted(UUID id, String number, List<String> warnings) {

    /** Copies the list. */
    public Drafted {
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * What the records of a subject hold that a provider can be asked about, at most {@value
   * #MOST_OFFERED}; reading it is an entry.
   *
   * @param number of the subject
   */
  public List<RequestDraft.Selector> heldBy(OperationId operation, String number) {
    access.require(operation, Area.REQUESTS, Right.WRITE);
    String plain = number.strip().toUpperCase(Locale.ROOT);
    UUID subject = subject(operation, plain);
    if (subject == null) {
      return List.of();
    }
    ledger.append(
        Entry.of(operation, Act.CONSULTATION, "subject", "selectors for a request")
            .touching(subject));
    return jdbc.sql(RequestSql.SELECTORS_OF)
        .param("operation", operation.value())
        .param("number", plain)
        .param("limit", MOST_OFFERED)
        .query((row, index) ->
            new RequestDraft.Selector(
                SELECTOR_KINDS.getOrDefault(row.getString("kind"), "account"),
                row.getString("value"),
                plain))
        .list();
  }

  /** The ways proposed for two countries. */
  public Channels channels() {
    return channels;
  }

  /** Drafts a request; nothing leaves by it. */
  public Drafted draft(OperationId operation, RequestDraft draft) {
    access.require(operation, Area.REQUESTS, Right.WRITE);
    check(draft);
    Channels.Rule way = channels.between(draft.fromCountry(), draft.toCountry());
    String basis = draft.legalBasis().isBlank() ? way.basis() : draft.legalBasis();
    if (basis.isBlank()) {
      throw new RefusedException(
          "No legal basis is known from "
              + draft.fromCountry()
              + " to "
              + draft.toCountry()
              + "; state one.");
    }
    List<String> warnings = warnings(operation, draft.selectors());
    UUID id = UUID.randomUUID();
    // Not counted through: a running number would tell one agency how much others ask.
    String number = "R-" + id.toString().substring(0, 8).toUpperCase(Locale.ROOT);
    jdbc.sql(RequestSql.ADD)
        .param("id", id)
        .param("operation", operation.value())
        .param("number", number)
        .param("provider", draft.provider())
        .param("kind", draft.kind().text())
        .param("from", draft.fromCountry())
        .param("to", draft.toCountry())
        .param("basis", basis)
        .param("channel", way.channel())
        .param("asks", draft.asks())
        .param("due", draft.dueOn())
        .param("expires", draft.dataExpiresOn())
        .param("member", currentMember.member().value())
        .update();
    draft.selectors().forEach(selector -> add(operation, id, selector));
    requests.note(operation, id, RequestState.DRAFTED, draft.asks(), null);
    return new Drafted(id, number, warnings);
  }

  private static void check(RequestDraft draft) {
    if (!CountryCodes.isCountry(draft.fromCountry())
        || !CountryCodes.isCountry(draft.toCountry())) {
      throw new RefusedException("Both countries are codes of ISO 3166-1, such as DK.");
    }
    if (draft.selectors().isEmpty()) {
      throw new RefusedException("Name at least one selector the provider is asked about.");
    }
    if (draft.dueOn().isBefore(LocalDate.now(ZoneOffset.UTC))) {
      throw new RefusedException("The answer can not be due in the past: " + draft.dueOn() + ".");
    }
  }

  private List<String> warnings(OperationId operation, List<RequestDraft.Selector> selectors) {
    String[] digests =
        selectors.stream()
            .map(selector -> PlainSelector.digest(selector.kind(), selector.value()))
            .toArray(String[]::new);
    List<String> elsewhere = asked(operation, digests, RequestSql.ASKED_ELSEWHERE);
    List<String> here = asked(operation, digests, RequestSql.ASKED_HERE);
    List<String> ours = new ArrayList<>();
    List<String> theirs = new ArrayList<>();
    for (int index = 0; index < digests.length; index++) {
      if (here.contains(digests[index])) {
        ours.add(selectors.get(index).value());
      }
      if (elsewhere.contains(digests[index])) {
        theirs.add(selectors.get(index).value());
      }
    }
    List<String> warnings = new ArrayList<>();
    if (!ours.isEmpty()) {
      warnings.add(
          "Your agency asks in an open request already about " + String.join(", ", ours) + ".");
    }
    if (!theirs.isEmpty()) {
      warnings.add(
          "Another agency asks already about "
              + String.join(", ", theirs)
              + "; the coordinator knows which.");
    }
    return warnings;
  }

  private List<String> asked(OperationId operation, String[] digests, String sql) {
    return jdbc.sql(sql)
        .param("operation", operation.value())
        .param("digests", digests)
        .query(String.class)
        .list();
  }

  private void add(OperationId operation, UUID request, RequestDraft.Selector selector) {
    jdbc.sql(RequestSql.ADD_SELECTOR)
        .param("request", request)
        .param("operation", operation.value())
        .param("kind", selector.kind())
        .param("value", selector.value())
        .param("digest", PlainSelector.digest(selector.kind(), selector.value()))
        .param("subject", subject(operation, selector.subject()))
        .update();
  }

  private @Nullable UUID subject(OperationId operation, String number) {
    if (number.isBlank()) {
      return null;
    }
    return jdbc.sql(RequestSql.SUBJECT)
        .param("operation", operation.value())
        .param("number", number.strip().toUpperCase(Locale.ROOT))
        .query(UUID.class)
        .optional()
        .orElseThrow(() -> new RefusedException("There is no subject " + number + " here."));
  }
}
