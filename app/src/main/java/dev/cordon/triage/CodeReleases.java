package dev.cordon.triage;

import dev.cordon.Columns;
import dev.cordon.RefusedException;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.evidence.Exhibit;
import dev.cordon.evidence.Exhibits;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether inquiries of other agencies may compare the perceptual codes of an exhibit. Codes with
 * handling code H3 are compared for nobody else until a named person of their agency says so; it
 * can be taken back. Digests need none of this: they can not be inverted.
 */
@Service
@Transactional
public class CodeReleases {

  private static final String STANDING =
      """
      select r.id, r.reason, r.released_at, coalesce(m.display_name, '') as released_by_name from cordon.code_release r
      left join cordon.member m on m.id = r.released_by
      where r.operation_id = :operation and r.exhibit_id = :exhibit and r.withdrawn_at is null
      """;

  private static final String RELEASE =
      """
      insert into cordon.code_release (id, operation_id, agency_id, exhibit_id, reason, released_by)
      values (:id, :operation, :agency, :exhibit, :reason, :member)
      """;

  private static final String WITHDRAW =
      """
      update cordon.code_release set withdrawn_at = now(), withdrawn_by = :member
      where operation_id = :operation and exhibit_id = :exhibit and withdrawn_at is null
      """;

  private final JdbcClient jdbc;
  private final Access access;
  private final CurrentMember currentMember;
  private final Exhibits exhibits;
  private final Ledger ledger;

  CodeReleases(
      JdbcClient jdbc,
      Access access,
      CurrentMember currentMember,
      Exhibits exhibits,
      Ledger ledger) {
    this.jdbc = jdbc;
    this.access = access;
    this.currentMember = currentMember;
    this.exhibits = exhibits;
    this.ledger = ledger;
  }

  /** A release that stands. */
  public record Standing(UUID id, String reason, String by, Instant at) {}

  /** The release of an exhibit's codes, where one stands and the reader may know of it. */
  @Transactional(readOnly = true)
  public Optional<Standing> standing(OperationId operation, UUID exhibit) {
    return jdbc.sql(STANDING)
        .param("operation", operation.value())
        .param("exhibit", exhibit)
        .query((row, number) ->
            new Standing(
                Columns.uuid(row, "id"),
                row.getString("reason"),
                row.getString("released_by_name"),
                Columns.instant(row, "released_at")))
        .optional();
  }

  /** Lets inquiries compare the codes of an exhibit of the member's agency. */
  public void release(OperationId operation, UUID exhibit, String reason) {
    requireOwn(operation, exhibit);
    if (reason.strip().length() < 3 || reason.strip().length() > 1000) {
      throw new RefusedException("A reason has 3 to 1000 characters.");
    }
    if (standing(operation, exhibit).isPresent()) {
      throw new RefusedException("Inquiries may compare the codes of this exhibit already.");
    }
    UUID id = UUID.randomUUID();
    jdbc.sql(RELEASE)
        .param("id", id)
        .param("operation", operation.value())
        .param("agency", currentMember.agency().value())
        .param("exhibit", exhibit)
        .param("reason", reason.strip())
        .param("member", currentMember.member().value())
        .update();
    ledger.append(
        Entry.of(operation, Act.DECISION, "code-release", reason.strip()).touching(id, exhibit));
  }

  /** Takes that back: inquiries asked from now on compare them no more. */
  public void withdraw(OperationId operation, UUID exhibit, String reason) {
    requireOwn(operation, exhibit);
    int withdrawn =
        jdbc.sql(WITHDRAW)
            .param("operation", operation.value())
            .param("exhibit", exhibit)
            .param("member", currentMember.member().value())
            .update();
    if (withdrawn == 0) {
      throw new RefusedException("Inquiries do not compare the codes of this exhibit.");
    }
    ledger.append(
        Entry.of(operation, Act.DECISION, "code-release-withdrawal", reason.strip())
            .touching(exhibit));
  }

  private void requireOwn(OperationId operation, UUID exhibit) {
    access.require(operation, Area.PERCEPTUAL_CODES, Right.WRITE);
    Exhibit found = exhibits.get(operation, exhibit);
    if (!found.agency().equals(currentMember.agency())) {
      throw new NotPermittedException();
    }
  }
}
