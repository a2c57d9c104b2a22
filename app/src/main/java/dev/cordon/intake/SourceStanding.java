package dev.cordon.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a source stands to the rules of today: what reading it again would go by.
 *
 * @param edition the number of the edition that counts
 * @param isNoted whether it is known by which rules that edition was read
 * @param changes the rules that are others now, one plain line each
 * @param normaliser the version of the rules of selectors its records were made by; 0: not known
 * @param newestNormaliser the version of today
 * @param isOpen whether it is being read again, or waits for it
 * @param found what the judge found last that keeps its bytes from being in the vault; null:
 *     nothing
 * @param copy the vault's copy that was destroyed, or is to be; null: none
 * @param isInVault whether its original is read from the vault; otherwise it must lie in the import
 *     folder
 */
public record SourceStanding(
    int edition,
    boolean isNoted,
    List<String> changes,
    int normaliser,
    int newestNormaliser,
    boolean isOpen,
    @Nullable String found,
    @Nullable DestroyedCopy copy,
    boolean isInVault) {

  /** Copies the list. */
  public SourceStanding {
    changes = List.copyOf(changes);
  }

  /** Whether its selectors were made by older rules. */
  public boolean isOlder() {
    return normaliser < newestNormaliser;
  }
}
