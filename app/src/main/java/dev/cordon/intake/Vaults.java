package dev.cordon.intake;

import dev.cordon.access.OperationId;
import dev.cordon.ground.DataDirectory;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The vault of each operation, opened once for as long as the server runs. Thread-safe. */
@Component
class Vaults {

  private final DataDirectory directory;
  private final Map<OperationId, Vault> open = new ConcurrentHashMap<>();

  Vaults(DataDirectory directory) {
    this.directory = directory;
  }

  Vault of(OperationId operation) {
    return open.computeIfAbsent(
        operation,
        id ->
            Vault.open(
                directory.vault().resolve(id.toString()),
                VaultKey.in(directory.secrets().resolve("vault-" + id + ".key"))));
  }
}
