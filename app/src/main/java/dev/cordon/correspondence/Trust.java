package dev.cordon.correspondence;

import dev.cordon.correspondents.PeerKey;
import dev.cordon.exchange.PackageRefusedException;
import dev.cordon.exchange.PackageRefusedException.Check;

/** Whether what a known key signed may be taken in now. */
final class Trust {

  private Trust() {}

  // Who holds a revoked key can write any date: what arrives after the revocation is refused,
  // whatever
  // it says of its own age. What was taken in before stands, and says so.
  static void require(PeerKey signer) {
    switch (signer.state()) {
      case VERIFIED, RETIRED -> {}
      case ANNOUNCED ->
          throw new PackageRefusedException(
              Check.KEY,
              "the key of "
                  + signer.peerName()
                  + " that signed it was entered, but nobody has compared its fingerprint yet");
      case REVOKED ->
          throw new PackageRefusedException(
              Check.KEY,
              "the key of "
                  + signer.peerName()
                  + " that signed it was revoked on "
                  + signer.revokedAt()
                  + ". Ask for a new version, signed with a key that is in use");
    }
  }
}
