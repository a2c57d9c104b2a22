package dev.cordon.erasure;

import dev.cordon.access.OperationId;
import dev.cordon.keys.Aead;
import dev.cordon.keys.KeyException;
import dev.cordon.keys.KeyRing;
import dev.cordon.keys.OperationKeys;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.springframework.stereotype.Component;

/**
 * Seals whom an order concerns until it is carried out: under the operation's key, for this order
 * only. Thread-safe.
 */
@Component
class ChosenSeal {

  private static final String USE = "erasure orders";

  private final OperationKeys keys;

  ChosenSeal(OperationKeys keys) {
    this.keys = keys;
  }

  byte[] seal(OperationId operation, OrderId order, String value) {
    KeyRing ring = keys.ring(operation);
    int version = ring.newest();
    byte[] sealed =
        new Aead(ring.derive(version, USE))
            .seal(value.getBytes(StandardCharsets.UTF_8), context(order));
    return ByteBuffer.allocate(Integer.BYTES + sealed.length).putInt(version).put(sealed).array();
  }

  String open(OperationId operation, OrderId order, byte[] sealed) {
    if (sealed.length <= Integer.BYTES) {
      throw new KeyException("whom an order concerns does not open: it was cut");
    }
    byte[] key = keys.ring(operation).derive(ByteBuffer.wrap(sealed).getInt(), USE);
    byte[] plain =
        new Aead(key)
            .open(Arrays.copyOfRange(sealed, Integer.BYTES, sealed.length), context(order));
    return new String(plain, StandardCharsets.UTF_8);
  }

  private static byte[] context(OrderId order) {
    return ("cordon erasure order " + order).getBytes(StandardCharsets.US_ASCII);
  }
}
