package dev.cordon.intake;

import dev.cordon.access.OperationId;
import dev.cordon.formats.content.PackedLimits;
import dev.cordon.intake.profiles.OperationProfiles;
import org.springframework.stereotype.Component;

/** Opens an operation's intake by the rules of today. Thread-safe; what it opens is not. */
@Component
class Intakes {

  private final FactsRegister facts;
  private final Vaults vaults;
  private final OperationProfiles profiles;
  private final Restrictions restrictions;

  Intakes(
      FactsRegister facts, Vaults vaults, OperationProfiles profiles, Restrictions restrictions) {
    this.facts = facts;
    this.vaults = vaults;
    this.profiles = profiles;
    this.restrictions = restrictions;
  }

  /** The caller holds the vault's monitor and closes the intake. */
  Intake open(OperationId operation) {
    return new Intake(
        vaults.of(operation),
        facts.facts(operation).orElse(OperationFacts.UNKNOWN),
        profiles.of(operation),
        PackedLimits.STANDARD,
        true,
        restrictions.erased(operation));
  }
}
