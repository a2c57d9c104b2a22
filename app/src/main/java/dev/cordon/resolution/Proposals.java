package dev.cordon.resolution;

import dev.cordon.Page;
import dev.cordon.RefusedException;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.OperationId;
import dev.cordon.access.ReadingReason;
import dev.cordon.access.ReadingReasons;
import dev.cordon.access.Right;
import dev.cordon.intake.OperationFacts;
import dev.cordon.intake.SealedRecords;
import dev.cordon.intake.Sources;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import dev.cordon.linkage.DuckDbEngine;
import dev.cordon.linkage.Engine;
import dev.cordon.linkage.Plan;
import dev.cordon.linkage.Step;
import dev.cordon.reference.AddressTable;
import dev.cordon.reference.AddressTableReader;
import dev.cordon.reference.CardTable;
import dev.cordon.reference.ShippedTable;
import dev.cordon.resolution.internal.CaseRecordSql;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the machine proposes: groups of accounts as one person's, each link with its reason. A run
 * is never changed; a later run makes new proposals, and what persons judged stays and is minded.
 */
@Service
@Transactional
public class Proposals {

  private final JdbcClient jdbc;
  private final Access access;
  private final CurrentMember currentMember;
  private final Ledger ledger;
  private final ReadingReasons reasons;
  private final Sources sources;
  private final RunStore store;
  private final Continuity continuity;
  private final ReviewItems reviews;
  private final StandingDecisions decided;
  private final List<AfterProposing> later;

  Proposals(
      JdbcClient jdbc,
      Access access,
      CurrentMember currentMember,
      Ledger ledger,
      ReadingReasons reasons,
      Sources sources,
      RunStore store,
      Continuity continuity,
      ReviewItems reviews,
      StandingDecisions decided,
      List<AfterProposing> later) {
    this.jdbc = jdbc;
    this.access = access;
    this.currentMember = currentMember;
    this.ledger = ledger;
    this.reasons = reasons;
    this.sources = sources;
    this.store = store;
    this.continuity = continuity;
    this.reviews = reviews;
    this.decided = decided;
    this.later = List.copyOf(later);
  }

  /** Runs the rules over the operation's records. Nobody is confirmed by it. */
  public ProposalRun propose(OperationId operation, String reason) {
    access.require(operation, Area.PROPOSALS, Right.WRITE);
    ResolutionModel model = ResolutionModel.standard();
    OperationFacts facts = sources.facts(operation);
    ReferenceTables tables = tables(operation, facts.reference());
    try (SealedRecords records = sources.openRecords(operation);
        Engine engine = DuckDbEngine.over(records.connection())) {
      Resolution.propose(
          engine, MailboxRules.of(facts), tables, model, decided.standing(operation));
      engine.run(CaseRecordSql.plan());
      return save(operation, engine, model, reason);
    }
  }

  /** Runs the rules and hands the engine's tables to a reader; nothing is kept. */
  <T> T rehearse(OperationId operation, Decisions decisions, Function<Engine, T> reader) {
    access.require(operation, Area.PROPOSALS, Right.WRITE);
    OperationFacts facts = sources.facts(operation);
    ReferenceTables tables = tables(operation, facts.reference());
    try (SealedRecords records = sources.openRecords(operation);
        Engine engine = DuckDbEngine.over(records.connection())) {
      Resolution.propose(
          engine, MailboxRules.of(facts), tables, ResolutionModel.standard(), decisions);
      return reader.apply(engine);
    }
  }

