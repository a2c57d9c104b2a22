package dev.cordon.correspondence;

import dev.cordon.Columns;
import dev.cordon.Page;
import dev.cordon.RefusedException;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.correspondents.AgencyKeys;
import dev.cordon.correspondents.Road;
import dev.cordon.dispatch.IntelligencePackage;
import dev.cordon.dispatch.IntelligencePackages;
import dev.cordon.dispatch.PackageCopies;
import dev.cordon.dispatch.PackageId;
import dev.cordon.dispatch.PackageRecalled;
import dev.cordon.exchange.Message;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What goes to other agencies: released packages, and messages about them, as sealed files or from
 * server to server.
 *
 * <p>Promises: nothing is sealed to a key nobody compared; each thing sent stands here with its
 * attempts and its receipt; a recall of a package that was sent is told by itself.
 */
@Service
@Transactional
public class Sending {

  private final JdbcClient jdbc;
  private final Access access;
  private final Ledger ledger;
  private final IntelligencePackages packages;
  private final PackageCopies copies;
  private final AgencyKeys keys;
  private final Posting posting;
  private final SealedFiles sealedFiles;
  private final Own own;

  Sending(
      JdbcClient jdbc,
      Access access,
      Ledger ledger,
      IntelligencePackages packages,
      PackageCopies copies,
      AgencyKeys keys,
      Posting posting,
      SealedFiles sealedFiles,
      Own own) {
    this.jdbc = jdbc;
    this.access = access;
    this.ledger = ledger;
    this.packages = packages;
    this.copies = copies;
    this.keys = keys;
    this.posting = posting;
    this.sealedFiles = sealedFiles;
    this.own = own;
  }

  /** A sealed file and what to call it. */
  public record SealedFile(String name, byte[] bytes) {}

  /** Sends a released package to its recipient, on a way; once. */
  public UUID send(OperationId operation, PackageId id, Way way) {
    access.require(operation, Area.PACKAGES, Right.RELEASE);
    IntelligencePackage released = packages.get(operation, id);
    String digest = released.manifestSha256();
    if (digest == null || released.act().recalledAt() != null) {
      throw new RefusedException(
          "Package "
              + released.number()
              + " is "
              + released.state().name().toLowerCase(java.util.Locale.ROOT)
              + "; only a released one is sent.");
    }
    List<String> unused = posting.sealingKeys(operation, released.recipient());
    if (way == Way.PUSH
        && keys.road(operation, released.recipient()).filter(Road::sends).isEmpty()) {
      throw new RefusedException(
          "This server does not send to "
              + released.recipientName()
              + " by itself. Allow it under Keys of agencies, or take the package out as a file.");
    }
    Optional<UUID> before = sent(operation, id);
    if (before.isPresent()) {
      throw new RefusedException(
          "Package "
              + released.number()
              + " was sent already; see what became of it, and try it again there.");
    }
    var whole = copies.bag(operation, id);
    if (whole.isEmpty()) {
      throw new IllegalStateException("a bag is never empty");
    }
    UUID sending =
        posting.postPackage(operation, released.recipient(), about(released, digest), way);
    ledger.append(
        Entry.of(
                operation,
                Act.DISCLOSURE,
                "package-sent",
                way == Way.PUSH ? "from server to server" : "as a sealed file")
            .to(released.recipient())
            .touching(id, sending));
    return sending;
  }

  private Optional<UUID> sent(OperationId operation, PackageId id) {
    return jdbc.sql(CorrespondenceSql.SENT_PACKAGE)
        .param("operation", operation.value())
        .param("package", id.value())
        .query(UUID.class)
        .optional();
  }

  private static Posting.About about(IntelligencePackage released, String digest) {
    return new Posting.About(
        released.id().value(),
        null,
        released.operation().value(),
        released.number(),
        released.version(),
        digest);
  }

  /** A recall is told to whom the package was sent, in the transaction of the recall. */
  @EventListener
  void on(PackageRecalled recalled) {
    if (sent(recalled.operation(), recalled.packageId()).isEmpty()) {
      return;
    }
    UUID unused =
        tell(
            recalled.operation(),
            recalled.packageId(),
            new Posting.Words(Message.Kind.RECALL, null, null, null, null, recalled.reason()));
  }

