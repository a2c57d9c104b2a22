package dev.cordon.keys;

import dev.cordon.access.OperationId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * The data keys of this installation's operations, open while the server runs.
 *
 * <p>Promises: on disk every key is wrapped by the operator's key, bound to its operation and
 * version; a change is on disk as a whole or not at all. Promises not: that a key copied into a
 * backup before its destruction is gone; new operator's keys make such copies useless only when the
 * old passphrase or token is destroyed too. Thread-safe.
 */
public final class OperationKeys implements AutoCloseable {

  /** The name of the file all wrapped keys lie in. */
  public static final String FILE = "keys.json";

  /** The ring of no operation: that of backups of the whole installation. */
  private static final UUID BACKUPS = new UUID(0, 0);

  /** The ring of no operation: that of the installation's own secrets. */
  private static final UUID INSTALLATION = new UUID(0, 1);

  private final Path secrets;
  private final KeyFile.Steps steps;
  private final Map<String, byte[]> open = new HashMap<>();
  private KeyFile file;
  private OperatorKey operator;

  private OperationKeys(Path secrets, KeyFile file, OperatorKey operator, KeyFile.Steps steps) {
    this.secrets = secrets;
    this.file = file;
    this.operator = operator;
    this.steps = steps;
  }

  /**
   * Opens the keys kept in this folder, making a first operator's key where there is none, and
   * takes over the bare keys of earlier versions.
   *
   * @throws KeyException when the passphrase is missing or wrong; nothing is written then
   */
  public static OperationKeys open(Path secrets, Passphrases passphrases) {
    return open(secrets, passphrases, KeyFile.Steps.NONE);
  }

  static OperationKeys open(Path secrets, Passphrases passphrases, KeyFile.Steps steps) {
    Path path = secrets.resolve(FILE);
    OperationKeys keys;
    if (Files.exists(path)) {
      KeyFile read = KeyFile.read(path);
      keys = new OperationKeys(secrets, read, operator(read.operator(), passphrases), steps);
    } else {
      try (Passphrase first = passphrases.first()) {
        OperatorKey fresh = FileOperatorKey.fresh(first);
        KeyFile empty =
            new KeyFile(KeyFile.FORMAT, fresh.record(), List.of(), List.of(), List.of());
        keys = new OperationKeys(secrets, empty, fresh, steps);
        keys.replace(empty);
      }
    }
    keys.takeOver();
    return keys;
  }

  private static OperatorKey operator(OperatorRecord record, Passphrases passphrases) {
    if (OperatorRecord.PKCS11.equals(record.kind()) && record.settings() != null) {
      return Pkcs11OperatorKey.open(Path.of(record.settings()), false);
    }
    try (Passphrase present = passphrases.present()) {
      return FileOperatorKey.open(record, present);
    }
  }

  /** One version of an operation's key, without the key. */
  public record Listed(OperationId operation, int version, Instant madeAt) {}

  /** Every version of every operation, oldest first. */
  public synchronized List<Listed> list() {
    return file.keys().stream()
        .filter(key -> !key.operation().equals(BACKUPS) && !key.operation().equals(INSTALLATION))
        .map(key ->
            new Listed(
                new OperationId(key.operation()), key.version(), Instant.parse(key.madeAt())))
        .toList();
  }

  /** Which operator's key wraps them. */
  public synchronized String operatorName() {
    return operator.name();
  }

  /** The ring of an operation; its first key is made when it is first asked for. */
  public KeyRing ring(OperationId operation) {
    return new Ring(operation.value());
  }

  /** The ring backups of the whole installation are sealed under. */
  public KeyRing backups() {
    return new Ring(BACKUPS);
  }

  /** The ring secrets of the installation itself are kept under. */
  public KeyRing installation() {
    return new Ring(INSTALLATION);
  }

  /**
   * Makes the ring of backups when there is none. Only for who holds the data directory: another
   * process would write the key file away under the one that does.
   */
  public void prepareBackups() {
    newestOf(BACKUPS);
  }

  /** Whether the ring of backups was made. */
  public synchronized boolean hasBackups() {
    return file.newest(BACKUPS) > 0;
  }

  /** Whether an operation has a key on disk. */
  public synchronized boolean has(OperationId operation) {
    return file.newest(operation.value()) > 0;
  }

  /** Whether the operation's keys were destroyed. */
  public synchronized boolean isDestroyed(OperationId operation) {
    return file.destroyed(operation.value()).isPresent();
  }

  /** Adds a version of an operation's key for new data; once for each change. */
  synchronized void addVersion(UUID change, OperationId operation) {
    if (file.done().contains(change)) {
      return;
    }
    replace(withFresh(operation.value()).done(change));
  }

