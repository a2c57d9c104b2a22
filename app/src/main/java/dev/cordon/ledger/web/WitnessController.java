package dev.cordon.ledger.web;

import dev.cordon.access.ForEveryone;
import dev.cordon.kernel.merkle.WitnessRefusal;
import dev.cordon.ledger.Witness;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The witness's one call (C2SP tlog-witness, add-checkpoint). */
@ForEveryone("whoever asks shows a checkpoint signed by a log's key the operator named")
@RestController
@Hidden
class WitnessController {

  private static final MediaType SIZE = MediaType.valueOf("text/x.tlog.size");
  private static final int LARGEST_BYTES = 1 << 16;

  private final Witness witness;

  WitnessController(Witness witness) {
    this.witness = witness;
  }

  @PostMapping("/witness/add-checkpoint")
  ResponseEntity<String> addCheckpoint(HttpServletRequest request) throws IOException {
    try {
      return ResponseEntity.ok()
          .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
          .body(witness.addCheckpoint(text(request)));
    } catch (WitnessRefusal refusal) {
      return refuse(refusal);
    } catch (CharacterCodingException notUtf8) {
      return ResponseEntity.badRequest().contentType(MediaType.TEXT_PLAIN).body("not UTF-8\n");
    }
  }

  private static ResponseEntity<String> refuse(WitnessRefusal refusal) {
    HttpStatus status = HttpStatus.valueOf(refusal.reason().status());
    if (refusal.reason() == WitnessRefusal.Reason.CONFLICT) {
      return ResponseEntity.status(status).contentType(SIZE).body(refusal.knownSize() + "\n");
    }
    return ResponseEntity.status(status)
        .contentType(MediaType.TEXT_PLAIN)
        .body(refusal.getMessage() + "\n");
  }

  private static String text(HttpServletRequest request) throws IOException {
    try (InputStream in = request.getInputStream()) {
      byte[] bytes = in.readNBytes(LARGEST_BYTES + 1);
      if (bytes.length > LARGEST_BYTES) {
        throw new CharacterCodingException();
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }
  }
}
