package dev.cordon.access.internal;

import dev.cordon.CordonException;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Passwords of members: generated or chosen, kept as Argon2id hashes.
 *
 * <p>Promises: 19 MiB and two passes per guess, a salt each. Does not promise anything about a
 * chosen password but its length.
 */
@Component
public class Passwords {

  /** The shortest password a member may choose. */
  public static final int SHORTEST = 12;

  private static final int LONGEST = 200;
  private static final int GENERATED_SIZE_BYTES = 15;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
  private final String nobody = encoder.encode(generate());

  /** A new random password of 120 bits. */
  public String generate() {
    byte[] bytes = new byte[GENERATED_SIZE_BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** The hash to keep. */
  public String hash(String password) {
    if (password.length() < SHORTEST || password.length() > LONGEST) {
      throw new CordonException(
          "A password has " + SHORTEST + " to " + LONGEST + " characters; choose a longer one.");
    }
    return encode(password);
  }

  /** Whether the password belongs to the hash. */
  public boolean matches(String password, String hash) {
    return password.length() <= LONGEST && encoder.matches(password, hash);
  }

  /** Costs what a real check costs, so that time does not tell which names exist. */
  public void matchNobody(String password) {
    matches(password, nobody);
  }

  private String encode(String password) {
    String hash = encoder.encode(password);
    if (hash == null) {
      throw new IllegalStateException("the encoder gave no hash");
    }
    return hash;
  }
}
