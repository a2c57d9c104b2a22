package dev.cordon.correspondence;

import dev.cordon.Columns;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.OperationId;
import dev.cordon.correspondents.AgencyKeys;
import dev.cordon.correspondents.OwnKeys;
import dev.cordon.correspondents.PeerKey;
import dev.cordon.dispatch.Outcome;
import dev.cordon.exchange.Message;
import dev.cordon.kernel.KernelException;
import dev.cordon.kernel.merkle.Note;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Checks a signed message and takes it in, once: by its id, its place in the sender's sequence and
 * its digest. The caller's transaction holds all of it.
 */
@Component
class MessageArrivals {

  private final JdbcClient jdbc;
  private final CurrentMember currentMember;
  private final Ledger ledger;
  private final AgencyKeys keys;
  private final OwnKeys ownKeys;
  private final Own own;
  private final ArrivalReceipts receipts;

  MessageArrivals(
      JdbcClient jdbc,
      CurrentMember currentMember,
      Ledger ledger,
      AgencyKeys keys,
      OwnKeys ownKeys,
      Own own,
      ArrivalReceipts receipts) {
    this.jdbc = jdbc;
    this.currentMember = currentMember;
    this.ledger = ledger;
    this.keys = keys;
    this.ownKeys = ownKeys;
    this.own = own;
    this.receipts = receipts;
  }

  private record Opened(PeerKey signer, Message message, String note) {}

  private record Sent(UUID id, String kind, @Nullable UUID packageId) {}

  /**
   * Takes a message in.
   *
   * @param sealed whether it came sealed; in the clear only receipts are taken
   */
  Arrival take(OperationId operation, String note, Way way, boolean sealed) {
    Opened opened = opened(operation, note);
    Message message = opened.message();
    if (!sealed && message.kind() != Message.Kind.RECEIPT) {
      throw new ArrivalRefusedException("sealed to this key", "a message came in the clear");
    }
    return switch (message.kind()) {
      case RECEIPT -> receipt(operation, opened);
      case OUTCOME -> outcome(operation, opened, way);
      case RECALL, CORRECTION -> notice(operation, opened, way);
    };
  }

  private Opened opened(OperationId operation, String note) {
    PeerKey signer =
        keys.all(operation).stream()
            .filter(key -> isBy(key, note))
            .findFirst()
            .orElseThrow(() -> new ArrivalRefusedException("signature", "no known key signed it"));
    Trust.require(signer);
    Message message = Message.read(new Note(note).open(signer.noteKey()));
    if (!ownKeys.isOwn(message.to())) {
      throw new ArrivalRefusedException("recipient", "it is for somebody else");
    }
    boolean ofOurs = message.operation().equals(operation.value());
    if (!ofOurs && !message.operation().equals(signer.peerOperation())) {
      throw new ArrivalRefusedException("operation", "it is of another operation");
    }
    return new Opened(signer, message, note);
  }

  private static boolean isBy(PeerKey key, String note) {
    try {
      return !new Note(note).open(key.noteKey()).isEmpty();
    } catch (KernelException other) {
      return false;
    }
  }

  private Arrival receipt(OperationId operation, Opened opened) {
    Message message = opened.message();
    Sent sent =
        jdbc.sql(CorrespondenceSql.BY_DIGEST)
            .param("operation", operation.value())
            .param("peer", opened.signer().peer().value())
            .param("sha256", message.aboutSha256())
            .query((row, number) ->
                new Sent(
                    Columns.uuid(row, "id"),
                    row.getString("kind"),
                    row.getObject("package_id", UUID.class)))
            .optional()
            .orElseThrow(() ->
                new ArrivalRefusedException(
                    "content", "it is for something that was not sent to that agency"));
    int added =
        jdbc.sql(CorrespondenceSql.ADD_RECEIPT)
            .param("id", sent.id())
            .param("operation", operation.value())
            .param("note", opened.note())
            .param("key", opened.signer().id())
            .param("saidAt", Columns.parameter(message.at()))
            .param("member", currentMember.member().value())
            .update();
    if (added > 0) {
      if (sent.kind().equals("package")) {
        String unused =
            jdbc.sql(CorrespondenceSql.MERGE_RECEIPT)
                .param("operation", operation.value())
                .param("id", sent.id())
                .param("teller", message.by())
                .param("saidAt", Columns.parameter(message.at()))
                .query(String.class)
                .single();
      }
      ledger.append(
          Entry.of(operation, Act.COLLECTION, "receipt-taken", "a signed receipt was taken in")
              .touching(sent.id(), "sha256 " + message.sha256()));
    }
    return new Arrival(
        added > 0
            ? "The receipt of " + message.packageNumber() + " holds and is kept."
            : "This receipt was here already; nothing was changed.",
        added > 0,
        Optional.empty(),
        "");
  }

