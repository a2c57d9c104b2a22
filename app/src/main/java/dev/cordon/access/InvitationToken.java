package dev.cordon.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

/**
 * What the bearer of an invitation shows.
 *
 * <p>Promises: 256 random bits, so that no token is guessed. Only its digest is kept. Does not
 * promise who shows it: the inviter hands it over in person or over a channel of the agency.
 */
public final class InvitationToken {

  private static final int SIZE_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String text;

  private InvitationToken(String text) {
    this.text = text;
  }

  /** A new one. */
  public static InvitationToken random() {
    byte[] bytes = new byte[SIZE_BYTES];
    RANDOM.nextBytes(bytes);
    return new InvitationToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** As somebody shows it; whether it opens anything is for the database to say. */
  public static InvitationToken of(String text) {
    return new InvitationToken(text);
  }

  /** In the clear, for the link shown once to the inviter. */
  public String text() {
    return text;
  }

  /** What is kept of it. */
  byte[] sha256() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof InvitationToken that && Arrays.equals(sha256(), that.sha256());
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** Without the token. */
  @Override
  public String toString() {
    return "InvitationToken";
  }
}