  /** Destroys all versions of an operation's key; once for each change. */
  synchronized void destroy(UUID change, OperationId operation) {
    if (file.done().contains(change)) {
      return;
    }
    replace(file.without(operation.value(), Instant.now()).done(change));
    forget(operation.value());
  }

  /** Wraps every key under a fresh operator's key of this passphrase. */
  public synchronized void rewrap(Passphrase passphrase) {
    rewrap(FileOperatorKey.fresh(passphrase));
  }

  /** Wraps every key under the key of a security module. */
  public synchronized void rewrap(Path pkcs11Settings) {
    rewrap(Pkcs11OperatorKey.open(pkcs11Settings, true));
  }

  private void rewrap(OperatorKey next) {
    List<KeyFile.Wrapped> wrapped = new ArrayList<>();
    for (KeyFile.Wrapped key : file.keys()) {
      byte[] context = context(key.operation(), key.version());
      byte[] plain = operator.unwrap(key.wrapped(), context);
      wrapped.add(
          new KeyFile.Wrapped(
              key.operation(), key.version(), key.madeAt(), next.wrap(plain, context)));
      Arrays.fill(plain, (byte) 0);
    }
    replace(new KeyFile(file.format(), next.record(), wrapped, file.destroyed(), file.done()));
    OperatorKey before = operator;
    operator = next;
    before.close();
  }

  private synchronized int newestOf(UUID operation) {
    requireKept(operation);
    if (file.newest(operation) == 0) {
      replace(withFresh(operation));
    }
    return file.newest(operation);
  }

  private synchronized List<Integer> versionsOf(UUID operation) {
    return file.versions(operation);
  }

  private synchronized <T> T with(UUID operation, int version, Function<byte[], T> use) {
    requireKept(operation);
    return use.apply(
        open.computeIfAbsent(operation + "/" + version, id -> unwrap(operation, version)));
  }

  private byte[] unwrap(UUID operation, int version) {
    return file.wrapped(operation, version)
        .map(key -> operator.unwrap(key.wrapped(), context(operation, version)))
        .orElseThrow(() ->
            new KeyException("there is no key of version " + version + " for this operation"));
  }

  private void requireKept(UUID operation) {
    file.destroyed(operation)
        .ifPresent(one -> {
          throw new KeyException(
              "the operation's keys were destroyed on "
                  + one.at().substring(0, 10)
                  + ": its sealed sources, records, texts and columns can not be opened again");
        });
  }

  private KeyFile withFresh(UUID operation) {
    requireKept(operation);
    byte[] fresh = new byte[KeyRing.KEY_SIZE_BYTES];
    new SecureRandom().nextBytes(fresh);
    return with(operation, file.newest(operation) + 1, fresh);
  }

  private KeyFile with(UUID operation, int version, byte[] plain) {
    byte[] wrapped = operator.wrap(plain, context(operation, version));
    Arrays.fill(plain, (byte) 0);
    return file.with(new KeyFile.Wrapped(operation, version, Instant.now().toString(), wrapped));
  }

  private void replace(KeyFile next) {
    try {
      next.write(secrets.resolve(FILE), steps);
      file = next;
    } catch (IOException failure) {
      throw new KeyException(
          "the key file in " + secrets + " can not be written; the keys are as they were.",
          failure);
    }
  }

  /** Keys of earlier versions lay bare, one file each: wrapped first, then the file goes. */
  private synchronized void takeOver() {
    for (BareKey bare : BareKey.in(secrets)) {
      if (file.newest(bare.operation()) == 0) {
        replace(with(bare.operation(), 1, bare.bytes().clone()));
      }
      byte[] kept = unwrap(bare.operation(), 1);
      bare.requireSame(kept);
      Arrays.fill(kept, (byte) 0);
      bare.remove(steps);
    }
  }

  private void forget(UUID operation) {
    open.entrySet()
        .removeIf(entry -> {
          boolean its = entry.getKey().startsWith(operation + "/");
          if (its) {
            Arrays.fill(entry.getValue(), (byte) 0);
          }
          return its;
        });
  }

  private static byte[] context(UUID operation, int version) {
    return ("cordon data key " + operation + " " + version).getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public synchronized void close() {
    open.values().forEach(key -> Arrays.fill(key, (byte) 0));
    open.clear();
    operator.close();
  }

  @Override
  public String toString() {
    return "OperationKeys[hidden]";
  }

  private final class Ring implements KeyRing {

    private final UUID operation;

    Ring(UUID operation) {
      this.operation = operation;
    }

    @Override
    public int newest() {
      return newestOf(operation);
    }

    @Override
    public List<Integer> versions() {
      return versionsOf(operation);
    }

    @Override
    public byte[] derive(int version, String use) {
      return with(operation, version, key -> KeyRing.derive(key, use));
    }

    @Override
    public String toString() {
      return "KeyRing[" + operation + "]";
    }
  }
}
