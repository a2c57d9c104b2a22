package dev.cordon.attribution.web;

/** The lists of proposals and subjects, filtered in the database. */
final class CaseListSql {

  private static final String PROPOSALS_FROM =
      """
      from cordon.proposed_cluster c
      left join cordon.proposal_subject s on s.proposal_id = c.id
      where c.operation_id = :operation
        and (:country = '' or (:country = 'none' and c.country is null) or c.country = :country)
        and (:state = '' or (:state = 'waiting' and s.id is null and c.payer)
          or (:state = 'confirmed' and s.id is not null) or (:state = 'not_paying' and not c.payer))
        and position(upper(:number) in upper(c.number)) > 0
      """;

  static final String PROPOSALS =
      """
      select c.id, c.number, c.accounts, c.payer, c.country, c.strength, s.number as subject_number,
        (select string_agg(distinct r.value, ' · ') from cordon.proposal_record r
          where r.proposal_id = c.id and r.kind = 'PERSON_NAME') as names,
        (select count(*) from cordon.proposal_record r
          where r.proposal_id = c.id and r.kind = 'PAYMENT') as payments,
        coalesce((select a.why from cordon.proposed_attribution a where a.proposal_id = c.id), '') as why
      """
          + PROPOSALS_FROM
          + "order by c.payer desc, c.number limit :limit offset :offset";

  static final String COUNT_PROPOSALS = "select count(*) " + PROPOSALS_FROM;

  private static final String SUBJECT_COLUMNS =
      """
      select s.id, s.number, j.state, s.category, a.country, coalesce(a.reason, '') as why,
        (select string_agg(distinct r.value, ' · ') from cordon.proposal_record r
          where r.proposal_id = s.proposal_id and r.kind = 'PERSON_NAME') as names,
        (select count(*) from cordon.proposal_record r
          where r.proposal_id = s.proposal_id and r.kind = 'PAYMENT') as payments,
        (select p.accounts from cordon.proposal p where p.id = s.proposal_id) as accounts
      """;

  private static final String STANDING =
      """
      join lateral (select g.kind as state from cordon.judgement g
        where g.subject_id = s.id order by g.sequence desc limit 1) j on true
      left join lateral (select t.country, t.reason from cordon.attribution t
        where t.subject_id = s.id order by t.sequence desc limit 1) a on j.state = 'confirmed'
      """;

  private static final String PAGED = " order by s.number limit :limit offset :offset";

  private static final String NO_SUBJECT_FILTER =
      """
      (select * from cordon.subject s where s.operation_id = :operation
       order by s.number limit :limit offset :offset) s
      """;

  /** A page of subjects; without a filter only the page's own rows are looked up. */
  static String subjects(CaseLists.Filter filter) {
    return filter.isEmpty()
        ? SUBJECT_COLUMNS + "from " + NO_SUBJECT_FILTER + STANDING + "order by s.number"
        : SUBJECT_COLUMNS + "from cordon.subject s " + STANDING + where(filter) + PAGED;
  }

  /** How many there are; every subject has a judgement, so without a filter none is read. */
  static String countSubjects(CaseLists.Filter filter) {
    return filter.isEmpty()
        ? "select count(*) from cordon.subject s where s.operation_id = :operation"
        : "select count(*) from cordon.subject s " + STANDING + where(filter);
  }

  private static String where(CaseLists.Filter filter) {
    StringBuilder where = new StringBuilder("where s.operation_id = :operation");
    if (filter.country().equals("none")) {
      where.append(" and a.country is null and j.state = 'confirmed'");
    } else if (!filter.country().isEmpty()) {
      // By its index first: who was ever placed there, then who still is.
      where.append(
          """
           and s.id in (select x.subject_id from cordon.attribution x
             where x.operation_id = :operation and x.country = :country)
           and a.country = :country
          """);
    }
    if (!filter.state().isEmpty()) {
      where.append(" and (j.state = :state or (:state = 'attributed' and a.country is not null))");
    }
    if (!filter.number().isBlank()) {
      where.append(" and position(upper(:number) in upper(s.number)) > 0");
    }
    return where.toString();
  }

  // One step along the index for each country instead of one for each person.
  static final String COUNTRIES =
      """
      with recursive proposed as (
        select min(country) as country from cordon.proposed_attribution where operation_id = :operation
        union all
        select (select min(a.country) from cordon.proposed_attribution a
                where a.operation_id = :operation and a.country > p.country)
        from proposed p where p.country is not null
      ), decided as (
        select min(country) as country from cordon.attribution where operation_id = :operation
        union all
        select (select min(a.country) from cordon.attribution a
                where a.operation_id = :operation and a.country > d.country)
        from decided d where d.country is not null
      )
      select country from proposed where country is not null
      union select country from decided where country is not null
      order by 1
      """;

  static final String NAMES =
      """
      select coalesce(string_agg(distinct r.value, ' · '), '') from cordon.proposal_record r
      where r.operation_id = :operation and r.proposal_id = :proposal and r.kind = 'PERSON_NAME'
      """;

  static final String HOURS =
      """
      select extract(hour from r.at at time zone 'UTC')::int as hour, count(*) as accesses
      from cordon.proposal_record r
      where r.operation_id = :operation and r.proposal_id = :proposal and r.kind = 'ADDRESS_IP' and r.at is not null
      group by 1
      """;

  private CaseListSql() {}
}
