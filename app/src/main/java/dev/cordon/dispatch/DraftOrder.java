package dev.cordon.dispatch;

import dev.cordon.access.AgencyId;
import dev.cordon.access.HandlingCode;
import dev.cordon.law.Conduct;
import dev.cordon.protection.Grade;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a draft is to hold.
 *
 * @param recipient the receiving agency
 * @param reason why it is prepared
 * @param handlingCode null: the operation's
 * @param handlingNote the restrictions behind H3
 * @param grading null: not assessed
 * @param legalBasis null: the operation's
 * @param conduct null: possession
 * @param conductOn null: the day of the latest payment in the package
 * @param subjects empty: every confirmed subject attributed to the agency's country that no other
 *     agency of that country holds
 * @param terms field rules, contact and expiry
 */
public record DraftOrder(
    AgencyId recipient,
    String reason,
    @Nullable HandlingCode handlingCode,
    @Nullable String handlingNote,
    @Nullable Grade grading,
    @Nullable String legalBasis,
    @Nullable Conduct conduct,
    @Nullable LocalDate conductOn,
    List<UUID> subjects,
    DraftTerms terms) {

  /** With the usual terms. */
  public DraftOrder(
      AgencyId recipient,
      String reason,
      @Nullable HandlingCode handlingCode,
      @Nullable String handlingNote,
      @Nullable Grade grading,
      @Nullable String legalBasis,
      @Nullable Conduct conduct,
      @Nullable LocalDate conductOn,
      List<UUID> subjects) {
    this(
        recipient,
        reason,
        handlingCode,
        handlingNote,
        grading,
        legalBasis,
        conduct,
        conductOn,
        subjects,
        DraftTerms.USUAL);
  }

  /** Copies the list. */
  public DraftOrder {
    subjects = List.copyOf(subjects);
  }

  /** A draft with the usual settings. */
  public static DraftOrder of(AgencyId recipient, String reason) {
    return new DraftOrder(recipient, reason, null, null, null, null, null, null, List.of());
  }
}
