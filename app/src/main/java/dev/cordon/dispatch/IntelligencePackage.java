package dev.cordon.dispatch;

import dev.cordon.access.AgencyId;
import dev.cordon.access.HandlingCode;
import dev.cordon.access.OperationId;
import dev.cordon.law.Conduct;
import dev.cordon.law.Coverage;
import dev.cordon.protection.Grade;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of what one agency receives.
 *
 * @param number what people call it
 * @param version from 1
 * @param recipientName the receiving agency's name
 * @param legalBasis on which it is given
 * @param law the receiving country's answer at the time of the draft
 * @param clearance what members said so that it may go
 * @param act what happened to it
 * @param subjects how many subjects it holds
 * @param manifestSha256 digest of the signed manifest, once released
 * @param form in which form it is made
 */
public record IntelligencePackage(
    PackageId id,
    OperationId operation,
    String number,
    int version,
    AgencyId recipient,
    String recipientName,
    String country,
    PackageState state,
    HandlingCode handlingCode,
    @Nullable String handlingNote,
    Grade grading,
    String legalBasis,
    Law law,
    Clearance clearance,
    Life act,
    long subjects,
    @Nullable String manifestSha256,
    PackageForm form) {

  /**
   * The law questions of the receiving jurisdiction.
   *
   * @param reason why the catalogue answers as it does
   * @param questions what a lawyer there must ask
   * @param gapReason why it was released although not covered or unknown
   * @param gapBy who said so
   * @param version which state of the catalogue answered; null for packages of earlier versions
   */
  public record Law(
      Conduct conduct,
      LocalDate on,
      Coverage.Answer coverage,
      String reason,
      List<String> questions,
      @Nullable String gapReason,
      @Nullable String gapBy,
      @Nullable String version) {

    /** Copies the list. */
    public Law {
      questions = List.copyOf(questions);
    }
  }

  /**
   * On which basis it leaves for another country.
   *
   * @param transferBasis null while nobody has said it
   * @param transferWords the instrument or ground
   * @param transferBy who said so
   */
  public record Clearance(
      @Nullable TransferBasis transferBasis,
      @Nullable String transferWords,
      @Nullable String transferBy) {

    /** Whether a member must still say it before the package may go. */
    public boolean toBeStated() {
      return transferBasis == null;
    }
  }

  /** When and why it was drafted, released, received, recalled. */
  public record Life(
      Instant draftedAt,
      String draftReason,
      @Nullable Instant releasedAt,
      @Nullable String releaseReason,
      @Nullable Instant receivedAt,
      @Nullable Instant recalledAt,
      @Nullable String recallReason) {}
}
