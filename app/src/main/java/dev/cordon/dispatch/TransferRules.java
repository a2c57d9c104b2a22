package dev.cordon.dispatch;

import dev.cordon.RefusedException;
import dev.cordon.access.OperationId;
import dev.cordon.law.Jurisdictions;
import dev.cordon.law.TransferLaw;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether a package leaves for a third country, and whether the basis stated for it can be one. */
@Component
class TransferRules {

  private final JdbcClient jdbc;
  private final TransferLaw law;
  private final Jurisdictions places;

  TransferRules(JdbcClient jdbc, TransferLaw law, Jurisdictions places) {
    this.jdbc = jdbc;
    this.law = law;
    this.places = places;
  }

  /** Whether what the lead of the operation sends to the country needs a basis of its own. */
  boolean needed(OperationId operation, String country) {
    String lead =
        jdbc.sql(DispatchSql.LEAD_COUNTRY)
            .param("operation", operation.value())
            .query(String.class)
            .single();
    return law.needed(lead, country);
  }

  /** Refuses a release without a basis where one is needed, or with one that is none. */
  void require(IntelligencePackage draft, Clearing clearing) {
    if (draft.clearance().transferBasis() == TransferBasis.NOT_NEEDED) {
      return;
    }
    String country = places.get(draft.country()).name();
    TransferBasis basis = clearing.transferBasis();
    if (basis == null || basis == TransferBasis.NOT_NEEDED || clearing.transferWords() == null) {
      throw new RefusedException(
          country
              + " is a third country for this operation. Say on which basis the package goes there"
              + " (adequacy, safeguards or derogation; Directive (EU) 2016/680 Art. 36 to 38) and why it"
              + " holds.");
    }
    if (basis == TransferBasis.ADEQUACY
        && law.adequacyOf(draft.country(), LocalDate.now(ZoneOffset.UTC)).isEmpty()) {
      throw new RefusedException(
          "No adequacy decision on "
              + country
              + " is known as of "
              + law.asOf()
              + ". Choose safeguards or a derogation, or have the list of transfers renewed.");
    }
  }
}
