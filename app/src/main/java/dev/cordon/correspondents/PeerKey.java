package dev.cordon.correspondents;

import dev.cordon.access.AgencyId;
import dev.cordon.exchange.KeyCard;
import dev.cordon.exchange.KnownKey;
import dev.cordon.kernel.merkle.NoteKey;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keys of another agency and how far they are trusted.
 *
 * @param peerOperation the operation of theirs it speaks of; null when of none
 * @param peerSender the id by which their packages name them
 * @param ourIdThere the id by which their packages name the agency that leads here
 * @param address where their card says their server is
 * @param verified who compared the fingerprint, how, with whom and when; null while nobody has
 */
public record PeerKey(
    UUID id,
    AgencyId peer,
    String peerName,
    State state,
    NoteKey noteKey,
    String ageRecipient,
    @Nullable UUID peerOperation,
    @Nullable UUID peerSender,
    @Nullable UUID ourIdThere,
    @Nullable String address,
    String announcedBy,
    Instant announcedAt,
    String announcedWords,
    @Nullable Verified verified,
    @Nullable Instant retiredAt,
    @Nullable Instant revokedAt,
    @Nullable String revokedWords) {

  /** How far a key is trusted. */
  public enum State {
    /** Somebody entered it; nothing is sealed to it and nothing it signed is taken in. */
    ANNOUNCED,
    /** Its fingerprint was compared over a second channel by another person. */
    VERIFIED,
    /** Another followed it; what it signed before still counts. */
    RETIRED,
    /** It is in wrong hands, or may be; nothing new it signed is taken in. */
    REVOKED;

    static State of(String text) {
      return valueOf(text.toUpperCase(Locale.ROOT));
    }

    /** In a word, for a list. */
    public String words() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How a fingerprint was compared. */
  public record Verified(String by, Instant at, String words, String spokenWith) {}

  /** What is read aloud. */
  public String fingerprint() {
    return KeyCard.fingerprint(noteKey.text(), ageRecipient);
  }

  /** As one who checks packages knows it. */
  public KnownKey known() {
    return new KnownKey(
        noteKey, peerSender == null ? null : peerSender.toString(), null, retiredAt, revokedAt);
  }
}
