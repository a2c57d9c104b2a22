package dev.cordon.intake;

import dev.cordon.access.OperationId;
import dev.cordon.formats.FormatException;
import dev.cordon.formats.content.PackedLimits;
import dev.cordon.formats.profiles.Profiles;
import dev.cordon.intake.internal.LogForms;
import dev.cordon.intake.profiles.OperationProfiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Says whether a source would be read by other rules today than its records were made by. Rules
 * that play no part for it are not looked at: a profile no table of it fits, the zone of another
 * source. Thread-safe.
 */
@Component
class SourceStandings {

  private final SourceRegister register;
  private final FactsRegister known;
  private final OperationProfiles profiles;
  private final RereadingRegister rereadings;
  private final Vaults vaults;

  SourceStandings(
      SourceRegister register,
      FactsRegister known,
      OperationProfiles profiles,
      RereadingRegister rereadings,
      Vaults vaults) {
    this.register = register;
    this.known = known;
    this.profiles = profiles;
    this.rereadings = rereadings;
    this.vaults = vaults;
  }

  /** The rules that are others now than in this reading, one plain line each. */
  List<String> changes(OperationId operation, Source source, Edition was) {
    Profiles today = profiles.of(operation);
    OperationFacts facts = known.facts(operation).orElse(OperationFacts.UNKNOWN);
    Edition.Rules rules =
        EditionRules.of(today, facts, source.name(), EditionRules.Scope.of(was.rules()));
    SourceId id = new SourceId(source.id());
    Vault vault = vaults.of(operation);
    Optional<Recognised> noted =
        vault
            .folders()
            .current(id)
            .flatMap(folder -> Recognised.find(folder, id, vault.key()))
            .filter(Recognised::isWhole);
    if (noted.isEmpty()) {
      return EditionComparison.rules(was.rules(), rules);
    }
    List<String> changes = new ArrayList<>(noted.get().changes(today));
    Recognised.Log log = noted.get().log();
    if (log != null
        && !log.profiles().equals(EditionRules.logs(today))
        && mayBeRead(operation, source, log, today, facts)) {
      changes.add(
          "the profiles of logs are others; whether one fits its lines shows when it is read");
    }
    changes.addAll(EditionComparison.rulesBesideProfiles(was.rules(), rules));
    return changes;
  }

  /** Whether its lines would be read in another form; where they are not at hand, perhaps. */
  private boolean mayBeRead(
      OperationId operation,
      Source source,
      Recognised.Log log,
      Profiles today,
      OperationFacts facts) {
    Vault vault = vaults.of(operation);
    boolean isAtHand =
        log.answer() != null
            && source.sealing() == SourceReport.Sealing.COPIED
            && vault.holds(source.sha256())
            && rereadings.copy(operation, source.id()).isEmpty()
            && rereadings.lastFound(operation, source.id()).isEmpty();
    if (!isAtHand) {
      return true;
    }
    try {
      return !EditionRules.answer(
              LogForms.ofSource(
                  vault.original(source.sha256(), () -> register.requireReader(operation)),
                  facts.logFormat(source.name()),
                  today,
                  PackedLimits.STANDARD))
          .equals(log.answer());
    } catch (IOException | FormatException unreadable) {
      return true;
    }
  }
}
