package dev.cordon.correspondents;

import dev.cordon.Columns;
import dev.cordon.Page;
import dev.cordon.RefusedException;
import dev.cordon.access.Access;
import dev.cordon.access.AgencyId;
import dev.cordon.access.Area;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.exchange.ExchangeException;
import dev.cordon.exchange.KeyCard;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Other agencies' keys and servers, as members announce, compare, retire and revoke them.
 *
 * <p>Promises: a key counts only after a second person entered the fingerprint heard over a second
 * channel, and it is the key's; each act is a named person's and an entry. The database holds the
 * two persons, too.
 */
@Service
@Transactional
public class Correspondents {

  private final JdbcClient jdbc;
  private final Access access;
  private final CurrentMember currentMember;
  private final Ledger ledger;
  private final OwnKeys own;
  private final AgencyKeys keys;

  Correspondents(
      JdbcClient jdbc,
      Access access,
      CurrentMember currentMember,
      Ledger ledger,
      OwnKeys own,
      AgencyKeys keys) {
    this.jdbc = jdbc;
    this.access = access;
    this.currentMember = currentMember;
    this.ledger = ledger;
    this.own = own;
    this.keys = keys;
  }

  private record Named(UUID id, String name, String country) {}

  /**
   * Enters the keys on a card. Nothing is sealed to them and nothing they signed is taken in before
   * another member has compared the fingerprint.
   *
   * @param card the signed text, as the agency handed it over
   * @param words how it came
   */
  public UUID announce(OperationId operation, AgencyId peer, String card, String words) {
    requireWhole(operation, Right.WRITE);
    KeyCard read = card(card);
    requireOf(peer, read);
    UUID id = UUID.randomUUID();
    int added =
        jdbc.sql(CorrespondentSql.ANNOUNCE)
            .param("id", id)
            .param("operation", operation.value())
            .param("peer", peer.value())
            .param("noteKey", read.noteKey())
            .param("ageRecipient", read.ageRecipient())
            .param("peerOperation", read.operation())
            .param("peerSender", read.sender())
            .param("ourId", read.recipient())
            .param("address", read.address())
            .param("words", words.strip())
            .param("member", currentMember.member().value())
            .update();
    if (added == 0) {
      throw new RefusedException(
          "These keys are in the directory already. Compare their fingerprint there.");
    }
    ledger.append(
        Entry.of(operation, Act.DECISION, "key-announced", words.strip())
            .to(peer)
            .touching(id, read.fingerprint()));
    return id;
  }

  private static KeyCard card(String text) {
    try {
      return KeyCard.read(text.replace("\r\n", "\n").strip() + "\n");
    } catch (ExchangeException malformed) {
      throw new RefusedException(
          "This is no whole key card: "
              + malformed.getMessage()
              + ". Paste the card as the agency's server shows it, from its first line to its last.");
    }
  }

  private void requireOf(AgencyId peer, KeyCard card) {
    Named agency =
        jdbc.sql(CorrespondentSql.AGENCY)
            .param("agency", peer.value())
            .query((row, number) ->
                new Named(peer.value(), row.getString("name"), row.getString("country")))
            .optional()
            .orElseThrow(NotPermittedException::new);
    if (own.isOwn(card.ageRecipient())) {
      throw new RefusedException("This is the card of this server itself.");
    }
    if (!card.country().equals(agency.country())) {
      throw new RefusedException(
          "The card is of an agency of "
              + card.country()
              + ", "
              + agency.name()
              + " is of "
              + agency.country()
              + ". Choose the agency the card names, "
              + card.agency()
              + ".");
    }
  }

  /**
   * Says that the fingerprint was compared over a second channel.
   *
   * @param heard the eight groups as they were read aloud
   * @param how over which channel
   * @param spokenWith who at the agency read them
   */
  public void verify(OperationId operation, UUID key, String heard, String how, String spokenWith) {
    requireWhole(operation, Right.WRITE);
    PeerKey announced = get(operation, key);
    if (announced.state() != PeerKey.State.ANNOUNCED) {
      throw new RefusedException("This key is " + announced.state().words() + " already.");
    }
    if (announcer(operation, key).equals(currentMember.member().value())) {
      throw new RefusedException(
          "You entered this key yourself. Another person has to compare its fingerprint.");
    }
    if (!digits(heard).equals(digits(announced.fingerprint()))) {
      throw new RefusedException(
          "That is not this key's fingerprint. Nothing was changed: have it read again, and if it"
              + " stays different, treat the card as forged.");
    }
    act(operation, key, "verified", how, spokenWith);
    ledger.append(
        Entry.of(
                operation,
                Act.DECISION,
                "key-verified",
                how.strip() + "; with " + spokenWith.strip())
            .to(announced.peer())
            .touching(key, announced.fingerprint()));
  }

  private static String digits(String groups) {
    return groups.replaceAll("\\D", "");
  }

