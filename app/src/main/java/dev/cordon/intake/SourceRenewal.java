package dev.cordon.intake;

import dev.cordon.RefusedException;
import dev.cordon.access.OperationId;
import dev.cordon.intake.selectors.Normaliser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Makes the normal forms of a source's records anew by the newest rules: a new edition whose
 * records keep the old forms beside. The original is not needed. Thread-safe; one at a time for an
 * operation.
 */
@Component
class SourceRenewal {

  private final SourceRegister register;
  private final FactsRegister known;
  private final Editions editions;
  private final Vaults vaults;
  private final Unentered unentered;

  SourceRenewal(
      SourceRegister register,
      FactsRegister known,
      Editions editions,
      Vaults vaults,
      Unentered unentered) {
    this.register = register;
    this.known = known;
    this.editions = editions;
    this.vaults = vaults;
    this.unentered = unentered;
  }

  /** Does it, unless it was done for this very request before the server stopped. */
  void renew(OperationId operation, SourceId source, SourceRetaking.Asked asked) {
    register.requireGrounds(operation);
    editions.requireRetaker(operation);
    register.get(operation, source.value());
    Vault vault = vaults.of(operation);
    synchronized (vault) {
      unentered.enter(operation);
      Edition was =
          VaultEditions.find(vault, source)
              .orElseThrow(() ->
                  new RefusedException(
                      "It is not noted by which rules its records were made: read the source"
                          + " again as a whole."));
      if (asked.isAnsweredBy(was)) {
        return;
      }
      if (was.rules().normaliser() >= Normaliser.VERSION) {
        throw new RefusedException(
            "Its selectors were made by the newest rules; there is nothing to do.");
      }
      try {
        replace(operation, vault, was, register.cause(asked.reason()));
      } catch (IOException failure) {
        throw new UncheckedIOException("the records could not be written anew", failure);
      }
      unentered.enter(operation);
    }
  }

  private void replace(OperationId operation, Vault vault, Edition was, Edition.Cause cause)
      throws IOException {
    OperationFacts facts = known.facts(operation).orElse(OperationFacts.UNKNOWN);
    Path work = Files.createDirectories(vault.work().resolve(UUID.randomUUID().toString()));
    Path made = work.resolve("records");
    try (RecordFolders.Reading reading = vault.folders().read()) {
      Path from = reading.folder(was.source()).orElseThrow();
      new Renormalising(new Normaliser(facts.mailboxRules()), vault.key(), cause.at())
          .transform(from, made, () -> register.requireReader(operation));
      Edition now =
          new Edition(
              was.number() + 1,
              cause,
              was.rules().with(Normaliser.VERSION),
              was.report(),
              StoredRecords.summary(made, was.source(), vault.key(), was.records().reasons()),
              was.order());
      VaultEditions.replace(
          made, now, EditionComparison.compare(was, from, now, made, vault.key()));
      vault.replaceRecords(was.source(), made);
    } finally {
      Vault.deleteAll(work);
    }
  }
}
