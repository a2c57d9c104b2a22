package dev.cordon.serve;

import dev.cordon.access.AgencyId;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.MemberId;
import dev.cordon.access.OperationId;
import dev.cordon.access.Role;
import dev.cordon.access.SignedIn;
import dev.cordon.approval.ActKind;
import dev.cordon.approval.Approval;
import dev.cordon.approval.ApprovalId;
import dev.cordon.approval.ApprovedAct;
import dev.cordon.dispatch.PackageId;
import java.security.SecureRandom;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A started server of one agency, with an operation and members of its own. */
final class Force implements AutoCloseable {

  final RunningServer running;
  final JdbcClient jdbc;
  final SignedIn administrator;
  final AgencyId agency;
  final OperationId operation;
  final SignedIn coordinator;
  final SignedIn second;

  Force(String name, String country, String... options) {
    running = RunningServer.start(options);
    jdbc = running.server.context().getBean(JdbcClient.class);
    administrator = administrator();
    agency = agency(name, country);
    operation = operation(name);
    coordinator = member(agency, "Ane " + name, Role.COORDINATOR);
    second = member(agency, "Bo " + name, Role.COORDINATOR);
  }

  <T> T bean(Class<T> type) {
    return running.server.context().getBean(type);
  }

  void as(SignedIn member, Runnable work) {
    CurrentMember.as(
        member,
        () ->
            new TransactionTemplate(bean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> work.run()));
  }

  <T> T get(SignedIn member, Supplier<T> work) {
    AtomicReference<T> result = new AtomicReference<>();
    as(member, () -> result.set(work.get()));
    return result.get();
  }

  /** Without a transaction around it, as pages and doors call. */
  <T> T call(SignedIn member, Supplier<T> work) {
    AtomicReference<T> result = new AtomicReference<>();
    CurrentMember.as(member, () -> result.set(work.get()));
    return result.get();
  }

  long count(SignedIn member, String table) {
    return get(
        member, () -> jdbc.sql("select count(*) from cordon." + table).query(Long.class).single());
  }

  private SignedIn administrator() {
    AtomicReference<SignedIn> found = new AtomicReference<>();
    new TransactionTemplate(bean(PlatformTransactionManager.class))
        .executeWithoutResult(status ->
            found.set(
                new SignedIn(
                    running.administrator.signInName(),
                    "Administrator",
                    new MemberId(
                        jdbc.sql("select id from cordon.sign_in(?)")
                            .params(running.administrator.signInName())
                            .query(UUID.class)
                            .single()),
                    null,
                    true)));
    return found.get();
  }

  AgencyId agency(String name, String country) {
    AgencyId id = AgencyId.random();
    as(
        administrator,
        () ->
            jdbc.sql("insert into cordon.agency (id, name, country) values (?, ?, ?)")
                .params(id.value(), name, country)
                .update());
    return id;
  }

  private OperationId operation(String name) {
    OperationId created = OperationId.random();
    as(
        administrator,
        () ->
            jdbc.sql(
                    """
                    insert into cordon.operation (id, name, authority, legal_basis, purpose, review_on, ends_on, lead_agency_id)
                    values (?, ?, 'Court of Example', 'Order 1', 'online-child-sexual-exploitation',
                            current_date + 90, current_date + 180, ?)
                    """)
                .params(created.value(), "Operation of " + name, agency.value())
                .update());
    return created;
  }

  SignedIn member(AgencyId of, String displayName, Role role) {
    MemberId id = MemberId.random();
    String signInName = "m" + UUID.randomUUID();
    byte[] token = new byte[32];
    new SecureRandom().nextBytes(token);
    as(
        administrator,
        () -> {
          jdbc.sql(
                  """
                  insert into cordon.invitation
                    (token_sha256, agency_id, sign_in_name, display_name, invited_by, expires_at)
                  values (?, ?, ?, ?, ?, now() + interval '1 day')
                  """)
              .params(token, of.value(), signInName, displayName, administrator.member().value())
              .update();
          jdbc.sql("select member_id from cordon.accept_invitation(?, ?, ?)")
              .params(token, id.value(), "!")
              .query(UUID.class)
              .single();
          jdbc.sql(
                  """
                  insert into cordon.membership (operation_id, member_id, role, ends_at, granted_by)
                  values (?, ?, ?, ?, ?)
                  """)
              .params(
                  operation.value(),
                  id.value(),
                  role.text(),
                  OffsetDateTime.now(ZoneOffset.UTC).plusDays(1),
                  administrator.member().value())
              .update();
        });
    SignedIn joined = new SignedIn(signInName, displayName, id, of, false);
    as(
        joined,
        () ->
            jdbc.sql(
                    """
                    insert into cordon.reading_reason (id, operation_id, member_id, purpose, words, ends_at)
                    values (?, ?, ?, 'identify', 'for the test', now() + interval '8 hours')
                    """)
                .params(UUID.randomUUID(), operation.value(), id.value())
                .update());
    return joined;
  }

