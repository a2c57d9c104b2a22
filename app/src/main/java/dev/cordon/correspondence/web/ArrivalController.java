package dev.cordon.correspondence.web;

import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.correspondence.Arrival;
import dev.cordon.correspondence.Receiving;
import dev.cordon.correspondence.Way;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes a sealed file, or a signed receipt, in: the bytes are the whole body. */
@NeedToKnow(value = Area.CORRESPONDENCE, right = Right.WRITE)
@RestController
class ArrivalController {

  private static final int LARGEST_BYTES = 64 << 20;

  private final Receiving receiving;

  ArrivalController(Receiving receiving) {
    this.receiving = receiving;
  }

  /**
   * What came of it.
   *
   * @param words for the reader
   * @param isNew whether anything was added
   * @param next the page of the package it is or is about; null where there is none
   * @param receipt the signed receipt to hand back; empty for receipts themselves
   */
  record Taken(String words, boolean isNew, @Nullable String next, String receipt) {}

  @PostMapping("/api/operations/{operation}/arrivals")
  Taken take(@PathVariable UUID operation, HttpServletRequest request) throws IOException {
    byte[] bytes = request.getInputStream().readNBytes(LARGEST_BYTES + 1);
    Arrival arrival = receiving.take(new OperationId(operation), bytes, Way.FILE);
    return new Taken(
        arrival.what(),
        arrival.isNew(),
        arrival
            .received()
            .map(id -> CorrespondencePage.address(operation) + "/received/" + id)
            .orElse(null),
        arrival.receipt());
  }
}
