package dev.cordon.requests;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be asked.
 *
 * @param legalBasis as the member states it; empty takes the basis proposed for the two countries
 * @param selectors at least one
 */
public record RequestDraft(
    String provider,
    ProviderKind kind,
    String fromCountry,
    String toCountry,
    String legalBasis,
    String asks,
    LocalDate dueOn,
    @Nullable LocalDate dataExpiresOn,
    List<Selector> selectors) {

  /**
   * A selector.
   *
   * @param kind email, phone, ip, account, card, wallet, handle or device
   * @param subject the number of the subject it could resolve; empty for none
   */
  public record Selector(String kind, String value, String subject) {}

  /** Copies the list. */
  public RequestDraft {
    selectors = List.copyOf(selectors);
  }
}