  private Arrival outcome(OperationId operation, Opened opened, Way way) {
    Message message = opened.message();
    if (!message.operation().equals(operation.value())) {
      throw new ArrivalRefusedException("operation", "only the agency that made it takes outcomes");
    }
    Outcome outcome =
        Outcome.find(String.valueOf(message.outcome()))
            .orElseThrow(() ->
                new ArrivalRefusedException("format", "its outcome is not one this version knows"));
    UUID about = sentPackage(operation, opened);
    UUID subject = message.subject() == null ? null : subject(about, message.subject());
    if (!isNew(operation, opened, way)) {
      return repeated(opened);
    }
    Boolean merged =
        jdbc.sql(CorrespondenceSql.MERGE_OUTCOME)
            .param("operation", operation.value())
            .param("peer", opened.signer().peer().value())
            .param("message", message.id())
            .param("package", about)
            .param("subject", subject)
            .param("outcome", outcome.text())
            .param("amount", message.amount())
            .param("words", message.words())
            .param("teller", message.by())
            .param("saidAt", Columns.parameter(message.at()))
            .query(Boolean.class)
            .single();
    if (!Boolean.TRUE.equals(merged)) {
      throw new ArrivalRefusedException("content", "its package is not held by that agency");
    }
    enter(operation, opened, "outcome-taken", outcome.text(), about);
    return taken(
        opened, "What came of " + message.packageNumber() + " is noted.", Optional.empty());
  }

  private UUID sentPackage(OperationId operation, Opened opened) {
    Message message = opened.message();
    return jdbc.sql(CorrespondenceSql.SENT_HERE)
        .param("operation", operation.value())
        .param("peer", opened.signer().peer().value())
        .param("number", message.packageNumber())
        .param("version", message.version())
        .param("sha256", message.manifestSha256())
        .query(UUID.class)
        .optional()
        .orElseThrow(() ->
            new ArrivalRefusedException(
                "content", "it is about a package that was not released to that agency"));
  }

  private UUID subject(UUID about, String number) {
    return jdbc.sql(CorrespondenceSql.SENT_SUBJECT)
        .param("package", about)
        .param("number", number)
        .query(UUID.class)
        .optional()
        .orElseThrow(() ->
            new ArrivalRefusedException(
                "content", "subject " + number + " is not in the package it speaks of"));
  }

  private Arrival notice(OperationId operation, Opened opened, Way way) {
    Message message = opened.message();
    UUID about =
        jdbc.sql(ReceivedSql.ABOUT)
            .param("operation", operation.value())
            .param("peer", opened.signer().peer().value())
            .param("number", message.packageNumber())
            .param("version", message.version())
            .param("sha256", message.manifestSha256())
            .query(UUID.class)
            .optional()
            .orElseThrow(() ->
                ArrivalRefusedException.notYet(
                    "content",
                    "package "
                        + message.packageNumber()
                        + ", version "
                        + message.version()
                        + ", is not here. Take the package in first, then this once more"));
    if (!isNew(operation, opened, way)) {
      return repeated(opened);
    }
    jdbc.sql(ReceivedSql.NOTICE)
        .param("id", message.id())
        .param("received", about)
        .param("operation", operation.value())
        .param("agency", own.agency(operation).id().value())
        .param("kind", message.kind().text())
        .param("subject", message.subject())
        .param("words", message.words() == null ? "no reason given" : message.words())
        .param("by", message.by())
        .param("at", Columns.parameter(message.at()))
        .update();
    enter(operation, opened, message.kind().text() + "-taken", "told by the sender", about);
    return taken(
        opened,
        "Package "
            + message.packageNumber()
            + (message.kind() == Message.Kind.RECALL
                ? " was called back by its sender; it is marked so."
                : " was corrected by its sender; it is marked so."),
        Optional.of(about));
  }

  private boolean isNew(OperationId operation, Opened opened, Way way) {
    Message message = opened.message();
    int added =
        jdbc.sql(CorrespondenceSql.ADD_INCOMING)
            .param("id", message.id())
            .param("operation", operation.value())
            .param("agency", own.agency(operation).id().value())
            .param("peer", opened.signer().peer().value())
            .param("key", opened.signer().id())
            .param("kind", message.kind().text())
            .param("sequence", message.sequence())
            .param("sha256", message.sha256())
            .param("note", opened.note())
            .param("way", way.text())
            .param("member", currentMember.member().value())
            .update();
    if (added > 0) {
      return true;
    }
    List<String> known =
        jdbc.sql(CorrespondenceSql.KNOWN_INCOMING)
            .param("operation", operation.value())
            .param("peer", opened.signer().peer().value())
            .param("id", message.id())
            .param("sequence", message.sequence())
            .query(String.class)
            .list();
    if (!known.equals(List.of(message.sha256()))) {
      throw new ArrivalRefusedException(
          "sequence",
          "another message with its id or at its place "
              + message.sequence()
              + " was taken in before");
    }
    return false;
  }

  private void enter(OperationId operation, Opened opened, String what, String words, UUID about) {
    ledger.append(
        Entry.of(operation, Act.COLLECTION, what, words)
            .touching(about, opened.message().id(), "sha256 " + opened.message().sha256()));
  }

  private Arrival repeated(Opened opened) {
    return new Arrival(
        "This message was here already; nothing was changed.",
        false,
        Optional.empty(),
        receiptFor(opened));
  }

  private Arrival taken(Opened opened, String what, Optional<UUID> about) {
    return new Arrival(what, true, about, receiptFor(opened));
  }

  private String receiptFor(Opened opened) {
    return receipts.forMessage(
        opened.signer(),
        opened.message(),
        Instant.now().truncatedTo(ChronoUnit.SECONDS),
        currentMember.get().displayName());
  }
}
