package dev.cordon.action.day;

/** The statements about teams. */
final class TeamSql {

  static final String ADD =
      """
      insert into cordon.team (id, operation_id, agency_id, action_day_id, name, officers, made_by)
      values (:id, :operation, :agency, :day, :name, :officers, cordon.current_member())
      """;

  static final String JOIN =
      """
      insert into cordon.team_member (team_id, member_id, operation_id, agency_id, added_by)
      select t.id, m.id, t.operation_id, t.agency_id, cordon.current_member()
      from cordon.team t join cordon.member m on m.id = :member and m.agency_id = t.agency_id and m.left_at is null
      where t.operation_id = :operation and t.id = :team
      on conflict (team_id, member_id) do update set left_at = null where team_member.left_at is not null
      """;

  static final String LEAVE =
      """
      update cordon.team_member set left_at = now()
      where operation_id = :operation and team_id = :team and member_id = :member and left_at is null
      """;

  static final String OF_DAY =
      """
      select t.id, t.agency_id, t.name, t.officers, a.country, a.name as agency_name,
        (select count(*) from cordon.site s where s.team_id = t.id) as sites
      from cordon.team t join cordon.agency a on a.id = t.agency_id
      where t.operation_id = :operation and t.action_day_id = :day order by a.country, t.name limit 500
      """;

  static final String MEMBERS =
      """
      select t.id as team_id, m.member_id, coalesce(n.display_name, 'a member') as display_name
      from cordon.team_member m join cordon.team t on t.id = m.team_id
      left join cordon.member n on n.id = m.member_id
      where t.operation_id = :operation and t.action_day_id = :day and m.left_at is null
      order by display_name, m.member_id limit 5000
      """;

  static final String COLLEAGUES =
      """
      select distinct m.id, m.display_name from cordon.member m
      join cordon.membership g on g.member_id = m.id and g.operation_id = :operation and now() >= g.starts_at
        and now() < g.ends_at
      where m.left_at is null and m.agency_id = :agency and g.role = 'national_officer'
      order by m.display_name, m.id limit 500
      """;

  private TeamSql() {}
}
