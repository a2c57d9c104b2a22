package dev.cordon;

import dev.cordon.access.AgencyId;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.MemberId;
import dev.cordon.access.OperationId;
import dev.cordon.access.Role;
import dev.cordon.access.SignedIn;
import dev.cordon.access.internal.Passwords;
import java.security.SecureRandom;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The base of tests with a database: the whole server over one real PostgreSQL per process, as the
 * application's role, and a fresh operation with its members for each test.
 *
 * <p>{@code as(analyst, () -> service.act())} runs work as a member in a transaction of its own.
 */
@SpringBootTest(classes = Cordon.class)
@AutoConfigureMockMvc
@ContextConfiguration(initializers = TestGround.class)
public abstract class DatabaseTest {

  /** Runs statements as the application's role; outside {@link #as} it sees nothing. */
  @Autowired protected JdbcClient jdbc;

  @Autowired private PlatformTransactionManager transactionManager;
  @Autowired private Passwords passwords;

  /** A fresh operation led by {@link #lead}. */
  protected OperationId operation;

  /** The lead agency, of country DK. */
  protected AgencyId lead;

  /** Another agency of the operation, of country SE. */
  protected AgencyId other;

  /** Creates agencies, members and operations. */
  protected SignedIn administrator;

  protected SignedIn analyst;
  protected SignedIn coordinator;

  /** A national officer of {@link #other}. */
  protected SignedIn officer;

  /** An examiner of {@link #other}. */
  protected SignedIn examiner;

  /** A member of {@link #other} without any role. */
  protected SignedIn outsider;

  @BeforeEach
  void freshOperation() {
    administrator = TestAdministrator.of(jdbc);
    lead = agency("DK");
    other = agency("SE");
    operation = newOperation(lead);
    analyst = member(lead, operation, Role.ANALYST);
    coordinator = member(lead, operation, Role.COORDINATOR);
    officer = member(other, operation, Role.NATIONAL_OFFICER);
    examiner = member(other, operation, Role.EXAMINER);
    outsider = member(other);
  }

  /** Runs work as that member in one transaction. */
  protected void as(SignedIn member, Runnable work) {
    CurrentMember.as(
        member,
        () ->
            new TransactionTemplate(transactionManager).executeWithoutResult(status -> work.run()));
  }

  /** What work gives as that member in one transaction. */
  protected <T> T get(SignedIn member, Supplier<T> work) {
    AtomicReference<T> result = new AtomicReference<>();
    as(member, () -> result.set(work.get()));
    return result.get();
  }

  /** A new agency of that country. */
  protected AgencyId agency(String country) {
    AgencyId agency = AgencyId.random();
    as(
        administrator,
        () ->
            jdbc.sql("insert into cordon.agency (id, name, country) values (?, ?, ?)")
                .params(agency.value(), "Agency " + agency, country)
                .update());
    return agency;
  }

  /** A new operation led by that agency. */
  protected OperationId newOperation(AgencyId leadAgency) {
    OperationId created = OperationId.random();
    as(
        administrator,
        () ->
            jdbc.sql(
                    """
                    insert into cordon.operation (id, name, authority, legal_basis, purpose, review_on, ends_on, lead_agency_id)
                    values (?, 'Exercise', 'Court of Example', 'Order 1', 'online-child-sexual-exploitation',
                            current_date + 90, current_date + 180, ?)
                    """)
                .params(created.value(), leadAgency.value())
                .update());
    return created;
  }

  /** A new member of that agency without any role, who can not sign in. */
  protected SignedIn member(AgencyId agency) {
    return joined(agency, "m" + UUID.randomUUID(), "Test Member", null);
  }

  /**
   * A new member of that agency without any role, joined by the administrator's invitation.
   *
   * @param password to sign in with; null for none
   */
  protected SignedIn joined(
      AgencyId agency, String signInName, String displayName, @Nullable String password) {
    MemberId id = MemberId.random();
    byte[] token = new byte[32];
    new SecureRandom().nextBytes(token);
    String hash = password == null ? "!" : passwords.hash(password);
    as(
        administrator,
        () -> {
          jdbc.sql(
                  """
                  insert into cordon.invitation
                    (token_sha256, agency_id, sign_in_name, display_name, invited_by, expires_at)
                  values (?, ?, ?, ?, ?, now() + interval '1 day')
                  """)
              .params(
                  token, agency.value(), signInName, displayName, administrator.member().value())
              .update();
          jdbc.sql("select member_id from cordon.accept_invitation(?, ?, ?)")
              .params(token, id.value(), hash)
              .query(UUID.class)
              .single();
        });
    return new SignedIn(signInName, displayName, id, agency, false);
  }

  /** A new member of that agency with a role in the operation. */
  protected SignedIn member(AgencyId agency, OperationId in, Role role) {
    SignedIn created = member(agency);
    grant(created, in, role);
    return created;
  }

  /** Gives a member a role in the operation for a day; the member says why files are read. */
  protected void grant(SignedIn member, OperationId in, Role role) {
    as(
        administrator,
        () ->
            jdbc.sql(
                    """
                    insert into cordon.membership (operation_id, member_id, role, ends_at, granted_by)
                    values (?, ?, ?, ?, ?)
                    """)
                .params(
                    in.value(),
                    member.member().value(),
                    role.text(),
                    OffsetDateTime.now(ZoneOffset.UTC).plusDays(1),
                    administrator.member().value())
                .update());
    stateReason(member, in);
  }

  /** The member says why persons' files are read; it stands for the test. */
  protected void stateReason(SignedIn member, OperationId in) {
    as(
        member,
        () ->
            jdbc.sql(
                    """
                    insert into cordon.reading_reason (id, operation_id, member_id, purpose, words, ends_at)
                    values (?, ?, ?, 'identify', 'for the test', now() + interval '8 hours')
                    """)
                .params(UUID.randomUUID(), in.value(), member.member().value())
                .update());
  }
}
