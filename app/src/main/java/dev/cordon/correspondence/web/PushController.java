package dev.cordon.correspondence.web;

import dev.cordon.access.CurrentMember;
import dev.cordon.access.ForEveryone;
import dev.cordon.access.NotPermittedException;
import dev.cordon.correspondence.Arrival;
import dev.cordon.correspondence.ArrivalRefusedException;
import dev.cordon.correspondence.PushDoor;
import dev.cordon.correspondence.Receiving;
import dev.cordon.correspondence.Way;
import dev.cordon.exchange.PushNote;
import dev.cordon.kernel.digest.Sha256;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where other agencies' servers hand over what is sealed to this one. Who may is decided by the
 * signed note in the head, before the body is read; a stranger learns nothing.
 */
@ForEveryone("a server that shows a note signed with a key two members trust")
@RestController
@Hidden
class PushController {

  private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);
  private static final int LARGEST_BYTES = 64 << 20;
  private static final int AT_ONCE = 2;

  private final PushDoor door;
  private final Receiving receiving;
  private final Semaphore places = new Semaphore(AT_ONCE);

  PushController(PushDoor door, Receiving receiving) {
    this.door = door;
    this.receiving = receiving;
  }

  @PostMapping("/correspondence/push")
  ResponseEntity<String> push(
      @RequestHeader(name = PushNote.HEADER, required = false) @Nullable String note,
      HttpServletRequest request)
      throws IOException {
    Optional<PushDoor.Admitted> admitted = note == null ? Optional.empty() : door.admit(note);
    if (admitted.isEmpty()) {
      return answer(HttpStatus.NOT_FOUND, "Nothing is taken in here.");
    }
    if (!places.tryAcquire()) {
      return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
          .header(HttpHeaders.RETRY_AFTER, "10")
          .contentType(TEXT)
          .body("Busy; try again.\n");
    }
    try {
      byte[] body = request.getInputStream().readNBytes(LARGEST_BYTES + 1);
      if (!Sha256.hex(body).equals(admitted.get().note().sha256())) {
        return answer(HttpStatus.BAD_REQUEST, "These are not the bytes the note names.");
      }
      return taken(admitted.get(), body);
    } finally {
      places.release();
    }
  }

  private ResponseEntity<String> taken(PushDoor.Admitted admitted, byte[] body) {
    PushDoor.Admitted only = admitted;
    var chosen = only.doors().getFirst();
    Arrival[] arrival = new Arrival[1];
    try {
      CurrentMember.as(
          chosen.keeper(), () -> arrival[0] = receiving.take(chosen.operation(), body, Way.PUSH));
    } catch (ArrivalRefusedException refused) {
      return answer(
          refused.isLater() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY,
          String.valueOf(refused.getMessage()));
    } catch (NotPermittedException noKeeper) {
      return answer(HttpStatus.SERVICE_UNAVAILABLE, "Nobody takes anything in at the moment.");
    }
    return ResponseEntity.ok().contentType(TEXT).body(arrival[0].receipt());
  }

  private static ResponseEntity<String> answer(HttpStatus status, String words) {
    return ResponseEntity.status(status).contentType(TEXT).body(words + "\n");
  }
}