  private UUID announcer(OperationId operation, UUID key) {
    return jdbc.sql(CorrespondentSql.ANNOUNCER)
        .param("operation", operation.value())
        .param("key", key)
        .query(UUID.class)
        .single();
  }

  /** Says that another key followed: no more is sealed to it, what it signed before counts. */
  public void retire(OperationId operation, UUID key, String reason) {
    requireWhole(operation, Right.WRITE);
    PeerKey inUse = get(operation, key);
    if (inUse.state() != PeerKey.State.VERIFIED) {
      throw new RefusedException("This key is " + inUse.state().words() + ", not in use.");
    }
    act(operation, key, "retired", reason, null);
    ledger.append(
        Entry.of(operation, Act.DECISION, "key-retired", reason).to(inUse.peer()).touching(key));
  }

  /** Says that a key is or may be in wrong hands: nothing it signs is taken in from now on. */
  public void revoke(OperationId operation, UUID key, String reason) {
    requireWhole(operation, Right.WRITE);
    PeerKey known = get(operation, key);
    if (known.state() == PeerKey.State.REVOKED) {
      throw new RefusedException("This key is revoked already.");
    }
    act(operation, key, "revoked", reason, null);
    ledger.append(
        Entry.of(operation, Act.DECISION, "key-revoked", reason).to(known.peer()).touching(key));
  }

  private void act(
      OperationId operation, UUID key, String act, String words, @Nullable String spokenWith) {
    int added =
        jdbc.sql(CorrespondentSql.ACT)
            .param("id", UUID.randomUUID())
            .param("key", key)
            .param("operation", operation.value())
            .param("act", act)
            .param("words", words.strip())
            .param("spokenWith", spokenWith == null ? null : spokenWith.strip())
            .param("member", currentMember.member().value())
            .update();
    if (added == 0) {
      throw new RefusedException("Somebody else was faster; look at the key again.");
    }
  }

  /**
   * Says how an agency's server is reached and what is allowed on the way; the last word counts.
   */
  public void setRoad(
      OperationId operation,
      AgencyId peer,
      @Nullable String address,
      @Nullable String authority,
      boolean sends,
      boolean takes,
      String reason) {
    requireWhole(operation, Right.WRITE);
    RoadRules.require(address, authority, sends);
    if (keys.of(operation, peer).isEmpty()) {
      throw new RefusedException("No key of that agency is known. Enter its key card first.");
    }
    jdbc.sql(CorrespondentSql.SET_ROAD)
        .param("id", UUID.randomUUID())
        .param("operation", operation.value())
        .param("peer", peer.value())
        .param("address", address)
        .param("authority", authority)
        .param("sends", sends)
        .param("takes", takes)
        .param("reason", reason.strip())
        .param("member", currentMember.member().value())
        .update();
    ledger.append(
        Entry.of(
                operation,
                Act.DECISION,
                "road",
                (sends ? "sends" : "does not send")
                    + (takes ? ", takes: " : ", does not take: ")
                    + reason.strip())
            .to(peer));
  }

  // Who works for one agency only has nothing to decide about the keys of others.
  private void requireWhole(OperationId operation, Right right) {
    if (!access.holdsForWhole(operation, Area.CORRESPONDENCE, right)) {
      throw new NotPermittedException();
    }
  }

  /** One page of the keys, by agency. */
  @Transactional(readOnly = true)
  public Page<PeerKey> page(OperationId operation, int page) {
    requireWhole(operation, Right.READ);
    return new Page<>(
        jdbc.sql(CorrespondentSql.PAGE)
            .param("operation", operation.value())
            .param("limit", Page.SIZE)
            .param("offset", Page.offset(page))
            .query(PeerRows::key)
            .list(),
        page,
        jdbc.sql(CorrespondentSql.COUNT)
            .param("operation", operation.value())
            .query(Long.class)
            .single());
  }

  /** One key. */
  @Transactional(readOnly = true)
  public PeerKey get(OperationId operation, UUID key) {
    return keys.find(operation, key).orElseThrow(NotPermittedException::new);
  }

  /**
   * The own card, signed, to hand to another agency.
   *
   * @param peer for whom it is, so that it knows whom packages from here name; null for nobody in
   *     particular, who can then not be sent packages
   */
  @Transactional(readOnly = true)
  public String ownCard(OperationId operation, @Nullable AgencyId peer) {
    requireWhole(operation, Right.READ);
    Named lead =
        jdbc.sql(CorrespondentSql.LEAD)
            .param("operation", operation.value())
            .query((row, number) ->
                new Named(Columns.uuid(row, "id"), row.getString("name"), row.getString("country")))
            .single();
    OwnKeys.Shown mine = own.current();
    return own.sign(
        new KeyCard(
                lead.name(),
                lead.country(),
                mine.noteKey().text(),
                mine.ageRecipient(),
                null,
                peer == null ? null : lead.id(),
                peer == null ? null : operation.value(),
                peer == null ? null : peer.value())
            .text());
  }
}
