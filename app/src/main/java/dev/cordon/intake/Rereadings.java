package dev.cordon.intake;

import dev.cordon.RefusedException;
import dev.cordon.access.OperationId;
import dev.cordon.access.StepUp;
import dev.cordon.intake.selectors.Normaliser;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * Sources read again by the rules of today, one after the other in the queue of takings: what was
 * asked for stays asked for when the server stops. Thread-safe.
 */
@Service
public class Rereadings {

  private static final int LEAST = 3;
  private static final int LONGEST_REASON = 2000;
  private static final int LONGEST_PLACE = 500;

  private final SourceRegister sources;
  private final RereadingRegister register;
  private final SourceStandings standings;
  private final Vaults vaults;
  private final TakingQueue queue;
  private final StepUp stepUp;

  Rereadings(
      SourceRegister sources,
      RereadingRegister register,
      SourceStandings standings,
      Vaults vaults,
      TakingQueue queue,
      StepUp stepUp) {
    this.sources = sources;
    this.register = register;
    this.standings = standings;
    this.vaults = vaults;
    this.queue = queue;
    this.stepUp = stepUp;
  }

  /** How a source stands to the rules of today. */
  public SourceStanding standing(OperationId operation, UUID source) {
    Source one = sources.get(operation, source);
    SourceId id = new SourceId(source);
    Optional<Edition> edition = VaultEditions.find(vaults.of(operation), id);
    List<String> changes =
        edition.map(was -> standings.changes(operation, one, was)).orElse(List.of());
    return new SourceStanding(
        edition.map(Edition::number).orElse(1),
        edition.map(Edition::isNoted).orElse(false),
        changes,
        edition.map(was -> was.rules().normaliser()).orElse(0),
        Normaliser.VERSION,
        register.isOpen(operation, source),
        register.lastFound(operation, source).orElse(null),
        register.copy(operation, source).orElse(null),
        one.sealing() == SourceReport.Sealing.COPIED);
  }

  /**
   * Has a source read again.
   *
   * @param reason why, 3 to 2000 characters; stands in the ledger
   * @throws RefusedException when it is on the way already
   */
  public void ask(OperationId operation, UUID source, Rereading.Kind kind, String reason) {
    if (kind == Rereading.Kind.SEAL) {
      throw new IllegalArgumentException("who destroys a copy says where the original lies");
    }
    String why = words("why the source is read again", reason, LONGEST_REASON);
    register.ask(operation, sources.get(operation, source), kind, why);
    queue.wake(operation);
  }

  /**
   * Has a source read again in whose copy the judge found media, and the copy destroyed. From this
   * moment no reader opens the copy.
   *
   * @param originalPlace where the original lies, 3 to 500 characters
   * @throws dev.cordon.access.StepUpRequiredException before a fresh proof of who asks
   */
  public void askToSeal(OperationId operation, UUID source, String originalPlace, String reason) {
    stepUp.require();
    seal(operation, source, originalPlace, reason);
  }

  void seal(OperationId operation, UUID source, String originalPlace, String reason) {
    String why = words("why the copy is destroyed", reason, LONGEST_REASON);
    String place = words("where the original lies", originalPlace, LONGEST_PLACE);
    register.askToSeal(operation, sources.get(operation, source), place, why);
    queue.wake(operation);
  }

  private static String words(String what, String said, int most) {
    String words = said.strip();
    if (words.length() < LEAST || words.length() > most) {
      throw new RefusedException(
          "Nothing was done. Say in " + LEAST + " to " + most + " characters " + what + ".");
    }
    return words;
  }
}
