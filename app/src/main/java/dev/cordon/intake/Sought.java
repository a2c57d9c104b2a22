package dev.cordon.intake;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose rows are looked for: those of accounts, of everybody who has a selector, and rows named.
 *
 * @param accounts the accounts known
 * @param selector a value as written or in its normal form; null for none
 * @param rows rows known already, as other stages keep them
 */
public record Sought(
    List<AccountName> accounts, @Nullable String selector, Collection<Origin> rows) {

  /** Copies what it is given. */
  public Sought {
    accounts = List.copyOf(accounts);
    rows = List.copyOf(rows);
  }
}
