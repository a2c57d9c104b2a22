package dev.cordon.intake;

import dev.cordon.access.OperationId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Enters in the database what stands in the vault and is not entered: what was just taken, and what
 * a killed server had moved into place and not entered. Each source is one transaction.
 */
@Component
class Unentered {

  private final SourceRegister register;
  private final Editions editions;
  private final Vaults vaults;
  private final Restrictions restrictions;

  Unentered(SourceRegister register, Editions editions, Vaults vaults, Restrictions restrictions) {
    this.register = register;
    this.editions = editions;
    this.vaults = vaults;
    this.restrictions = restrictions;
  }

  /** Enters all of the operation; who asks must be allowed to take sources in. */
  void enter(OperationId operation) {
    enter(operation, null, HandedOver.UNKNOWN);
  }

  /** The same, with who handed one of them over. */
  void enter(OperationId operation, @Nullable SourceId handed, HandedOver handedOver) {
    Vault vault = vaults.of(operation);
    for (Edition edition : VaultEditions.all(vault)) {
      boolean isIt = edition.source().equals(handed);
      enter(operation, vault, edition, isIt ? handedOver : HandedOver.UNKNOWN);
    }
    withoutEdition(operation, vault);
  }

  /** Counts the records of a source whose edition was entered without. */
  void count(OperationId operation, SourceId source) {
    int edition = Math.max(1, editions.newest(operation, source));
    register.count(operation, source, edition, counted(operation, vaults.of(operation), source));
  }

  private SourceCounts counted(OperationId operation, Vault vault, SourceId source) {
    try (SealedRecords records =
        SealedRecords.openOnly(
            vault.records(),
            vault.key(),
            () -> register.requireReader(operation),
            source,
            restrictions.hidden(operation))) {
      return CountedRecords.of(records, source);
    }
  }

  private void enter(OperationId operation, Vault vault, Edition edition, HandedOver handedOver) {
    SourceId source = edition.source();
    if (editions.newest(operation, source) >= edition.number()) {
      return;
    }
    SealedTexts texts = new SealedTexts(operation, vault, List.of(source));
    Consumer<Consumer<TextSummary>> own = each -> texts.threads(source, each);
    if (!register.isEntered(operation, source)) {
      register.enter(operation, edition, counted(operation, vault, source), handedOver, own);
      return;
    }
    editions.enter(
        operation,
        edition,
        VaultEditions.difference(vault, source).orElse(null),
        own,
        each -> others(vault, source, texts, each));
    SourceCounts counted = counted(operation, vault, source);
    register.keepCounts(operation, source, edition.number(), counted);
  }

  private static void others(
      Vault vault, SourceId source, SealedTexts texts, Consumer<TextSummary> each) {
    try (RecordFolders.Reading reading = vault.folders().read()) {
      reading.sources().stream()
          .filter(other -> !other.equals(source))
          .forEach(other -> texts.threads(other, each));
    }
  }

  /** Sources of before editions that a killed server left out: their report is all there is. */
  private void withoutEdition(OperationId operation, Vault vault) {
    try (RecordFolders.Reading reading = vault.folders().read()) {
      for (SourceId source : reading.sources()) {
        SourceReport report = Intake.report(vault, source).orElse(null);
        if (report == null
            || VaultEditions.find(vault, source).isPresent()
            || register.isEntered(operation, source)) {
          continue;
        }
        SealedTexts texts = new SealedTexts(operation, vault, List.of(source));
        register.enter(
            operation,
            first(report),
            counted(operation, vault, source),
            HandedOver.UNKNOWN,
            each -> texts.threads(source, each));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("the sources in the vault cannot be read", failure);
    }
  }

  private Edition first(SourceReport report) {
    Edition before = Edition.ofBefore(report);
    return new Edition(
        before.number(),
        register.cause("taken in"),
        before.rules(),
        report,
        before.records(),
        before.order());
  }
}
