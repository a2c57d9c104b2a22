package dev.cordon.action.day;

/** The statements of planning. */
final class PlanSql {

  static final String SITE =
      """
      select s.id, s.agency_id, s.action_day_id, s.number, s.label, s.country, s.time_zone, s.planned_at, s.authority,
        s.legal_reference, a.name as agency_name, t.name as team_name, coalesce(ps.subject_number, rs.number) as subject_number,
        s.package_subject_id, ps.package_id, s.received_subject_id, rs.received_id
      from cordon.site s join cordon.agency a on a.id = s.agency_id
      left join cordon.team t on t.id = s.team_id
      left join cordon.package_subject ps on ps.id = s.package_subject_id
      left join cordon.received_subject rs on rs.id = s.received_subject_id
      where s.operation_id = :operation and s.id = :site
      """;

  static final String ADD_PLAN =
      """
      insert into cordon.site_plan (id, operation_id, agency_id, action_day_id, site_id, address_line, postcode, city, person,
        risks, words, place_digest, person_digest, written_by)
      values (:id, :operation, :agency, :day, :site, :line, :postcode, :city, :person, :risks, :words, :place, :personDigest,
        cordon.current_member())
      """;

  static final String PLAN =
      """
      select p.*, coalesce(m.display_name, 'a member') as writer from cordon.site_plan p
      left join cordon.member m on m.id = p.written_by
      where p.operation_id = :operation and p.site_id = :site order by p.sequence desc limit 1
      """;

  static final String ORDER_SITE =
      """
      update cordon.site set team_id = coalesce(:team, team_id), authority = coalesce(:authority, authority),
        legal_reference = coalesce(:legalReference, legal_reference)
      where operation_id = :operation and id = :site
      """;

  static final String SHARE =
      """
      insert into cordon.site_share (id, operation_id, agency_id, action_day_id, site_id, shares, reason, said_by)
      values (:id, :operation, :agency, :day, :site, :shares, :reason, cordon.current_member())
      """;

  static final String SHARED =
      """
      select shares from cordon.site_share where operation_id = :operation and site_id = :site order by sequence desc limit 1
      """;

  static final String ADD_SUPPORT =
      """
      insert into cordon.site_support (id, operation_id, agency_id, action_day_id, site_id, kind, service, reached, informed_at,
        named_by)
      values (:id, :operation, :agency, :day, :site, :kind, :service, :reached, :informed, cordon.current_member())
      """;

  static final String SUPPORT =
      """
      select kind, service, reached, informed_at from cordon.site_support
      where operation_id = :operation and site_id = :site order by kind, named_at
      """;

  static final String WARRANTS =
      """
      select w.kind, w.issued_by, w.reference, w.legal_reference, w.valid_from, w.valid_until,
        s.planned_at between w.valid_from and w.valid_until as holds
      from cordon.warrant w join cordon.site s on s.id = w.site_id
      where w.operation_id = :operation and w.site_id = :site order by w.valid_from, w.reference
      """;

  static final String ANSWER =
      """
      insert into cordon.readiness_answer (id, operation_id, agency_id, action_day_id, item, state, words, answered_by)
      values (:id, :operation, :agency, :day, :item, :state, :words, cordon.current_member())
      """;

  static final String ANSWERS =
      """
      select distinct on (r.agency_id, r.item) r.agency_id, r.item, r.state, r.words, r.answered_at
      from cordon.readiness_answer r where r.operation_id = :operation and r.action_day_id = :day
      order by r.agency_id, r.item, r.sequence desc
      """;

  /** What records alone say of an agency's readiness. */
  static final String AGENCIES =
      """
      select s.agency_id, a.name, a.country, count(*) as sites,
        count(*) filter (where exists (select from cordon.warrant w where w.site_id = s.id and w.kind = 'search'
          and s.planned_at between w.valid_from and w.valid_until)) as warrants,
        count(*) filter (where s.team_id is not null) as teams,
        count(*) filter (where exists (select from cordon.site_support u where u.site_id = s.id and u.kind = 'victim_support'))
          as victims,
        count(*) filter (where exists (select from cordon.site_support u where u.site_id = s.id
          and u.kind = 'childrens_service')) as children
      from cordon.site s join cordon.agency a on a.id = s.agency_id
      where s.operation_id = :operation and s.action_day_id = :day group by s.agency_id, a.name, a.country
      order by a.country, a.name
      """;

