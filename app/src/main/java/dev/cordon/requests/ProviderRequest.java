package dev.cordon.requests;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One request to a provider.
 *
 * @param dueOn when the answer is due
 * @param dataExpiresOn when the provider deletes the data; null where nobody knows
 * @param selectors how many it asks about
 * @param unresolved how many of its subjects have no country decided yet, which it could resolve
 */
public record ProviderRequest(
    UUID id,
    String number,
    String agency,
    String provider,
    String providerKind,
    String fromCountry,
    String toCountry,
    String legalBasis,
    String channel,
    String asks,
    LocalDate dueOn,
    @Nullable LocalDate dataExpiresOn,
    RequestState state,
    Instant stateAt,
    long selectors,
    long unresolved) {

  /** Whether the answer should be here by now. */
  public boolean isLate(LocalDate today) {
    return state.isOpen() && dueOn.isBefore(today);
  }

  /** Whether the data may be gone before the answer is due, and nobody asked to keep it. */
  public boolean isAtRisk() {
    return state == RequestState.DRAFTED && dataExpiresOn != null && !dataExpiresOn.isAfter(dueOn);
  }
}
