package dev.cordon.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.AtOnce;
import dev.cordon.DatabaseTest;
import dev.cordon.RefusedException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

class JoiningTest extends DatabaseTest {

  private static final String PASSWORD = "four unrelated copper birds";

  @Autowired private Invitations invitations;
  @Autowired private Joining joining;

  @Test
  void coordinatorsGuest_becomesAMemberWithTheFirstRole() {
    String name = freshName();
    OffsetDateTime until = OffsetDateTime.now().plusDays(9);
    InvitationToken token = invite(coordinator, guest(other, name, Role.ANALYST, until)).token();

    assertThat(joining.open(token).orElseThrow().signInName()).isEqualTo(name);
    Joining.Joined joined = joining.join(token, PASSWORD);

    assertThat(joined.signInName()).isEqualTo(name);
    SignedIn member = new SignedIn(name, "Guest", joined.member(), other, false);
    assertThat(
            get(member, () -> jdbc.sql("select id from cordon.operation").query(UUID.class).list()))
        .containsExactly(operation.value());
    assertThat(
            get(
                member,
                () ->
                    jdbc.sql(
                            "select ends_at < now() + interval '10 days' from cordon.membership where member_id = ?")
                        .params(joined.member().value())
                        .query(Boolean.class)
                        .single()))
        .isTrue();
    assertThat(
            get(
                coordinator,
                () ->
                    jdbc.sql(
                            """
                            select count(*) from cordon.ledger_entry
                            where operation_id = ? and what = 'membership' and member_id = ?
                            """)
                        .params(operation.value(), joined.member().value())
                        .query(Long.class)
                        .single()))
        .isEqualTo(1);
  }

  @Test
  void token_worksOnce() {
    InvitationToken token = invite(administrator, guest(lead, freshName())).token();
    joining.join(token, PASSWORD);

    assertThat(joining.open(token)).isEmpty();
    assertThatThrownBy(() -> joining.join(token, PASSWORD))
        .isInstanceOf(NotPermittedException.class);
  }

  @Test
  void token_usedByTwoAtOnce_makesOneMember() throws InterruptedException {
    String name = freshName();
    InvitationToken token = invite(administrator, guest(lead, name)).token();

    List<Object> outcomes = AtOnce.twice(() -> joining.join(token, PASSWORD));

    assertThat(outcomes).hasAtLeastOneElementOfType(Joining.Joined.class);
    assertThat(outcomes).hasAtLeastOneElementOfType(NotPermittedException.class);
    assertThat(membersLike(name)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "' or 1=1 --", "\u0000"})
  void token_thatIsForged_opensNothing(String forged) {
    assertThat(joining.open(InvitationToken.of(forged))).isEmpty();
    assertThatThrownBy(() -> joining.join(InvitationToken.of(forged), PASSWORD))
        .isInstanceOf(NotPermittedException.class);
  }

  @Test
  void token_thatIsWithdrawn_opensNothing() {
    Invitations.Invited invited = invite(administrator, guest(lead, freshName()));
    as(administrator, () -> invitations.withdraw(null, invited.id(), "wrong person"));

    assertThat(joining.open(invited.token())).isEmpty();
    assertThatThrownBy(() -> joining.join(invited.token(), PASSWORD))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(
            () -> as(administrator, () -> invitations.withdraw(null, invited.id(), "again")))
        .isInstanceOf(RefusedException.class);
    assertThat(get(administrator, () -> invitations.page(null, 1)).rows().getFirst().state())
        .isEqualTo(Invitation.State.WITHDRAWN);
  }

  @Test
  void token_thatExpired_opensNothing() {
    InvitationToken token = InvitationToken.random();
    as(
        administrator,
        () ->
            jdbc.sql(
                    """
                    insert into cordon.invitation (token_sha256, agency_id, sign_in_name, display_name, invited_by, expires_at)
                    values (?, ?, ?, 'Late', ?, now() + interval '1 microsecond')
                    """)
                .params(token.sha256(), lead.value(), freshName(), administrator.member().value())
                .update());

    assertThat(joining.open(token)).isEmpty();
    assertThatThrownBy(() -> joining.join(token, PASSWORD))
        .isInstanceOf(NotPermittedException.class);
  }

  @Test
  void invitation_endsWithTheInvitersRight() {
    InvitationToken token =
        invite(coordinator, guest(other, freshName(), Role.ANALYST, null)).token();
    as(
        administrator,
        () ->
            jdbc.sql("update cordon.membership set ends_at = now() where member_id = ?")
                .params(coordinator.member().value())
                .update());

    assertThat(joining.open(token)).isEmpty();
    assertThatThrownBy(() -> joining.join(token, PASSWORD))
        .isInstanceOf(NotPermittedException.class);
  }

  @Test
  void weakPassword_joinsNobody_andLeavesTheInvitation() {
    InvitationToken token = invite(administrator, guest(lead, freshName())).token();

    assertThatThrownBy(() -> joining.join(token, "passwordpassword"))
        .isInstanceOf(RefusedException.class);
    assertThat(joining.open(token)).isPresent();
  }