  static final String CONFLICTS =
      """
      select c.site_id, s.number, c.what, c.other_number from cordon.site_conflicts(:day) c
      join cordon.site s on s.id = c.site_id order by s.number, c.what limit 200
      """;

  static final String TIMES =
      """
      select s.id, s.number, s.agency_id, s.time_zone, s.planned_at, s.started_at,
        exists (select from cordon.warrant w where w.site_id = s.id and w.kind = 'search') as has_warrant,
        exists (select from cordon.warrant w where w.site_id = s.id and w.kind = 'search'
          and s.planned_at between w.valid_from and w.valid_until) as holds,
        (select string_agg(h.name || ' (' || h.source || ')', '; ') from cordon.holiday h where h.operation_id = s.operation_id
          and h.agency_id = s.agency_id and h.on_day = (s.planned_at at time zone s.time_zone)::date) as holiday
      from cordon.site s where s.operation_id = :operation and s.action_day_id = :day order by s.number
      """;

  static final String ADD_DEPENDENCY =
      """
      insert into cordon.day_dependency (id, operation_id, agency_id, action_day_id, words, set_by)
      values (:id, :operation, :agency, :day, :words, cordon.current_member())
      """;

  static final String ADD_DEPENDENCY_ORDER =
      """
      insert into cordon.day_dependency_order (dependency_id, operation_id, action_day_id, before_agency_id)
      values (:id, :operation, :day, :before)
      """;

  static final String DEPENDENCIES =
      """
      select d.id, d.words, a.country, a.name, b.country as before_country, b.name as before_name
      from cordon.day_dependency d join cordon.agency a on a.id = d.agency_id
      left join cordon.day_dependency_order o on o.dependency_id = d.id
      left join cordon.agency b on b.id = o.before_agency_id
      where d.operation_id = :operation and d.action_day_id = :day order by a.country, d.set_at limit 200
      """;

  static final String EMBARGO =
      """
      insert into cordon.day_embargo (id, operation_id, action_day_id, until, figures_until, reason, set_by)
      values (:id, :operation, :day, :until, :figuresUntil, :reason, cordon.current_member())
      """;

  static final String EMBARGOES =
      """
      select e.*, coalesce(m.display_name, 'a member') as setter from cordon.day_embargo e
      left join cordon.member m on m.id = e.set_by
      where e.operation_id = :operation and e.action_day_id = :day order by e.sequence desc limit 20
      """;

  static final String READER =
      """
      insert into cordon.day_reader (id, operation_id, action_day_id, reader_agency_id, member_id, may, named_by)
      values (:id, :operation, :day, :agency, :member, :may, cordon.current_member())
      """;

  static final String READERS =
      """
      select distinct on (r.reader_agency_id, r.member_id) r.may, r.named_at, a.name as agency_name, m.display_name
      from cordon.day_reader r left join cordon.agency a on a.id = r.reader_agency_id
      left join cordon.member m on m.id = r.member_id
      where r.operation_id = :operation and r.action_day_id = :day
      order by r.reader_agency_id, r.member_id, r.sequence desc
      """;

  static final String EMBARGOED =
      """
      select cordon.embargoed_until(:day)
      """;

  static final String FIGURES_SHUT =
      """
      select cordon.figures_shut(:operation)
      """;

  static final String ADD_PRESS_LINE =
      """
      insert into cordon.press_line (id, operation_id, action_day_id, words, until, written_by)
      values (:id, :operation, :day, :words, :until, cordon.current_member())
      """;

  static final String PRESS_LINES =
      """
      select words, until, until > now() as waits from cordon.press_line
      where operation_id = :operation and action_day_id = :day order by until desc, id limit 50
      """;

  private PlanSql() {}
}
