package dev.cordon.intake;

import dev.cordon.RefusedException;
import dev.cordon.access.OperationId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
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
  private final RereadingRegister rereadings;
  private final Editions editions;
  private final Vaults vaults;
  private final Intakes intakes;
  private final Unentered unentered;
  private final ImportFolder imports;

  SourceRetaking(
      SourceRegister register,
      RereadingRegister rereadings,
      Editions editions,
      Vaults vaults,
      Intakes intakes,
      Unentered unentered,
      ImportFolder imports) {
    this.register = register;
    this.rereadings = rereadings;
    this.editions = editions;
    this.vaults = vaults;
    this.intakes = intakes;
    this.unentered = unentered;
    this.imports = imports;
  }

  /**
   * What a member asked for.
   *
   * @param at when: an edition made since for the same reason is the answer
   * @param destroysCopy whether the vault's copy is destroyed where the judge finds media in it
   */
  record Asked(String reason, Instant at, boolean destroysCopy) {

    /** Whether the edition was made for this very request, before the server stopped. */
    boolean isAnsweredBy(Edition edition) {
      return !edition.cause().at().isBefore(at) && edition.cause().reason().equals(reason);
    }
  }

  @Override
  public Retaken retake(OperationId operation, SourceId source, String reason) {
    return retake(operation, source, new Asked(reason, Instant.now(), false), IntakeProgress.NONE);
  }

  /** The same, as asked for in the queue. */
  Retaken retake(OperationId operation, SourceId source, Asked asked, IntakeProgress progress) {
    String reason = asked.reason();
    register.requireGrounds(operation);
    editions.requireRetaker(operation);
    if (reason.isBlank() || reason.length() > LONGEST_REASON) {
      throw new RefusedException("Say in 1 to 2000 characters why the source is read again.");
    }
    register.get(operation, source.value());
    Vault vault = vaults.of(operation);
    synchronized (vault) {
      unentered.enter(operation);
      Edition made =
          VaultEditions.find(vault, source)
              .filter(asked::isAnsweredBy)
              .orElseGet(() -> one(operation, vault, source, asked, progress));
      if (asked.destroysCopy()) {
        destroyCopy(operation, vault, made.report());
      }
      List<String> followed = new ArrayList<>();
      List<String> waiting = new ArrayList<>();
      follow(operation, vault, "after " + made.report().name() + ": " + reason, followed, waiting);
      return new Retaken(
          made.number(), VaultEditions.difference(vault, source).orElse(null), followed, waiting);
    }
  }

  /** The copy goes, then its going is noted; gone and not noted is noted when begun again. */
  private void destroyCopy(OperationId operation, Vault vault, SourceReport report) {
    if (rereadings.copy(operation, report.id().value()).isEmpty()) {
      throw new IllegalStateException("nobody decided that the copy is destroyed");
    }
    try {
      vault.destroyCopy(report.sha256());
    } catch (IOException failure) {
      throw new UncheckedIOException("the vault's copy could not be destroyed", failure);
    }
    rereadings.destroyed(operation, report.id(), report.sha256());
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

  private Edition one(
      OperationId operation, Vault vault, SourceId source, Asked asked, IntakeProgress progress) {
    SourceReport known = report(vault, source);
    Original original = original(operation, vault, known);
    boolean mayLoseCopy =
        asked.destroysCopy() || rereadings.copy(operation, source.value()).isPresent();
    IntakeOutcome outcome;
    try (Intake intake = intakes.open(operation)) {
      outcome =
          intake.retake(original, known, register.cause(asked.reason()), progress, mayLoseCopy);
    } catch (IntakeException failure) {
      throw new RefusedException(failure.getMessage() + "; nothing was changed");
    }
    switch (outcome) {
      case IntakeOutcome.Taken _, IntakeOutcome.SameBytes _ -> {}
      case IntakeOutcome.HoldsMedia media -> media(operation, vault, known, media, asked);
      case IntakeOutcome.NotTaken refused ->
          throw new RefusedException(
              refused.name() + " " + refused.reason() + "; its records stay as they are");
    }
    unentered.enter(operation);
    return VaultEditions.find(vault, source).orElseThrow();
  }

  /** Nothing but media: the copy goes when that was decided, and there is nothing to read. */
  private void media(
      OperationId operation,
      Vault vault,
      SourceReport known,
      IntakeOutcome.HoldsMedia media,
      Asked asked) {
    if (!asked.destroysCopy()) {
      throw new MediaFoundException(media.name(), media.found());
    }
    destroyCopy(operation, vault, known);
    throw new RefusedException(
        media.name()
            + " holds "
            + media.found()
            + " and nothing that can be read beside: its records stay as they were, the vault's"
            + " copy is destroyed.");
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
        one(
            operation,
            vault,
            report.id(),
            new Asked(because, Instant.now(), false),
            IntakeProgress.NONE);
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
    if (known.sealed() == SourceReport.Sealing.COPIED && vault.holds(known.sha256())) {
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
