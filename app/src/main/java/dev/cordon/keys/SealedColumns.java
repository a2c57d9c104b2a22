package dev.cordon.keys;

import dev.cordon.access.OperationId;
import dev.cordon.access.SealedAccess;
import dev.cordon.access.SealedThing;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.springframework.stereotype.Component;

/**
 * Values of single columns, sealed under the operation's key.
 *
 * <p>Promises: a value opens only for its operation, table, column and row, only under the version
 * it names, and only with a {@link SealedAccess} to the thing it belongs to. Promises not: to hide
 * how long a value is. Thread-safe.
 */
@Component
public class SealedColumns {

  private static final byte FORMAT = 1;
  private static final int HEAD_BYTES = 1 + Integer.BYTES;
  private static final String USE = "sealed columns";

  private final OperationKeys keys;

  SealedColumns(OperationKeys keys) {
    this.keys = keys;
  }

  /** Seals values of one operation one after the other; for many at once. Not to be kept. */
  public static final class Sealer {

    private final Aead aead;
    private final int version;

    private Sealer(KeyRing ring) {
      this.version = ring.newest();
      byte[] key = ring.derive(version, USE);
      this.aead = new Aead(key);
      Arrays.fill(key, (byte) 0);
    }

    /** The text, sealed for this place. */
    public byte[] seal(ColumnPlace place, String text) {
      byte[] sealed = aead.seal(text.getBytes(StandardCharsets.UTF_8), place.context());
      return ByteBuffer.allocate(HEAD_BYTES + sealed.length)
          .put(FORMAT)
          .putInt(version)
          .put(sealed)
          .array();
    }
  }

  /** Seals values of this operation. */
  public Sealer sealer(OperationId operation) {
    return new Sealer(keys.ring(operation));
  }

  /** The text, sealed for this place. */
  public byte[] seal(ColumnPlace place, String text) {
    return sealer(place.operation()).seal(place, text);
  }

  /**
   * The text that was sealed for this place.
   *
   * @param thing what the value belongs to
   * @throws dev.cordon.access.NotPermittedException when the access is not for it
   * @throws KeyException when the value was changed, cut, or moved here from elsewhere
   */
  public String open(ColumnPlace place, byte[] sealed, SealedThing thing, SealedAccess access) {
    access.require(place.operation(), thing);
    if (sealed.length <= HEAD_BYTES || sealed[0] != FORMAT) {
      throw new KeyException("a sealed column does not open: it was changed or cut");
    }
    int version = ByteBuffer.wrap(sealed, 1, Integer.BYTES).getInt();
    byte[] key = keys.ring(place.operation()).derive(version, USE);
    byte[] plain =
        new Aead(key).open(Arrays.copyOfRange(sealed, HEAD_BYTES, sealed.length), place.context());
    Arrays.fill(key, (byte) 0);
    return new String(plain, StandardCharsets.UTF_8);
  }
}