  /** Signs a message to the recipient of a package. */
  UUID tell(OperationId operation, PackageId id, Posting.Words words) {
    IntelligencePackage released = packages.get(operation, id);
    String digest = released.manifestSha256();
    if (digest == null) {
      throw new RefusedException("Package " + released.number() + " was never released.");
    }
    UUID message =
        posting.postMessage(operation, released.recipient(), about(released, digest), words);
    ledger.append(
        Entry.of(
                operation,
                Act.DISCLOSURE,
                words.kind().text() + "-sent",
                "signed for the recipient")
            .to(released.recipient())
            .touching(id, message));
    return message;
  }

  /** Whether a package was sent to another server or as a file. */
  @Transactional(readOnly = true)
  public boolean wasSent(OperationId operation, PackageId id) {
    return sent(operation, id).isPresent();
  }

  /** Takes something sent out as a sealed file, to travel by any channel. */
  public SealedFile file(OperationId operation, UUID id) {
    Own.Agency unused = own.require(operation, Right.WRITE);
    Outgoing sending = get(operation, id);
    byte[] bytes = sealed(operation, sending);
    attempt(operation, id, "taken_out", "as a sealed file", null);
    ledger.append(
        Entry.of(operation, Act.DISCLOSURE, "sealed-file", "taken out: " + sending.what())
            .to(sending.peer())
            .touching(id));
    return new SealedFile(
        sending.packageNumber()
            + "-v"
            + sending.packageVersion()
            + (sending.note() == null ? "" : "-" + sending.kind() + "-" + sending.sequence())
            + ".tar.age",
        bytes);
  }

  /** What is sent, sealed anew for the keys that are in use now. */
  byte[] sealed(OperationId operation, Outgoing sending) {
    List<String> recipients = posting.sealingKeys(operation, sending.peer());
    String note = sending.note();
    if (note != null) {
      return sealedFiles.sealMessage(note, recipients);
    }
    UUID packageId = sending.packageId();
    if (packageId == null) {
      throw new IllegalStateException("what has no text is a package");
    }
    return sealedFiles.sealPackage(copies.bag(operation, new PackageId(packageId)), recipients);
  }

  /** Has a push tried again now. */
  public void again(OperationId operation, UUID id) {
    Own.Agency unused = own.require(operation, Right.WRITE);
    Outgoing sending = get(operation, id);
    if (!sending.mayBeTriedAgain()) {
      throw new RefusedException("This is not sent by the server, or its receipt is here already.");
    }
    attempt(operation, id, "asked_again", "a member asked for it", Instant.now());
  }

  void attempt(
      OperationId operation, UUID id, String state, String words, @Nullable Instant nextAt) {
    jdbc.sql(CorrespondenceSql.ATTEMPT)
        .param("operation", operation.value())
        .param("id", id)
        .param("state", state)
        .param("words", words.length() <= 1900 ? words : words.substring(0, 1900) + "…")
        .param("nextAt", nextAt == null ? null : Columns.parameter(nextAt))
        .update();
  }

  /** One thing sent. */
  @Transactional(readOnly = true)
  public Outgoing get(OperationId operation, UUID id) {
    return jdbc.sql(CorrespondenceSql.FIND_OUTGOING)
        .param("operation", operation.value())
        .param("id", id)
        .query(Outgoing::of)
        .optional()
        .orElseThrow(NotPermittedException::new);
  }

  /** The signed receipt for something sent; empty while there is none. */
  @Transactional(readOnly = true)
  public Optional<String> receipt(OperationId operation, UUID id) {
    return jdbc.sql(CorrespondenceSql.RECEIPT)
        .param("operation", operation.value())
        .param("id", id)
        .query(String.class)
        .optional();
  }

  /**
   * One page of what was sent, newest first.
   *
   * @param packageId of that package here; null for all
   * @param received about that package received; null for all
   */
  @Transactional(readOnly = true)
  public Page<Outgoing> page(
      OperationId operation, @Nullable UUID packageId, @Nullable UUID received, int page) {
    access.require(operation, Area.CORRESPONDENCE, Right.READ);
    return new Page<>(
        jdbc.sql(CorrespondenceSql.OUTGOING_PAGE)
            .param("operation", operation.value())
            .param("package", packageId)
            .param("received", received)
            .param("limit", Page.SIZE)
            .param("offset", Page.offset(page))
            .query(Outgoing::of)
            .list(),
        page,
        jdbc.sql(CorrespondenceSql.COUNT_OUTGOING)
            .param("operation", operation.value())
            .param("package", packageId)
            .param("received", received)
            .query(Long.class)
            .single());
  }
}
