package dev.cordon.correspondents;

import dev.cordon.exchange.KeyCard;
import dev.cordon.kernel.merkle.NoteSigner;
import java.time.Instant;

/**
 * One pair of the installation's own keys: what it signs with and what is sealed to it.
 *
 * @param identity the secret age key, {@code AGE-SECRET-KEY-1…}
 * @param recipient the public age key, {@code age1…}
 */
record OwnKey(NoteSigner signer, String identity, String recipient, Instant madeAt) {

  String fingerprint() {
    return KeyCard.fingerprint(signer.key().text(), recipient);
  }

  @Override
  public String toString() {
    return "OwnKey[" + recipient + "]";
  }
}
