package dev.cordon.correspondence;

import dev.cordon.correspondents.OwnKeys;
import dev.cordon.correspondents.PeerKey;
import dev.cordon.exchange.Message;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Signs the receipts this server gives for what it has taken in. */
@Component
class ArrivalReceipts {

  private final OwnKeys own;

  ArrivalReceipts(OwnKeys own) {
    this.own = own;
  }

  /** For a package. */
  String forPackage(
      PeerKey sender,
      UUID operation,
      String number,
      int version,
      String manifestSha256,
      Instant at,
      String by) {
    return sign(sender, operation, number, version, manifestSha256, manifestSha256, at, by);
  }

  /** For a message. */
  String forMessage(PeerKey sender, Message about, Instant at, String by) {
    return sign(
        sender,
        about.operation(),
        about.packageNumber(),
        about.version(),
        about.manifestSha256(),
        about.sha256(),
        at,
        by);
  }

  private String sign(
      PeerKey sender,
      UUID operation,
      String number,
      int version,
      String manifestSha256,
      String aboutSha256,
      Instant at,
      String by) {
    // The same receipt asked for twice is the same message.
    UUID id =
        UUID.nameUUIDFromBytes(("receipt " + aboutSha256).getBytes(StandardCharsets.US_ASCII));
    return own.sign(
        new Message(
                Message.Kind.RECEIPT,
                operation,
                sender.ageRecipient(),
                id,
                0,
                at,
                number,
                version,
                manifestSha256,
                aboutSha256,
                null,
                null,
                null,
                by,
                null)
            .text());
  }
}
