package dev.cordon.attribution.web;

/** The lists of proposals and subjects, filtered in the database. */
final class CaseListSql {

  private static final String PROPOSALS_FROM =
      """
      from cordon.proposed_cluster c
      left join cordon.subject_state s on s.proposal_id = c.id and s.state = 'confirmed'
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

  private static final String SUBJECTS_FROM =
      """
      from cordon.subject_state s
      left join cordon.confirmed_subject c on c.id = s.id
      where s.operation_id = :operation
        and (:country = '' or (:country = 'none' and c.country is null and s.state = 'confirmed')
          or c.country = :country)
        and (:state = '' or s.state = :state or (:state = 'attributed' and c.country is not null))
        and position(upper(:number) in upper(s.number)) > 0
      """;

  static final String SUBJECTS =
      """
      select s.id, s.number, s.state, s.category, c.country, coalesce(c.attribution_reason, '') as why,
        (select string_agg(distinct r.value, ' · ') from cordon.proposal_record r
          where r.proposal_id = s.proposal_id and r.kind = 'PERSON_NAME') as names,
        (select count(*) from cordon.proposal_record r
          where r.proposal_id = s.proposal_id and r.kind = 'PAYMENT') as payments,
        (select p.accounts from cordon.proposal p where p.id = s.proposal_id) as accounts
      """
          + SUBJECTS_FROM
          + "order by s.number limit :limit offset :offset";

  static final String COUNT_SUBJECTS = "select count(*) " + SUBJECTS_FROM;

  static final String COUNTRIES =
      """
      select distinct country from cordon.proposed_cluster where operation_id = :operation and country is not null
      union select distinct country from cordon.confirmed_subject where operation_id = :operation and country is not null
      order by 1
      """;

  static final String NAMES =
      """
      select coalesce(string_agg(distinct r.value, ' · '), '') from cordon.proposal_record r
      where r.operation_id = :operation and r.proposal_id = :proposal and r.kind = 'PERSON_NAME'
      """;

  private CaseListSql() {}
}