  private ProposalRun save(
      OperationId operation, Engine engine, ResolutionModel model, String reason) {
    engine.run(Plan.of(new Step("paying_cluster", RunSql.PAYING_CLUSTERS)));
    // Before the run is there: it is the last one from then on.
    continuity.before(operation, engine);
    UUID run = UUID.randomUUID();
    jdbc.sql(RunSql.ADD_RUN)
        .param("id", run)
        .param("operation", operation.value())
        .param("rules", model.version())
        .param("reason", reason)
        .param("member", currentMember.member().value())
        .update();
    store.proposals(operation, run, engine, continuity.highestNumber(operation));
    store.accounts(operation, run, engine);
    store.payments(operation, run, engine);
    store.links(operation, engine);
    store.records(operation, engine);
    continuity.subjects(operation, run, engine);
    reviews.write(operation, run, engine);
    later.forEach(stage -> stage.proposed(operation, run, engine));
    ledger.append(Entry.of(operation, Act.COMBINATION, "proposals", reason).touching(run));
    return new ProposalRun(
        run,
        model.version(),
        engine.count("SELECT count(*) FROM account_holder"),
        engine.count("SELECT count(*) FROM saved_proposal"),
        engine.count(
            """
            SELECT count(DISTINCT s.proposal) FROM saved_proposal s
            JOIN proposed_account a USING (cluster_id) JOIN paying_holder p USING (holder)\
            """));
  }

