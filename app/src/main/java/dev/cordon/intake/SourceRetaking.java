package dev.cordon.intake;

import dev.cordon.RefusedException;
import dev.cordon.access.OperationId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/**
 * Reads sealed sources again. A file sealed by reference must lie in the import folder under the
 * name it was taken in by, with the same bytes. One at a time per operation. Thread-safe.
 */
@Service
class SourceRetaking implements Retaking {

  private static final int LONGEST_REASON = 2000;

  private final SourceRegister register;
  private final Editions editions;
  private final Vaults vaults;
  private final Intakes intakes;
  private final Unentered unentered;
  private final ImportFolder imports;

  SourceRetaking(
      SourceRegister register,
      Editions editions,
      Vaults vaults,
      Intakes intakes,
      Unentered unentered,
      ImportFolder imports) {
    this.register = register;
    this.editions = editions;
    this.vaults = vaults;
    this.intakes = intakes;
    this.unentered = unentered;
    this.imports = imports;
  }

  @Override
  public Retaken retake(OperationId operation, SourceId source, String reason) {
    register.requireGrounds(operation);
    editions.requireRetaker(operation);
    if (reason.isBlank() || reason.length() > LONGEST_REASON) {
      throw new RefusedException("Say in 1 to 2000 characters why the source is read again.");
    }
    register.get(operation, source.value());
    Vault vault = vaults.of(operation);
    synchronized (vault) {
      unentered.enter(operation);
      Edition made = one(operation, vault, source, reason);
      List<String> followed = new ArrayList<>();
      List<String> waiting = new ArrayList<>();
      follow(operation, vault, "after " + made.report().name() + ": " + reason, followed, waiting);
      return new Retaken(
          made.number(), VaultEditions.difference(vault, source).orElseThrow(), followed, waiting);
    }
  }

  /** Reads again what a killed server left to be read again. */
  void continueWork(OperationId operation) {
    register.requireGrounds(operation);
    editions.requireRetaker(operation);
    Vault vault = vaults.of(operation);
    synchronized (vault) {
      unentered.enter(operation);
      follow(
          operation,
          vault,
          "continued after a restart: an earlier source was read again",
          new ArrayList<>(),
          new ArrayList<>());
    }
  }

  /** Whether something is left to be entered or read again. */
  boolean isUnfinished(OperationId operation) {
    Vault vault = vaults.of(operation);
    return !VaultEditions.outdated(vault).isEmpty()
        || VaultEditions.all(vault).stream()
            .anyMatch(edition -> editions.newest(operation, edition.source()) < edition.number());
  }

  private Edition one(OperationId operation, Vault vault, SourceId source, String reason) {
    SourceReport known = report(vault, source);
    Original original = original(operation, vault, known);
    IntakeOutcome outcome;
    try (Intake intake = intakes.open(operation)) {
      outcome = intake.retake(original, known, register.cause(reason), IntakeProgress.NONE);
    } catch (IntakeException failure) {
      throw new RefusedException(failure.getMessage() + "; nothing was changed");
    }
    if (outcome instanceof IntakeOutcome.NotTaken refused) {
      throw new RefusedException(
          refused.name() + " " + refused.reason() + "; its records stay as they are");
    }
    unentered.enter(operation);
    return VaultEditions.find(vault, source).orElseThrow();
  }

  private void follow(
      OperationId operation,
      Vault vault,
      String reason,
      List<String> followed,
      List<String> waiting) {
    String because = reason.substring(0, Math.min(LONGEST_REASON, reason.length()));
    Set<SourceId> tried = new HashSet<>();
    Optional<Edition> next = next(vault, tried);
    while (next.isPresent()) {
      SourceReport report = next.get().report();
      tried.add(report.id());
      try {
        one(operation, vault, report.id(), because);
        followed.add(report.name());
      } catch (RefusedException refused) {
        waiting.add(report.name() + ": " + refused.getMessage());
      }
      next = next(vault, tried);
    }
  }

  private static Optional<Edition> next(Vault vault, Set<SourceId> tried) {
    return VaultEditions.outdated(vault).stream()
        .filter(edition -> !tried.contains(edition.source()))
        .findFirst();
  }

  private Original original(OperationId operation, Vault vault, SourceReport known) {
    if (known.sealed() == SourceReport.Sealing.COPIED) {
      return vault.original(known.sha256(), () -> register.requireReader(operation));
    }
    try {
      return Original.of(imports.find(known.name()));
    } catch (RefusedException absent) {
      throw new RefusedException(
          known.name()
              + " is sealed by reference: its bytes are not in the vault. Lay the original under"
              + " this name into the import folder "
              + imports.folder()
              + " (SHA-256 "
              + known.sha256()
              + ") and ask again; nothing was changed.");
    }
  }

  private static SourceReport report(Vault vault, SourceId source) {
    try {
      return Intake.report(vault, source)
          .orElseThrow(() ->
              new RefusedException(
                  "the vault holds no records of this source; take the same file in again"));
    } catch (IOException failure) {
      throw new UncheckedIOException("the report of source " + source + " cannot be read", failure);
    }
  }
}
