package dev.cordon.access.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Remembers for a few minutes which password and hash were found to belong together, so that a
 * client that signs in with each request does not pay for Argon2 each time.
 *
 * <p>Keeps a keyed digest only; the key never leaves this process. A changed hash is a new
 * question.
 */
public final class VerifiedPasswords {

  private static final Duration KEPT = Duration.ofMinutes(5);
  private static final int MOST = 1_000;
  private static final int KEY_SIZE_BYTES = 32;

  private final InstantSource clock;
  private final SecretKeySpec key;
  private final Map<String, Instant> verified =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
          return size() > MOST;
        }
      };

  /** With the clock it lives by. */
  public VerifiedPasswords(InstantSource clock) {
    this.clock = clock;
    byte[] bytes = new byte[KEY_SIZE_BYTES];
    new SecureRandom().nextBytes(bytes);
    this.key = new SecretKeySpec(bytes, "HmacSHA256");
  }

  /** Whether they were found to belong together a few minutes ago. */
  public boolean knows(String password, String hash) {
    String digest = digest(password, hash);
    synchronized (verified) {
      Instant until = verified.get(digest);
      if (until != null && clock.instant().isAfter(until)) {
        verified.remove(digest);
        return false;
      }
      return until != null;
    }
  }

  /** They belong together. */
  public void remember(String password, String hash) {
    String digest = digest(password, hash);
    synchronized (verified) {
      verified.put(digest, clock.instant().plus(KEPT));
    }
  }

  private String digest(String password, String hash) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      mac.update(hash.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has HmacSHA256", impossible);
    }
  }
}
