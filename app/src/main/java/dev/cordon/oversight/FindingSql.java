package dev.cordon.oversight;

/** The statements over findings. */
final class FindingSql {

  static final String ADD_RUN =
      """
      insert into cordon.oversight_run (id, operation_id, rules_version, covers_from, covers_until, started_by)
      values (:id, :operation, :version, :since, :until, cordon.current_member())
      """;

  static final String ADD_RUN_RULE =
      """
      insert into cordon.oversight_run_rule (run_id, operation_id, rule, rule_version, settings, outcome, found, started_by)
      values (:run, :operation, :rule, :version, :settings, :outcome, :found, cordon.current_member())
      """;

  static final String ADD_SETTING =
      """
      insert into cordon.oversight_setting (operation_id, rule, name, value, reason, set_by)
      values (:operation, :rule, :name, :value, :reason, cordon.current_member())
      """;

  static final String SETTINGS =
      """
      select distinct on (rule, name) rule, name, value from cordon.oversight_setting
      where operation_id = :operation order by rule, name, sequence desc
      """;

  static final String COUNTRIES =
      """
      select distinct country from cordon.agency order by country
      """;

  static final String ZONES =
      """
      select name from pg_timezone_names
      """;

  static final String COUNT_DENIED =
      """
      select operation_id, total from cordon.count_denied(cast(:operation as uuid), :kind, :hour, :times)
      """;

  static final String TIME_LIMIT =
      """
      select set_config('statement_timeout', '60s', true)
      """;

  static final String KINDS_HELD =
      """
      select kind from (select kind, kind || '~' as after from unnest(cast(:kinds as text[])) kind offset 0) asked
      where exists (select from cordon.ledger_entry e where e.operation_id = :operation
        and e.what >= asked.kind and e.what < asked.after)
      """;

  private static final String STATE =
      """
      left join lateral (select v.state, v.words, v.reviewed_at, coalesce(p.display_name, 'a member') as reviewer
        from cordon.oversight_review v left join cordon.member p on p.id = v.reviewed_by
        where v.finding_id = f.id order by v.sequence desc limit 1) v on true
      """;

  static final String COUNTS =
      """
      select f.rule, count(*) as found, count(*) filter (where v.state is distinct from 'looked_at') as open
      from cordon.oversight_finding f
      """
          + STATE
          + "where f.operation_id = :operation group by f.rule";

  private static final String FINDINGS =
      """
      select f.*, coalesce(m.display_name, case when f.member_id is null then null else 'a member' end) as member,
        a.name as agency, v.state, v.words, v.reviewed_at, v.reviewer, r.settings
      from cordon.oversight_finding f
      left join cordon.member m on m.id = f.member_id left join cordon.agency a on a.id = m.agency_id
      left join cordon.oversight_run_rule r on r.run_id = f.run_id and r.rule = f.rule
      """
          + STATE;

  private static final String OF_RULE =
      """
      where f.operation_id = :operation and f.rule = :rule
        and (:state = '' or (:state = 'open') = (v.state is distinct from 'looked_at'))
      """;

  static final String PAGE =
      FINDINGS + OF_RULE + "order by f.last_at desc, f.id limit :limit offset :offset";

  static final String COUNT = "select count(*) from cordon.oversight_finding f " + STATE + OF_RULE;

  static final String ONE = FINDINGS + "where f.operation_id = :operation and f.id = :id";

  static final String REVIEWS =
      """
      select v.state, v.words, v.reviewed_at, coalesce(p.display_name, 'a member') as reviewer
      from cordon.oversight_review v left join cordon.member p on p.id = v.reviewed_by
      where v.finding_id = :id order by v.sequence
      """;

  static final String ADD_REVIEW =
      """
      insert into cordon.oversight_review (finding_id, operation_id, state, words, reviewed_by)
      select f.id, f.operation_id, :state, :words, cordon.current_member()
      from cordon.oversight_finding f where f.id = :id and f.operation_id = :operation
      """;

  static final String ENTRIES =
      """
      select e.id, p.place, e.at, e.act, e.what, e.record_count, e.member_id, o.reason,
        coalesce(m.display_name, 'a member') as member, a.name as agency, r.name as recipient
      from cordon.oversight_finding_entry x
      join cordon.ledger_entry e on e.id = x.entry_id
      left join cordon.ledger_place p on p.entry_id = e.id
      left join cordon.ledger_opening o on o.entry_id = e.id
      left join cordon.member m on m.id = e.member_id
      left join cordon.agency a on a.id = m.agency_id
      left join cordon.agency r on r.id = e.recipient_id
      where x.finding_id = :id order by e.at desc, e.id limit :limit offset :offset
      """;

  static final String COUNT_ENTRIES =
      """
      select count(*) from cordon.oversight_finding_entry where finding_id = :id
      """;

  static final String LAST_RUN =
      """
      select r.*, coalesce(m.display_name, 'a member') as member from cordon.oversight_run r
      left join cordon.member m on m.id = r.started_by
      where r.operation_id = :operation order by r.started_at desc limit 1
      """;

  static final String LAST_OUTCOMES =
      """
      select rule, outcome from cordon.oversight_run_rule where run_id = :run
      """;

  private FindingSql() {}

  /** Keeps what a rule finds and did not find before, with its entries; gives how many. */
  static String keep(Rules.Rule rule) {
    return "with found as ("
        + rule.sql()
        + """
        ), kept as (
          insert into cordon.oversight_finding
            (id, run_id, operation_id, rule, rule_version, member_id, record, bucket, count, first_at, last_at)
          select gen_random_uuid(), :run, :operation, :rule, :version, member_id, record, bucket, n, first_at, last_at
          from found
          on conflict (operation_id, rule, rule_version, bucket, member_id, record) do nothing
          returning id, member_id, record, bucket
        ), listed as (
          insert into cordon.oversight_finding_entry (finding_id, operation_id, entry_id)
          select k.id, :operation, entry
          from kept k join found f on f.bucket = k.bucket and f.member_id is not distinct from k.member_id
            and f.record is not distinct from k.record
          cross join lateral unnest(f.entries) entry
          returning 1
        )
        select (select count(*) from kept) as kept, (select count(*) from listed) as listed
        """;
  }
}