  private ReferenceTables tables(
      OperationId operation, OperationFacts.@Nullable Reference reference) {
    if (reference == null) {
      return ReferenceTables.NONE;
    }
    List<AddressTable> addresses = new ArrayList<>();
    CardTable cards = CardTable.NONE;
    try {
      for (String name : reference.addressTables()) {
        if (name.equals(ShippedTable.NAME)) {
          addresses.add(ShippedTable.read());
          continue;
        }
        try (InputStream in = table(operation, name)) {
          if (in != null) {
            addresses.add(AddressTableReader.read(name, in, AddressTableReader.Family.ANY));
          }
        }
      }
      if (reference.binCountry() != null) {
        try (InputStream in = table(operation, reference.binCountry())) {
          cards = in == null ? cards : CardTable.read(reference.binCountry(), in);
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("a table of reference cannot be read", failure);
    } catch (IllegalArgumentException refused) {
      throw new RefusedException("A table of reference is not usable: " + refused.getMessage());
    }
    return new ReferenceTables(addresses, cards);
  }

  private @Nullable InputStream table(OperationId operation, String name) {
    return sources.openReference(operation, name).orElse(null);
  }

  /**
   * When the records were last changed, if that was after the last run: a source taken in or read
   * again. The run's proposals are older than its input then.
   */
  @Transactional(readOnly = true)
  public Optional<Instant> recordsChanged(OperationId operation) {
    access.require(operation, Area.PROPOSALS, Right.READ);
    return jdbc.sql(ProposalStatements.RECORDS_CHANGED)
        .param("operation", operation.value())
        .query(
            (row, number) -> Optional.ofNullable(row.getObject("changed_at", OffsetDateTime.class)))
        .single()
        .map(OffsetDateTime::toInstant);
  }

  /** One page of the last run's proposals; of payers only, of others only, or of all (null). */
  @Transactional(readOnly = true)
  public Page<Proposal> page(OperationId operation, @Nullable Boolean payer, int page) {
    access.require(operation, Area.PROPOSALS, Right.READ);
    return new Page<>(
        jdbc.sql(ProposalStatements.PAGE)
            .param("operation", operation.value())
            .param("payer", payer)
            .param("limit", Page.SIZE)
            .param("offset", Page.offset(page))
            .query(ProposalRows::proposal)
            .list(),
        page,
        jdbc.sql(ProposalStatements.COUNT)
            .param("operation", operation.value())
            .param("payer", payer)
            .query(Long.class)
            .single());
  }

  /**
   * Opens one proposal; that needs a reason and is an entry, and only who opened it may confirm it.
   */
  public Proposal open(OperationId operation, ProposalId id) {
    access.require(operation, Area.PROPOSALS, Right.READ);
    ReadingReason reason = reasons.require(operation);
    Proposal found = get(operation, id);
    jdbc.sql(ProposalStatements.ADD_VIEW)
        .param("proposal", id.value())
        .param("operation", operation.value())
        .param("member", currentMember.member().value())
        .update();
    ledger.append(
        Entry.of(operation, Act.CONSULTATION, "proposal", reason.about("opened " + found.number()))
            .touching(id));
    return found;
  }

  /** One proposal, for stages that already noted the look. */
  @Transactional(readOnly = true)
  public Proposal get(OperationId operation, ProposalId id) {
    access.require(operation, Area.PROPOSALS, Right.READ);
    return jdbc.sql(ProposalStatements.FIND)
        .param("operation", operation.value())
        .param("proposal", id.value())
        .query(ProposalRows::proposal)
        .optional()
        .orElseThrow(NotPermittedException::new);
  }

  /** One page of a proposal's accounts. */
  @Transactional(readOnly = true)
  public Page<ProposedAccount> accounts(OperationId operation, ProposalId id, int page) {
    return list(
        operation,
        id,
        page,
        ProposalStatements.ACCOUNTS,
        ProposalStatements.COUNT_ACCOUNTS,
        ProposalRows::account);
  }

  /** One page of the links within a proposal and of the flagged ones that touch it. */
  @Transactional(readOnly = true)
  public Page<ProposedLink> links(OperationId operation, ProposalId id, int page) {
    return list(
        operation,
        id,
        page,
        ProposalStatements.LINKS,
        ProposalStatements.COUNT_LINKS,
        ProposalRows::link);
  }

  /** How many pairs of a proposal's accounts two people of one household could have linked, too. */
  @Transactional(readOnly = true)
  public long cautions(OperationId operation, ProposalId id) {
    get(operation, id);
    return jdbc.sql(ProposalStatements.COUNT_CAUTIONS)
        .param("operation", operation.value())
        .param("proposal", id.value())
        .query(Long.class)
        .single();
  }

  /** One page of the records behind a proposal. */
  @Transactional(readOnly = true)
  public Page<CaseRecord> records(OperationId operation, ProposalId id, int page) {
    return list(
        operation,
        id,
        page,
        ProposalStatements.RECORDS,
        ProposalStatements.COUNT_RECORDS,
        ProposalRows::caseRecord);
  }

  /** What changed since the run before: accounts that joined this proposal, and that left it. */
  @Transactional(readOnly = true)
  public Optional<Changed> changed(OperationId operation, ProposalId id) {
    get(operation, id);
    return jdbc.sql(ProposalStatements.PREVIOUS)
        .param("operation", operation.value())
        .param("proposal", id.value())
        .query((row, number) -> Optional.ofNullable(row.getObject("previous_id", UUID.class)))
        .single()
        .map(ProposalId::new)
        .map(before -> new Changed(without(operation, id, before), without(operation, before, id)));
  }

  /**
   * What changed in a proposal.
   *
   * @param joined accounts that are new in it, at most a hundred
   * @param parted accounts that were in it, at most a hundred
   */
  public record Changed(List<String> joined, List<String> parted) {}

  /** Accounts of one proposal that are not in another, at most a hundred. */
  List<String> without(OperationId operation, ProposalId first, ProposalId second) {
    return jdbc.sql(ProposalStatements.ACCOUNTS_WITHOUT)
        .param("operation", operation.value())
        .param("first", first.value())
        .param("second", second.value())
        .query(String.class)
        .list();
  }

  /** Pairs of a proposal's accounts a person judged not the same, at most fifty. */
  List<String> contradictions(OperationId operation, ProposalId proposal) {
    return jdbc.sql(ProposalStatements.CONTRADICTIONS)
        .param("operation", operation.value())
        .param("proposal", proposal.value())
        .query(String.class)
        .list();
  }

  private <T> Page<T> list(
      OperationId operation,
      ProposalId id,
      int page,
      String query,
      String count,
      RowMapper<T> form) {
    get(operation, id);
    return new Page<>(
        jdbc.sql(query)
            .param("operation", operation.value())
            .param("proposal", id.value())
            .param("limit", Page.SIZE)
            .param("offset", Page.offset(page))
            .query(form)
            .list(),
        page,
        jdbc.sql(count)
            .param("operation", operation.value())
            .param("proposal", id.value())
            .query(Long.class)
            .single());
  }
}
