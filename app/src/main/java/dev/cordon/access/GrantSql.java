package dev.cordon.access;

/** The statements about grants. */
final class GrantSql {

  static final String FACTS =
      """
      with asked as (
        select coalesce(cast(:from as timestamptz), now()) as starts_at,
          coalesce(cast(:until as timestamptz), c.ends_at, cordon.operation_end(o.id)) as ends_at,
          cordon.operation_end(o.id) as operation_end, m.left_at is not null as has_left, m.administrator,
          c.id as covered, c.role as covered_role, c.starts_at as covered_from, c.ends_at as covered_until,
          c.member_id = m.id as covers_self, c.covers_id is not null as covers_cover,
          (select k.agency_id from cordon.member k where k.id = c.member_id) is distinct from m.agency_id as other_agency,
          o.id as operation_id, m.id as member_id
        from cordon.operation o cross join cordon.member m
          left join cordon.membership c on c.id = cast(:covers as uuid) and c.operation_id = o.id
        where o.id = :operation and m.id = :member
      )
      select asked.*, starts_at < now() as starts_in_past, ends_at <= now() or ends_at <= starts_at as ends_too_early,
        ends_at > operation_end as ends_too_late,
        exists (select from cordon.membership s where s.operation_id = asked.operation_id
          and s.member_id = asked.member_id and s.role = :role
          and s.starts_at < asked.ends_at and asked.starts_at < s.ends_at) as held_already
      from asked
      """;

  static final String COVERED_ROLE =
      """
      select role from cordon.membership where id = :id and operation_id = :operation
      """;

  static final String ADD =
      """
      insert into cordon.membership (id, operation_id, member_id, role, starts_at, ends_at, granted_by, covers_id)
      values (:id, :operation, :member, :role, coalesce(cast(:from as timestamptz), now()), :until,
        cordon.current_member(), cast(:covers as uuid))
      """;

  static final String END =
      """
      update cordon.membership
      set ends_at = greatest(starts_at, now()), ended_by = cordon.current_member(), ended_at = now(),
        end_reason = :reason
      where id = :id and operation_id = :operation and ends_at > now()
      """;

  static final String HOLDER =
      """
      select member_id from cordon.membership where id = :id and operation_id = :operation
      """;

  static final String PAGE =
      """
      select s.id, s.member_id, coalesce(m.display_name, 'a member') as display_name,
        coalesce(m.sign_in_name, '') as sign_in_name, coalesce(a.name, '') as agency, s.role, s.starts_at, s.ends_at,
        case when s.covers_id is null then null else coalesce(k.display_name, 'a member') end as covers,
        coalesce(g.display_name, 'an administrator') as granted_by,
        coalesce(e.display_name, 'an administrator') as ended_by,
        s.end_reason,
        case when s.ends_at <= now() then 'OVER' when s.starts_at > now() then 'COMING' else 'NOW' end as state
      from cordon.membership s
      left join cordon.member m on m.id = s.member_id
      left join cordon.agency a on a.id = m.agency_id
      left join cordon.membership c on c.id = s.covers_id
      left join cordon.member k on k.id = c.member_id
      left join cordon.member g on g.id = s.granted_by
      left join cordon.member e on e.id = s.ended_by
      where s.operation_id = :operation and (:over or s.ends_at > now())
      order by s.ends_at <= now(), coalesce(a.name, ''), coalesce(m.display_name, ''), s.role, s.starts_at, s.id
      limit :limit offset :offset
      """;

  static final String COUNT =
      """
      select count(*) from cordon.membership s
      where s.operation_id = :operation and (:over or s.ends_at > now())
      """;

  private GrantSql() {}
}
