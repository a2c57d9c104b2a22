package dev.cordon.correspondence;

import dev.cordon.RefusedException;
import dev.cordon.access.AgencyId;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.OperationId;
import dev.cordon.correspondents.AgencyKeys;
import dev.cordon.correspondents.OwnKeys;
import dev.cordon.correspondents.Road;
import dev.cordon.exchange.Message;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Signs messages and lays them out for sending, in the caller's transaction. */
@Component
class Posting {

  private final JdbcClient jdbc;
  private final CurrentMember currentMember;
  private final AgencyKeys keys;
  private final OwnKeys ownKeys;
  private final Own own;

  Posting(JdbcClient jdbc, CurrentMember currentMember, AgencyKeys keys, OwnKeys ownKeys, Own own) {
    this.jdbc = jdbc;
    this.currentMember = currentMember;
    this.keys = keys;
    this.ownKeys = ownKeys;
    this.own = own;
  }

  /**
   * Which package a message is about.
   *
   * @param packageId here, for what the lead sends
   * @param received here, for what a recipient sends
   * @param operation of the agency that made it
   */
  record About(
      @Nullable UUID packageId,
      @Nullable UUID received,
      UUID operation,
      String number,
      int version,
      String manifestSha256) {}

  /** What a message says beyond that. */
  record Words(
      Message.Kind kind,
      @Nullable UUID subjectId,
      @Nullable String subject,
      @Nullable String outcome,
      @Nullable Integer amount,
      @Nullable String words) {}

  /** The keys of an agency that may be sealed to; refuses where there is none. */
  List<String> sealingKeys(OperationId operation, AgencyId peer) {
    List<String> recipients = keys.sealingKeys(operation, peer);
    if (recipients.isEmpty()) {
      throw new RefusedException(
          "No key of that agency was compared over a second channel. Enter its key card under Keys of"
              + " agencies, and have another person compare the fingerprint.");
    }
    return recipients;
  }

  /** How something goes to an agency when nobody says otherwise. */
  Way usual(OperationId operation, AgencyId peer) {
    return keys.road(operation, peer).filter(Road::sends).isPresent() ? Way.PUSH : Way.FILE;
  }

  /** Lays a released package out. */
  UUID postPackage(OperationId operation, AgencyId peer, About about, Way way) {
    UUID id = UUID.randomUUID();
    insert(operation, peer, id, "package", about, null, 0, null, about.manifestSha256(), way);
    return id;
  }

  /** Signs a message and lays it out; its id is also that of what it tells. */
  UUID postMessage(OperationId operation, AgencyId peer, About about, Words words) {
    String to = sealingKeys(operation, peer).getFirst();
    Long sequence =
        jdbc.sql(CorrespondenceSql.NEXT)
            .param("operation", operation.value())
            .param("peer", peer.value())
            .query(Long.class)
            .single();
    UUID id = UUID.randomUUID();
    String said = words.words() == null ? null : words.words().strip();
    Message message =
        new Message(
            words.kind(),
            about.operation(),
            to,
            id,
            Objects.requireNonNull(sequence),
            Instant.now().truncatedTo(ChronoUnit.SECONDS),
            about.number(),
            about.version(),
            about.manifestSha256(),
            null,
            words.subject(),
            words.outcome(),
            words.amount(),
            currentMember.get().displayName(),
            said == null || said.isEmpty() ? null : said);
    insert(
        operation,
        peer,
        id,
        words.kind().text(),
        about,
        words.subjectId(),
        sequence,
        ownKeys.sign(message.text()),
        message.sha256(),
        usual(operation, peer));
    return id;
  }

  private void insert(
      OperationId operation,
      AgencyId peer,
      UUID id,
      String kind,
      About about,
      @Nullable UUID subject,
      long sequence,
      @Nullable String note,
      String sha256,
      Way way) {
    jdbc.sql(CorrespondenceSql.ADD_OUTGOING)
        .param("id", id)
        .param("operation", operation.value())
        .param("agency", own.agency(operation).id().value())
        .param("peer", peer.value())
        .param("kind", kind)
        .param("package", about.packageId())
        .param("received", about.received())
        .param("subject", subject)
        .param("named", about.operation())
        .param("number", about.number())
        .param("version", about.version())
        .param("sequence", sequence)
        .param("note", note)
        .param("sha256", sha256)
        .param("way", way.text())
        .param("member", currentMember.member().value())
        .update();
  }
}
