package dev.cordon.access;

/** The statements about invitations and joining. */
final class InvitationSql {

  static final String INVITE =
      """
      insert into cordon.invitation
        (id, token_sha256, agency_id, sign_in_name, display_name, administrator, operation_id, role, role_ends_at,
         invited_by, expires_at)
      select :id, :token, a.id, :signInName, :displayName, :administrator, cast(:operation as uuid), :role,
        case when cast(:role as text) is null then null
          else coalesce(cast(:roleEndsAt as timestamptz), cordon.operation_end(cast(:operation as uuid))) end,
        cordon.current_member(), now() + make_interval(secs => :seconds)
      from cordon.agency a where a.id = :agency
        and (cordon.is_administrator() or a.id = cordon.current_agency() or a.id = any(cordon.known_agencies()))
        and (cast(:operation as uuid) is null
          or exists (select from cordon.operation o where o.id = cast(:operation as uuid)))
      """;

  static final String NAME_TAKEN =
      """
      select exists (select from cordon.member where sign_in_name = :signInName)
      """;

  static final String ROLE_END_FITS =
      """
      select cast(:roleEndsAt as timestamptz) > now()
        and cast(:roleEndsAt as timestamptz) <= cordon.operation_end(:operation)
      """;

  static final String WITHDRAW =
      """
      update cordon.invitation
      set withdrawn_at = now(), withdrawn_by = cordon.current_member(), withdrawn_reason = :reason
      where id = :id and accepted_at is null and withdrawn_at is null
      """;

  static final String OPERATION_OF =
      """
      select operation_id from cordon.invitation where id = :id
        and (cast(:operation as uuid) is null or operation_id = cast(:operation as uuid))
      """;

  static final String PAGE =
      """
      select i.id, i.agency_id, coalesce(a.name, 'an agency') as agency_name, i.sign_in_name, i.display_name,
        i.administrator, i.operation_id, coalesce(o.name, '') as operation_name, i.role, i.role_ends_at,
        coalesce(m.display_name, 'an administrator') as inviter, i.invited_at, i.expires_at,
        coalesce(i.accepted_at, i.withdrawn_at) as ended_at,
        case when i.accepted_at is not null then 'ACCEPTED' when i.withdrawn_at is not null then 'WITHDRAWN'
          when i.expires_at <= now() or i.role_ends_at <= now()
            or not cordon.may_still_invite(i.invited_by, i.operation_id) then 'EXPIRED'
          else 'OPEN' end as state
      from cordon.invitation i
      left join cordon.agency a on a.id = i.agency_id
      left join cordon.operation o on o.id = i.operation_id
      left join cordon.member m on m.id = i.invited_by
      where cast(:operation as uuid) is null or i.operation_id = cast(:operation as uuid)
      order by i.invited_at desc, i.id limit :limit offset :offset
      """;

  static final String COUNT =
      """
      select count(*) from cordon.invitation
      where cast(:operation as uuid) is null or operation_id = cast(:operation as uuid)
      """;

  static final String OPEN =
      """
      select display_name, sign_in_name, agency, agency_id, administrator, expires_at
      from cordon.open_invitation(:token)
      """;

  static final String ACCEPT =
      """
      select member_id, sign_in_name, operation_id, role from cordon.accept_invitation(:token, :member, :hash)
      """;

  private InvitationSql() {}
}
