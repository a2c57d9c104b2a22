package dev.cordon.correspondence;

import dev.cordon.access.AgencyId;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.exchange.ExchangeException;
import dev.cordon.exchange.PackageRefusedException;
import dev.cordon.kernel.digest.Sha256;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in what other agencies send: packages, messages, receipts.
 *
 * <p>Promises: every check is made before anything is stored; what fails one is refused by its
 * name, kept as digest and size only, and is an entry; taking in is one transaction, so a kill
 * leaves all or nothing; what comes again changes nothing and gets the same receipt.
 */
@Service
public class Receiving {

  private final JdbcClient jdbc;
  private final CurrentMember currentMember;
  private final Ledger ledger;
  private final Own own;
  private final SealedFiles sealedFiles;
  private final PackageArrivals packages;
  private final MessageArrivals messages;
  private final TransactionTemplate transaction;

  Receiving(
      JdbcClient jdbc,
      CurrentMember currentMember,
      Ledger ledger,
      Own own,
      SealedFiles sealedFiles,
      PackageArrivals packages,
      MessageArrivals messages,
      PlatformTransactionManager transactionManager) {
    this.jdbc = jdbc;
    this.currentMember = currentMember;
    this.ledger = ledger;
    this.own = own;
    this.sealedFiles = sealedFiles;
    this.packages = packages;
    this.messages = messages;
    this.transaction = new TransactionTemplate(transactionManager);
  }

  /**
   * Takes a file or a push in.
   *
   * @param bytes something sealed to an own key, or a signed receipt as text
   * @throws ArrivalRefusedException naming the check that failed; it is on record then
   */
  public Arrival take(OperationId operation, byte[] bytes, Way way) {
    Own.Agency agency =
        Objects.requireNonNull(transaction.execute(any -> own.require(operation, Right.WRITE)));
    try {
      return taken(operation, bytes, way);
    } catch (PackageRefusedException refused) {
      throw refuse(
          operation,
          agency.id(),
          bytes,
          way,
          new ArrivalRefusedException(refused.check().label(), refused.detail()));
    } catch (ArrivalRefusedException refused) {
      throw refuse(operation, agency.id(), bytes, way, refused);
    } catch (ExchangeException refused) {
      throw refuse(
          operation,
          agency.id(),
          bytes,
          way,
          new ArrivalRefusedException("format", String.valueOf(refused.getMessage())));
    }
  }

  private Arrival taken(OperationId operation, byte[] bytes, Way way) {
    if (bytes.length > SealedFiles.LARGEST_BYTES) {
      throw new ArrivalRefusedException(
          "bounds", "it has more than " + SealedFiles.LARGEST_BYTES + " bytes");
    }
    if (!SealedFiles.isSealed(bytes)) {
      String note = text(bytes);
      return done(operation, any -> messages.take(operation, note, way, false));
    }
    Map<String, byte[]> files = sealedFiles.open(bytes);
    Optional<String> message = SealedFiles.message(files);
    return done(
        operation,
        any ->
            message.isPresent()
                ? messages.take(operation, message.get(), way, true)
                : packages.take(operation, files, bytes, way));
  }

  private Arrival done(
      OperationId operation, java.util.function.Function<OperationId, Arrival> act) {
    return Objects.requireNonNull(transaction.execute(any -> act.apply(operation)));
  }

  private static String text(byte[] bytes) {
    try {
      if (bytes.length > 100_000) {
        throw new CharacterCodingException();
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException malformed) {
      throw new ArrivalRefusedException(
          "format",
          "it is neither sealed (its first words would be age-encryption.org) nor a receipt");
    }
  }

  private ArrivalRefusedException refuse(
      OperationId operation,
      AgencyId agency,
      byte[] bytes,
      Way way,
      ArrivalRefusedException refused) {
    String digest = Sha256.hex(bytes);
    transaction.executeWithoutResult(any -> {
      UUID id = UUID.randomUUID();
      jdbc.sql(CorrespondenceSql.REFUSE)
          .param("id", id)
          .param("operation", operation.value())
          .param("agency", agency.value())
          .param("peer", (@Nullable Object) null)
          .param("check", refused.check())
          .param("words", shortened(refused.detail()))
          .param("sha256", digest)
          .param("size", bytes.length)
          .param("way", way.text())
          .param("member", currentMember.member().value())
          .update();
      ledger.append(
          Entry.of(
                  operation,
                  Act.DECISION,
                  "arrival-refused",
                  shortened("check '" + refused.check() + "': " + refused.detail()))
              .touching(id, "sha256 " + digest));
    });
    return refused;
  }

  private static String shortened(String words) {
    return words.length() <= 1900 ? words : words.substring(0, 1900) + "…";
  }
}