  /** Lays a confirmed subject with a name, attributed to a country, straight into the database. */
  UUID subject(SignedIn analyst, String number, String name, String country) {
    UUID subject = UUID.randomUUID();
    UUID run = UUID.randomUUID();
    UUID proposal = UUID.randomUUID();
    UUID source = UUID.randomUUID();
    as(
        analyst,
        () -> {
          jdbc.sql(
                  """
                  insert into cordon.source (operation_id, id, name, system, sha256, size_bytes, form, is_reference,
                    sealing, notes, media_found, is_damaged, taken_by)
                  values (?, ?, 'shop.csv', 'shop', ?, 1, 'csv', false, 'COPIED', '{}', 0, false, cordon.current_member())
                  """)
              .params(
                  operation.value(),
                  source,
                  dev.cordon.kernel.digest.Sha256.hex(source.toString().getBytes()))
              .update();
          jdbc.sql(
                  """
                  insert into cordon.resolution_run (id, operation_id, rules, reason, started_by)
                  values (?, ?, '1', 'test', cordon.current_member())
                  """)
              .params(run, operation.value())
              .update();
          jdbc.sql(
                  """
                  insert into cordon.proposal (id, run_id, operation_id, number, cluster_id, accounts, payer)
                  values (?, ?, ?, 'P-0001', 'c1', 1, true)
                  """)
              .params(proposal, run, operation.value())
              .update();
          jdbc.sql(
                  """
                  insert into cordon.proposal_record (proposal_id, operation_id, place, kind, label, value, at, source_id,
                    source_table, source_row)
                  values (?, ?, 1, 'PERSON_NAME', 'billing', ?, now(), ?, 'orders', 7)
                  """)
              .params(proposal, operation.value(), name, source)
              .update();
          jdbc.sql(
                  """
                  insert into cordon.subject (id, operation_id, proposal_id, number, category)
                  values (?, ?, ?, ?, 'suspect')
                  """)
              .params(subject, operation.value(), proposal, number)
              .update();
          jdbc.sql(
                  """
                  insert into cordon.judgement (id, operation_id, kind, proposal_id, subject_id, reason, decided_by)
                  values (?, ?, 'confirmed', ?, ?, 'test', cordon.current_member())
                  """)
              .params(UUID.randomUUID(), operation.value(), proposal, subject)
              .update();
          jdbc.sql(
                  """
                  insert into cordon.attribution (id, operation_id, subject_id, country, reason, decided_by)
                  values (?, ?, ?, ?, 'billing country', cordon.current_member())
                  """)
              .params(UUID.randomUUID(), operation.value(), subject, country)
              .update();
        });
    return subject;
  }

  /**
   * Releases a draft as two persons do; the fresh proof of who sits at the keyboard, which a
   * session has and a test has not, is left out.
   */
  void release(PackageId id) {
    UUID approval = UUID.randomUUID();
    as(
        coordinator,
        () -> {
          jdbc.sql(
                  """
                  update cordon.package set gap_reason = 'asked the liaison officer', gap_by = cordon.current_member()
                  where id = ? and released_at is null
                  """)
              .params(id.value())
              .update();
          jdbc.sql(
                  """
                  insert into cordon.approval (id, operation_id, kind, target, what, asked_by, ask_reason, expires_at)
                  values (?, ?, 'package_release', ?, 'goes out', cordon.current_member(), 'for action',
                    now() + interval '1 hour')
                  """)
              .params(approval, operation.value(), id.toString())
              .update();
        });
    ApprovedAct act =
        running.server.context().getBeansOfType(ApprovedAct.class).values().stream()
            .filter(one -> one.kind() == ActKind.PACKAGE_RELEASE)
            .findFirst()
            .orElseThrow();
    as(
        second,
        () -> {
          jdbc.sql(
                  """
                  insert into cordon.approval_decision (approval_id, operation_id, asked_by, decision, decided_by, reason)
                  values (?, ?, ?, 'approved', cordon.current_member(), 'read it')
                  """)
              .params(approval, operation.value(), coordinator.member().value())
              .update();
          act.perform(
              operation,
              id.toString(),
              new Approval(
                  new ApprovalId(approval),
                  operation,
                  ActKind.PACKAGE_RELEASE,
                  coordinator.member(),
                  "for action",
                  second.member(),
                  "read it"));
        });
  }

  @Override
  public void close() {
    running.close();
  }
}
