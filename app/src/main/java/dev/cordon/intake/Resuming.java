package dev.cordon.intake;

import dev.cordon.CordonException;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.MemberId;
import dev.cordon.access.OperationId;
import dev.cordon.access.SignedIn;
import dev.cordon.ground.DataDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Finishes after a restart what a killed server had moved into the vault and not entered, and the
 * readings that had to follow, as the member who had begun. What that member may do no longer waits
 * for the next who takes a source in.
 */
@Component
class Resuming {

  private static final Logger LOG = LoggerFactory.getLogger(Resuming.class);

  private final DataDirectory directory;
  private final Vaults vaults;
  private final SourceRetaking retaking;

  Resuming(DataDirectory directory, Vaults vaults, SourceRetaking retaking) {
    this.directory = directory;
    this.vaults = vaults;
    this.retaking = retaking;
  }

  /** In the background: pages are there at once. */
  @EventListener(ApplicationReadyEvent.class)
  void start() {
    Thread.ofVirtual().name("intake-resuming").start(this::resumeAll);
  }

  void resumeAll() {
    for (OperationId operation : operations()) {
      try {
        begun(operation).ifPresent(member -> CurrentMember.as(member, () -> resume(operation)));
      } catch (CordonException | UncheckedIOException failure) {
        LOG.warn("intake of {} is not continued: {}", operation, failure.getMessage());
      }
    }
  }

  private void resume(OperationId operation) {
    if (retaking.isUnfinished(operation)) {
      LOG.info("continuing the intake of {}", operation);
      retaking.continueWork(operation);
    }
  }

  /** Who had the newest edition made. */
  private Optional<SignedIn> begun(OperationId operation) {
    return VaultEditions.all(vaults.of(operation)).stream()
        .map(Edition::cause)
        .max(Comparator.comparing(Edition.Cause::at))
        .map(Edition.Cause::by)
        .map(Resuming::member);
  }

  private static SignedIn member(MemberId id) {
    return new SignedIn("", "", id, null, false);
  }

  private List<OperationId> operations() {
    try (Stream<Path> folders = Files.list(directory.vault())) {
      return folders
          .filter(folder -> Files.isDirectory(folder.resolve("records")))
          .map(folder -> folder.getFileName().toString())
          .filter(name -> name.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
          .map(name -> new OperationId(UUID.fromString(name)))
          .sorted(Comparator.comparing(OperationId::toString))
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException("the vaults cannot be listed", failure);
    }
  }
}
