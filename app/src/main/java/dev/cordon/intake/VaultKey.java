package dev.cordon.intake;

import dev.cordon.keys.KeyRing;
import java.util.List;

/**
 * The keys of one operation's vault: sources, records and texts are encrypted under keys derived
 * from the operation's ring, each use under its own.
 *
 * <p>Promises: the ring's bytes leave this class only as derived keys, {@link #toString} shows
 * none.
 */
public final class VaultKey {

  private final KeyRing ring;

  private VaultKey(KeyRing ring) {
    this.ring = ring;
  }

  /** A fresh random key that is written nowhere. */
  public static VaultKey random() {
    return new VaultKey(KeyRing.inMemory());
  }

  /** The keys of this ring. */
  public static VaultKey of(KeyRing ring) {
    return new VaultKey(ring);
  }

  /** The version for what is written now. */
  int newest() {
    return ring.newest();
  }

  /** The first version there was; it stays the same when others follow. */
  int oldest() {
    // Asking for the newest makes the first when there is none.
    int newest = ring.newest();
    return ring.versions().stream().findFirst().orElse(newest);
  }

  /** All versions, oldest first. */
  List<Integer> versions() {
    return ring.versions();
  }

  /** A 32-byte key for one use of the vault under one version. */
  byte[] derive(int version, String use) {
    return ring.derive(version, "vault " + use);
  }

  /** What values that are not shown are masked with; the same for as long as the key stands. */
  byte[] maskKey() {
    return derive(versions().getFirst(), "masks");
  }

  @Override
  public String toString() {
    return "VaultKey[hidden]";
  }
}