  @Test
  void takenName_isRefusedOnlyToThoseWhoKnowTheMember() {
    AgencyId far = agency("FI");
    String hidden = member(far).getName();

    assertThatThrownBy(() -> invite(administrator, guest(lead, hidden)))
        .isInstanceOf(RefusedException.class);
    InvitationToken token = invite(coordinator, guest(other, hidden, Role.ANALYST, null)).token();
    assertThat(joining.join(token, PASSWORD).signInName()).startsWith(hidden + ".");
  }

  @Test
  void inviting_isForThoseEntitled() {
    OperationId foreign = newOperation(other);
    for (SignedIn not : new SignedIn[] {analyst, officer, outsider}) {
      assertThatThrownBy(() -> invite(not, guest(lead, freshName(), Role.ANALYST, null)))
          .isInstanceOf(NotPermittedException.class);
    }
    assertThatThrownBy(() -> invite(coordinator, guest(lead, freshName())))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(
            () -> invite(coordinator, guest(lead, freshName(), Role.ADMINISTRATOR, null)))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() ->
            invite(
                coordinator,
                new Invitations.Guest(
                    lead,
                    freshName(),
                    "Guest",
                    false,
                    new Invitations.FirstRole(foreign, Role.ANALYST, null),
                    Invitations.USUAL_LIFE)))
        .isInstanceOf(NotPermittedException.class);
    AgencyId unknown = agency("NO");
    assertThatThrownBy(() -> invite(coordinator, guest(unknown, freshName(), Role.ANALYST, null)))
        .isInstanceOf(NotPermittedException.class);
  }

  @Test
  void directSql_bringsNoMemberAndNoForeignInvitation() {
    assertThatThrownBy(() ->
            as(
                administrator,
                () ->
                    jdbc.sql(
                            """
                            insert into cordon.member (id, agency_id, sign_in_name, display_name, password_hash)
                            values (gen_random_uuid(), ?, 'by-the-side', 'X', '!')
                            """)
                        .params(lead.value())
                        .update()))
        .rootCause()
        .hasMessageContaining("permission denied");
    for (String extra :
        List.of(
            "true, null, null, null",
            "false, null, null, null",
            "false, :o, 'administrator', now()")) {
      assertThatThrownBy(() ->
              as(
                  coordinator,
                  () ->
                      jdbc.sql(
                              """
                              insert into cordon.invitation (token_sha256, agency_id, sign_in_name, display_name, invited_by,
                                expires_at, administrator, operation_id, role, role_ends_at)
                              values (sha256(:name::bytea), :agency, :name, 'X', :me, now() + interval '1 day', %s)
                              """
                                  .formatted(extra))
                          .param("name", freshName())
                          .param("agency", lead.value())
                          .param("me", coordinator.member().value())
                          .param("o", operation.value())
                          .update()))
          .isInstanceOf(DataAccessException.class)
          .rootCause()
          .hasMessageContaining("row-level security");
    }
    assertThatThrownBy(() ->
            as(
                administrator,
                () -> jdbc.sql("select token_sha256 from cordon.invitation").query().listOfRows()))
        .rootCause()
        .hasMessageContaining("permission denied");
  }

  @Test
  void invitations_areSeenByThoseWhoMayWithdrawThem() {
    UUID id = invite(coordinator, guest(other, freshName(), Role.ANALYST, null)).id();

    assertThat(get(coordinator, () -> invitations.page(operation, 1)).rows())
        .extracting(Invitation::id)
        .contains(id);
    for (SignedIn not : new SignedIn[] {analyst, officer, outsider}) {
      assertThat(get(not, () -> invitations.page(null, 1)).total()).isZero();
      assertThatThrownBy(() -> as(not, () -> invitations.withdraw(null, id, "no")))
          .isInstanceOf(NotPermittedException.class);
    }
  }

  @Test
  void firstRole_isNotLongerThanTheOperation_andNotOver() {
    for (OffsetDateTime until :
        List.of(
            OffsetDateTime.now().minusMinutes(1),
            OffsetDateTime.now().plusYears(9),
            OffsetDateTime.parse("9000-01-01T00:00:00+14:00"))) {
      assertThatThrownBy(() -> invite(coordinator, guest(other, freshName(), Role.ANALYST, until)))
          .isInstanceOf(RefusedException.class);
    }
    for (Duration life : List.of(Duration.ZERO, Duration.ofDays(31), Duration.ofDays(-1))) {
      assertThatThrownBy(() ->
              invite(
                  administrator,
                  new Invitations.Guest(lead, freshName(), "Guest", false, null, life)))
          .isInstanceOf(RefusedException.class);
    }
  }

  private Invitations.Invited invite(SignedIn by, Invitations.Guest guest) {
    return get(by, () -> invitations.invite(guest));
  }

  private static Invitations.Guest guest(AgencyId agency, String name) {
    return new Invitations.Guest(agency, name, "Guest", false, null, Invitations.USUAL_LIFE);
  }

  private Invitations.Guest guest(AgencyId agency, String name, Role role, OffsetDateTime until) {
    return new Invitations.Guest(
        agency,
        name,
        "Guest",
        false,
        new Invitations.FirstRole(operation, role, until),
        Invitations.USUAL_LIFE);
  }

  private long membersLike(String name) {
    return get(
        administrator,
        () ->
            jdbc.sql("select count(*) from cordon.member where sign_in_name like ?")
                .params(name + "%")
                .query(Long.class)
                .single());
  }

  private static String freshName() {
    return "g" + UUID.randomUUID();
  }
}
