package dev.cordon.correspondence;

import dev.cordon.correspondents.OwnKeys;
import dev.cordon.correspondents.PeerDoors;
import dev.cordon.correspondents.PeerDoors.Door;
import dev.cordon.exchange.ExchangeException;
import dev.cordon.exchange.PushNote;
import dev.cordon.kernel.KernelException;
import dev.cordon.kernel.merkle.Note;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Decides whether a push may be read at all: its note must be signed with a key that was compared,
 * of an agency this server takes from, for an own key, just now.
 */
@Component
public class PushDoor {

  private static final Duration CLOCKS_APART = Duration.ofMinutes(15);
  private static final int LONGEST = 4_096;

  private final PeerDoors doors;
  private final OwnKeys own;

  PushDoor(PeerDoors doors, OwnKeys own) {
    this.doors = doors;
    this.own = own;
  }

  /** What may be read, and through which doors; an agency may stand in several operations. */
  public record Admitted(PushNote note, List<Door> doors) {}

  /** Nothing for a stranger, and for whatever is no note. */
  public Optional<Admitted> admit(String header) {
    if (header.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      String note = new String(Base64.getUrlDecoder().decode(header), StandardCharsets.UTF_8);
      int end = note.lastIndexOf("\n\n");
      if (end < 0) {
        return Optional.empty();
      }
      PushNote said = PushNote.read(note.substring(0, end + 1));
      List<Door> open =
          doors.of(said.operation()).stream().filter(door -> isBy(door, note, said)).toList();
      boolean now = Duration.between(said.at(), Instant.now()).abs().compareTo(CLOCKS_APART) <= 0;
      return open.isEmpty() || !now || !own.isOwn(said.to())
          ? Optional.empty()
          : Optional.of(new Admitted(said, open));
    } catch (IllegalArgumentException | ExchangeException malformed) {
      return Optional.empty();
    }
  }

  private static boolean isBy(Door door, String note, PushNote said) {
    try {
      return new Note(note).open(door.noteKey()).equals(said.text());
    } catch (KernelException other) {
      return false;
    }
  }
}
