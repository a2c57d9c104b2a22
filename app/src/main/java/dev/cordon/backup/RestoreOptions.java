package dev.cordon.backup;

import dev.cordon.CordonException;
import dev.cordon.kernel.KernelException;
import dev.cordon.kernel.merkle.Checkpoint;
import dev.cordon.kernel.merkle.NoteKey;
import dev.cordon.kernel.merkle.OpenedCheckpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which backup, and what one has of it by other ways; shared by restoring and trying out. */
final class RestoreOptions {

  private static final long LARGEST_NOTE_BYTES = 1_000_000;

  @Parameters(
      index = "0",
      paramLabel = "BACKUP",
      description = "a backup's folder, or a folder of backups, whose newest is taken")
  private Path backup = Path.of("");

  @Option(
      names = "--keys",
      paramLabel = "FILE",
      description = "the wrapped keys, keys.json, when they are kept apart from the backup")
  private @Nullable Path keys;

  @Option(
      names = "--key",
      paramLabel = "KEY",
      description =
          "the ledger's key as you received it by another way (default: the one in the backup, which"
              + " proves integrity but not origin)")
  private @Nullable String key;

  @Option(
      names = "--checkpoint",
      paramLabel = "FILE",
      description =
          "a checkpoint of this ledger from elsewhere, of a witness for one: says how many entries"
              + " are missing after the backup")
  private @Nullable Path checkpoint;

  @Option(names = "--json", description = "one JSON object a line")
  private boolean json;

  Path backup() {
    return backup;
  }

  @Nullable Path keys() {
    return keys;
  }

  boolean isJson() {
    return json;
  }

  /** The ledger's key as received by another way. */
  Optional<NoteKey> key() {
    try {
      return Optional.ofNullable(key).map(NoteKey::parse);
    } catch (KernelException malformed) {
      throw new CordonException("--key is no key of a ledger: " + malformed.getMessage());
    }
  }

  /** The checkpoint from elsewhere, signed by the ledger's key. */
  Optional<Checkpoint> checkpoint(NoteKey trusted) {
    Path file = checkpoint;
    if (file == null) {
      return Optional.empty();
    }
    try {
      if (Files.size(file) > LARGEST_NOTE_BYTES) {
        throw new CordonException("the checkpoint " + file + " is too large to be one.");
      }
      return Optional.of(OpenedCheckpoint.open(Files.readString(file), trusted).checkpoint());
    } catch (IOException | KernelException refused) {
      throw new CordonException(
          "the checkpoint "
              + file
              + " is none of the ledger "
              + trusted.name()
              + ": "
              + refused.getMessage(),
          refused);
    }
  }
}
