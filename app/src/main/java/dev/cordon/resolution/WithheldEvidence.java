package dev.cordon.resolution;

import dev.cordon.Columns;
import dev.cordon.Page;
import dev.cordon.RefusedException;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.OperationId;
import dev.cordon.access.ReadingReasons;
import dev.cordon.access.Right;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import dev.cordon.linkage.Engine;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Evidence that may not be used, unlawfully obtained for one: what would fall apart without it is
 * shown first, then a member withholds it with a reason. Later runs do not use it; the record stays
 * in its source. Kept is a salted digest of the value, never the value.
 */
@Service
@Transactional
public class WithheldEvidence {

  private static final SecureRandom RANDOM = new SecureRandom();

  private final JdbcClient jdbc;
  private final Access access;
  private final CurrentMember currentMember;
  private final Ledger ledger;
  private final ReadingReasons reasons;
  private final Proposals proposals;
  private final StandingDecisions decided;

  WithheldEvidence(
      JdbcClient jdbc,
      Access access,
      CurrentMember currentMember,
      Ledger ledger,
      ReadingReasons reasons,
      Proposals proposals,
      StandingDecisions decided) {
    this.jdbc = jdbc;
    this.access = access;
    this.currentMember = currentMember;
    this.ledger = ledger;
    this.reasons = reasons;
    this.proposals = proposals;
    this.decided = decided;
  }

  /**
   * A group that would fall apart.
   *
   * @param number the proposal's number
   * @param subject the subject confirmed from it, or empty
   * @param parts the accounts of each part it would fall into
   */
  public record Fall(String number, String subject, List<List<String>> parts) {

    /** Copies the lists. */
    public Fall {
      parts = parts.stream().map(List::copyOf).toList();
    }
  }

  /** What is withheld, or was. */
  public record Entered(
      UUID id,
      String kind,
      String digest,
      boolean withheld,
      boolean stands,
      String reason,
      String decidedBy,
      Instant decidedAt) {}

  /** Shows what would fall apart without a value, given in its normal form; nothing is changed. */
  public List<Fall> preview(OperationId operation, String kind, String value) {
    access.require(operation, Area.PROPOSALS, Right.WRITE);
    reasons.require(operation);
    Decisions now = decided.standing(operation);
    List<WithheldValue> more = new ArrayList<>(now.withheld());
    more.add(WithheldValue.of(kind, salt(), value));
    ledger.append(
        Entry.of(
            operation, Act.CONSULTATION, "withholding", "looked what a " + kind + " holds up"));
    return proposals.rehearse(
        operation, new Decisions(now.pairs(), more), engine -> falls(operation, engine));
  }

  /** Withholds a value of a kind from later runs. */
  public UUID withhold(OperationId operation, String kind, String value, String reason) {
    access.require(operation, Area.PROPOSALS, Right.WRITE);
    if (value.isBlank()) {
      throw new RefusedException("Say which value is withheld, as the link names it.");
    }
    for (WithheldValue known : decided.standing(operation).withheld()) {
      if (known.equals(WithheldValue.of(kind, known.salt(), value))) {
        throw new RefusedException("This value is withheld already.");
      }
    }
    return enter(operation, WithheldValue.of(kind, salt(), value), true, reason);
  }

  /** Lets a withheld value be used again. */
  public UUID release(OperationId operation, UUID id, String reason) {
    access.require(operation, Area.PROPOSALS, Right.WRITE);
    WithheldValue value =
        jdbc.sql(WithheldSql.FIND)
            .param("operation", operation.value())
            .param("id", id)
            .query((row, number) ->
                new WithheldValue(
                    row.getString("kind"), row.getString("salt"), row.getString("digest")))
            .optional()
            .orElseThrow(() -> new RefusedException("This value is not withheld."));
    return enter(operation, value, false, reason);
  }

  /** One page of what was withheld and released, newest first. */
  @Transactional(readOnly = true)
  public Page<Entered> page(OperationId operation, int page) {
    access.require(operation, Area.PROPOSALS, Right.READ);
    return new Page<>(
        jdbc.sql(WithheldSql.LIST)
            .param("operation", operation.value())
            .param("limit", Page.SIZE)
            .param("offset", Page.offset(page))
            .query((row, number) ->
                new Entered(
                    Columns.uuid(row, "id"),
                    row.getString("kind"),
                    row.getString("digest"),
                    row.getBoolean("withheld"),
                    row.getBoolean("stands"),
                    row.getString("reason"),
                    row.getString("display_name"),
                    Columns.instant(row, "decided_at")))
            .list(),
        page,
        jdbc.sql(WithheldSql.COUNT)
            .param("operation", operation.value())
            .query(Long.class)
            .single());
  }

  private UUID enter(OperationId operation, WithheldValue value, boolean withheld, String reason) {
    UUID id = UUID.randomUUID();
    jdbc.sql(WithheldSql.ADD)
        .param("id", id)
        .param("operation", operation.value())
        .param("kind", value.kind())
        .param("salt", value.salt())
        .param("digest", value.digest())
        .param("withheld", withheld)
        .param("reason", reason)
        .param("member", currentMember.member().value())
        .update();
    ledger.append(
        Entry.of(
                operation,
                Act.DECISION,
                withheld ? "evidence-withheld" : "evidence-released",
                reason)
            .touching(id));
    return id;
  }

  private List<Fall> falls(OperationId operation, Engine engine) {
    TreeMap<String, String> subjects = new TreeMap<>();
    TreeMap<String, Set<String>> members = new TreeMap<>();
    jdbc.sql(WithheldSql.CURRENT)
        .param("operation", operation.value())
        .query(row -> {
          String number = row.getString("number");
          members.computeIfAbsent(number, unused -> new TreeSet<>()).add(row.getString("account"));
          String subject = row.getString("subject");
          subjects.put(number, subject == null ? "" : subject);
        });
    TreeMap<String, String> now = new TreeMap<>();
    engine.read(
        "SELECT system || ':' || account, cluster_id FROM proposed_account ORDER BY holder",
        row -> now.putIfAbsent(row.getString(1), row.getString(2)));
    List<Fall> falls = new ArrayList<>();
    members.forEach((number, accounts) -> {
      TreeMap<String, List<String>> parts = new TreeMap<>();
      for (String account : accounts) {
        parts
            .computeIfAbsent(now.getOrDefault(account, account), unused -> new ArrayList<>())
            .add(account);
      }
      if (parts.size() > 1) {
        falls.add(
            new Fall(number, subjects.getOrDefault(number, ""), new ArrayList<>(parts.values())));
      }
    });
    return falls;
  }

  private static String salt() {
    byte[] salt = new byte[32];
    RANDOM.nextBytes(salt);
    return HexFormat.of().formatHex(salt);
  }
}
