package dev.cordon.intake;

import dev.cordon.access.OperationId;
import dev.cordon.ground.DataDirectory;
import dev.cordon.keys.KeyException;
import dev.cordon.keys.OperationKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The vault of each operation, opened once for as long as the server runs. Thread-safe. */
@Component
class Vaults {

  private final DataDirectory directory;
  private final OperationKeys keys;
  private final Map<OperationId, Vault> open = new ConcurrentHashMap<>();

  Vaults(DataDirectory directory, OperationKeys keys) {
    this.directory = directory;
    this.keys = keys;
  }

  Vault of(OperationId operation) {
    return open.computeIfAbsent(operation, this::open);
  }

  private Vault open(OperationId operation) {
    Path folder = directory.vault().resolve(operation.toString());
    if (Files.exists(folder.resolve("records"))
        && !keys.has(operation)
        && !keys.isDestroyed(operation)) {
      throw new KeyException(
          "the vault "
              + folder
              + " holds files and the key file no key for them. Bring the key"
              + " file back from a backup; nothing was changed.");
    }
    return Vault.open(folder, VaultKey.of(keys.ring(operation)));
  }
}
