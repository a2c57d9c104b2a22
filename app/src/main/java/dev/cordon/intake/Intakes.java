package dev.cordon.intake;

import dev.cordon.access.OperationId;
import dev.cordon.formats.content.PackedLimits;
import dev.cordon.intake.profiles.OperationProfiles;
import java.util.function.Predicate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Opens an operation's intake by the rules of today. Thread-safe; what it opens is not. */
@Component
class Intakes {

  private final SourceRegister register;
  private final Vaults vaults;
  private final OperationProfiles profiles;
  private final ObjectProvider<HiddenRows> hidden;

  Intakes(
      SourceRegister register,
      Vaults vaults,
      OperationProfiles profiles,
      ObjectProvider<HiddenRows> hidden) {
    this.register = register;
    this.vaults = vaults;
    this.profiles = profiles;
    this.hidden = hidden;
  }

  /** The caller holds the vault's monitor and closes the intake. */
  Intake open(OperationId operation) {
    HiddenRows rows = hidden.getIfAvailable(() -> any -> HiddenRows.NONE);
    Predicate<Origin> erased = rows.erased(operation);
    return new Intake(
        vaults.of(operation),
        register.facts(operation).orElse(OperationFacts.UNKNOWN),
        profiles.of(operation),
        PackedLimits.STANDARD,
        true,
        erased);
  }
}
