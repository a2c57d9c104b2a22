package dev.cordon.safeguarding;

import dev.cordon.Columns;
import dev.cordon.RefusedException;
import dev.cordon.access.Access;
import dev.cordon.access.AgencyId;
import dev.cordon.access.Area;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.dispatch.DraftOrder;
import dev.cordon.dispatch.IntelligencePackages;
import dev.cordon.dispatch.PackageId;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The package for one subject that leaves because of danger: it belongs to no batch, replaces no
 * other package and waits for no embargo; two persons release it like every other.
 */
@Service
@Transactional
public class UrgentPackages {

  private final JdbcClient jdbc;
  private final Access access;
  private final CurrentMember currentMember;
  private final Ledger ledger;
  private final IntelligencePackages packages;

  UrgentPackages(
      JdbcClient jdbc,
      Access access,
      CurrentMember currentMember,
      Ledger ledger,
      IntelligencePackages packages) {
    this.jdbc = jdbc;
    this.access = access;
    this.currentMember = currentMember;
    this.ledger = ledger;
    this.packages = packages;
  }

  /** An urgent package of a subject; releasedAt: null while two persons have not agreed. */
  public record Made(
      UUID packageId,
      String number,
      String recipient,
      String clashes,
      Instant madeAt,
      @Nullable Instant releasedAt) {}

  /** Until when nothing but urgent packages is released; until: null when it was lifted. */
  public record Embargo(@Nullable Instant until, String reason, String by, Instant setAt) {

    /** Whether it holds now. */
    public boolean holds() {
      return until != null && until.isAfter(Instant.now());
    }
  }

  /** Drafts it; its release is asked for and approved on the package's own page. */
  public PackageId make(OperationId operation, UUID subject, AgencyId recipient, String reason) {
    access.require(operation, Area.PACKAGES, Right.WRITE);
    Instant known =
        oldest(operation, subject)
            .orElseThrow(() ->
                new RefusedException(
                    "No fact that points to danger holds for this subject. Record it first, with its"
                        + " source."));
    List<String> clashes = clashes(operation, subject);
    DraftOrder order =
        new DraftOrder(recipient, reason, null, null, null, null, null, null, List.of(subject));
    PackageId id = packages.draftAlone(operation, order).id();
    jdbc.sql(SafeguardingSql.ADD_URGENT)
        .param("package", id.value())
        .param("operation", operation.value())
        .param("subject", subject)
        .param("knownAt", Columns.parameter(known))
        .param("clashes", String.join("\n", clashes))
        .param("reason", reason.strip())
        .param("member", currentMember.member().value())
        .update();
    ledger.append(
        Entry.of(operation, Act.DECISION, "urgent-package", reason.strip())
            .to(recipient)
            .touching(id, subject));
    return id;
  }

  private Optional<Instant> oldest(OperationId operation, UUID subject) {
    return jdbc.sql(SafeguardingSql.OLDEST)
        .param("operation", operation.value())
        .param("subject", subject)
        .query((row, number) -> Optional.ofNullable(Columns.instantOrNull(row, "min")))
        .single();
  }

  /** What a step now could collide with, a sentence each. */
  @Transactional(readOnly = true)
  public List<String> clashes(OperationId operation, UUID subject) {
    List<String> clashes = new ArrayList<>();
    jdbc.sql(SafeguardingSql.SITES)
        .param("operation", operation.value())
        .param("subject", subject)
        .query(row -> {
          clashes.add(
              named(row.getString("name"))
                  + " plans to act at "
                  + row.getString("label")
                  + " ("
                  + row.getString("country")
                  + ") on "
                  + Columns.instant(row, "planned_at").truncatedTo(ChronoUnit.MINUTES)
                  + ".");
        });
    jdbc.sql(SafeguardingSql.HELD)
        .param("operation", operation.value())
        .param("subject", subject)
        .query(row -> {
          clashes.add(
              named(row.getString("name"))
                  + " holds the subject in package "
                  + row.getString("number")
                  + " since "
                  + Columns.instant(row, "released_at").truncatedTo(ChronoUnit.MINUTES)
                  + ".");
        });
    embargo(operation)
        .filter(Embargo::holds)
        .ifPresent(embargo ->
            clashes.add(
                "Packages are under an embargo until "
                    + Objects.requireNonNull(embargo.until()).truncatedTo(ChronoUnit.MINUTES)
                    + " ("
                    + embargo.reason()
                    + "); this one does not wait for it."));
    return clashes;
  }

  private static String named(@Nullable String agency) {
    return agency == null ? "Another agency" : agency;
  }

  /** The urgent packages of a subject, newest first, at most 50. */
  @Transactional(readOnly = true)
  public List<Made> of(OperationId operation, UUID subject) {
    return jdbc.sql(SafeguardingSql.URGENT)
        .param("operation", operation.value())
        .param("subject", subject)
        .query((row, number) ->
            new Made(
                Columns.uuid(row, "package_id"),
                row.getString("number"),
                named(row.getString("name")),
                row.getString("clashes"),
                Columns.instant(row, "made_at"),
                Columns.instantOrNull(row, "released_at")))
        .list();
  }

  /** The embargo as last set, if ever. */
  @Transactional(readOnly = true)
  public Optional<Embargo> embargo(OperationId operation) {
    return jdbc.sql(SafeguardingSql.EMBARGO)
        .param("operation", operation.value())
        .query((row, number) ->
            new Embargo(
                Columns.instantOrNull(row, "until"),
                row.getString("reason"),
                Objects.requireNonNullElse(row.getString("display_name"), "a member"),
                Columns.instant(row, "set_at")))
        .optional();
  }

  /** Sets the embargo, or lifts it (null). */
  public void setEmbargo(OperationId operation, @Nullable Instant until, String reason) {
    if (!access.holds(operation, Area.PACKAGES, Right.RELEASE)) {
      throw new NotPermittedException();
    }
    jdbc.sql(SafeguardingSql.SET_EMBARGO)
        .param("id", UUID.randomUUID())
        .param("operation", operation.value())
        .param("until", until == null ? null : Columns.parameter(until))
        .param("reason", reason.strip())
        .param("member", currentMember.member().value())
        .update();
    ledger.append(
        Entry.of(
            operation,
            Act.DECISION,
            until == null ? "embargo-lifted" : "embargo-set",
            reason.strip()));
  }
}
