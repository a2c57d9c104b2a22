package dev.cordon.oversight;

/** The statements over a person's file and what else the data-protection officer takes out. */
final class DataProtectionSql {

  static final String ASK =
      """
      insert into cordon.person_file (id, operation_id, subject, reason, legal_basis, asked_by)
      values (:id, :operation, :subject, :reason, :basis, cordon.current_member())
      """;

  private static final String FILES =
      """
      select f.id, f.subject, f.reason, f.legal_basis, f.asked_by, f.asked_at, coalesce(a.display_name, 'a member') as asker,
        d.decision, d.words, d.withheld, d.withheld_because, d.content_sha256, d.as_of, d.decided_by, d.decided_at, d.expires_at,
        coalesce(m.display_name, 'a member') as decider, coalesce(d.expires_at < now(), false) as expired
      from cordon.person_file f
      left join cordon.person_file_decision d on d.person_file_id = f.id
      left join cordon.member a on a.id = f.asked_by
      left join cordon.member m on m.id = d.decided_by
      where f.operation_id = :operation
      """;

  static final String PAGE = FILES + "order by f.asked_at desc, f.id limit :limit offset :offset";

  static final String COUNT =
      """
      select count(*) from cordon.person_file where operation_id = :operation
      """;

  static final String ONE = FILES + "and f.id = :id";

  static final String DECIDE =
      """
      insert into cordon.person_file_decision
        (person_file_id, operation_id, asked_by, decision, words, withheld, withheld_because, content_sha256, as_of,
         decided_by)
      values (:id, :operation, :askedBy, :decision, :words, :withheld, :withheldBecause, :digest, :asOf,
        cordon.current_member())
      """;

  static final String NAME_MEMBER =
      """
      select set_config('cordon.member', :member, true)
      """;

  static final String SUBJECT =
      """
      select id, proposal_id from cordon.subject
      where operation_id = :operation and (number = :subject or id::text = :subject)
      """;

  static final String SUBJECT_FACTS =
      """
      select s.id, s.number, s.category, p.number as proposal, p.accounts
      from cordon.subject s join cordon.proposal p on p.id = s.proposal_id
      where s.operation_id = :operation and s.id = :subject
      """;

  static final String JUDGEMENTS =
      """
      select j.decided_at, j.kind, j.reason, coalesce(m.display_name, 'a member') as decided_by,
        'words of a member; may name others' as third_person
      from cordon.judgement j left join cordon.member m on m.id = j.decided_by
      where j.operation_id = :operation and j.subject_id = :subject and j.decided_at <= :asOf
      order by j.sequence
      """;

  static final String CATEGORIES =
      """
      select c.decided_at, c.previous, c.category, c.reason, coalesce(m.display_name, 'a member') as decided_by,
        'words of a member; may name others' as third_person
      from cordon.subject_category c left join cordon.member m on m.id = c.decided_by
      where c.operation_id = :operation and c.subject_id = :subject and c.decided_at <= :asOf order by c.sequence
      """;

  static final String STATEMENTS =
      """
      select s.nature, s.words, s.scheme, s.grade_source || s.grade_information || coalesce(s.grade_handling, '') as grade,
        s.conditions, s.made_at, coalesce(m.display_name, 'a member') as made_by,
        case when s.withdrawn_at <= :asOf then s.withdrawn_at end as withdrawn_at,
        case when s.withdrawn_at <= :asOf then s.withdrawn_reason end as withdrawn_because,
        'words of a member; may name others' as third_person
      from cordon.statement s left join cordon.member m on m.id = s.made_by
      where s.operation_id = :operation and s.subject_id = :subject and s.made_at <= :asOf
      order by s.nature desc, s.made_at, s.id
      """;

  static final String STAYS =
      """
      select r.decided_at, r.decision, r.reason, coalesce(m.display_name, 'a member') as decided_by,
        'words of a member; may name others' as third_person
      from cordon.retention_review r left join cordon.member m on m.id = r.decided_by
      where r.operation_id = :operation and r.subject_id = :subject and r.decided_at <= :asOf order by r.sequence
      """;

  static final String ACCOUNTS =
      """
      select a.system, a.account, a.kind, a.handle, a.registered_at, a.payer, a.source_table, a.source_row
      from cordon.proposal p join cordon.resolved_account a on a.run_id = p.run_id and a.cluster_id = p.cluster_id
      where p.operation_id = :operation and p.id = :proposal order by a.holder
      """;

  // Other persons' records are read once, and only which values they share comes out.
  static final String RECORDS =
      """
      with own as (
        select r.* from cordon.proposal_record r where r.operation_id = :operation and r.proposal_id = :proposal
      ), shared as materialized (
        select distinct o.kind, o.value
        from own o
        join cordon.proposal_record x on x.operation_id = :operation and x.kind = o.kind and x.value = o.value
          and x.proposal_id <> :proposal
        join cordon.proposal p on p.id = x.proposal_id
        join cordon.proposal q on q.id = :proposal and q.run_id = p.run_id
      )
      select o.kind, o.label, o.value, o.at, s.name as source, o.source_table, o.source_row,
        case when h.value is not null then 'the same value stands with other persons'
             when o.kind = 'PERSON_NAME' and (select count(distinct n.value) from own n where n.kind = 'PERSON_NAME') > 1
               then 'several names stand in the records; one may be another person''s'
        end as third_person
      from own o left join shared h on h.kind = o.kind and h.value = o.value
      left join cordon.source s on s.operation_id = o.operation_id and s.id = o.source_id
      order by o.place
      """;

  static final String LINKS =
      """
      select l.a, l.b, l.rule, l.why from cordon.proposal_link l
      where l.operation_id = :operation and l.proposal_id = :proposal order by l.place
      """;

  static final String ATTRIBUTIONS =
      """
      select a.decided_at, a.country, a.reason, coalesce(m.display_name, 'a member') as decided_by,
        'words of a member; may name others' as third_person
      from cordon.attribution a left join cordon.member m on m.id = a.decided_by
      where a.operation_id = :operation and a.subject_id = :subject and a.decided_at <= :asOf order by a.sequence
      """;

  static final String EVIDENCE =
      """
      select e.kind, e.country, e.items, e.days, e.first_at, e.last_at, e.source_table, e.source_row
      from cordon.attribution_evidence e
      where e.operation_id = :operation and e.proposal_id = :proposal order by e.kind, e.country
      """;

  static final String PACKAGES =
      """
      select p.number, p.version, g.name as recipient, g.country, p.handling_code, s.category, p.legal_basis,
        p.released_at, c.recalled_at, (select count(*) from cordon.package_record r where r.package_subject_id = s.id) as records
      from cordon.package_subject s join cordon.package p on p.id = s.package_id
      left join cordon.agency g on g.id = p.recipient_id
      left join cordon.package_recall c on c.package_id = p.id and c.recalled_at <= :asOf
      where s.operation_id = :operation and s.subject_id = :subject and p.drafted_at <= :asOf
      order by p.number, p.version
      """;

  static final String OUTCOMES =
      """
      select p.number, o.outcome, o.note, o.reported_at, 'words of an officer; may name others' as third_person
      from cordon.package_outcome o join cordon.package_subject s on s.id = o.package_subject_id
      join cordon.package p on p.id = s.package_id
      where o.operation_id = :operation and s.subject_id = :subject and o.reported_at <= :asOf
      order by o.reported_at, o.id
      """;

  static final String REPORTS =
      """
      select r.report, r.country, r.kind, r.happened_at, r.given, r.family, r.birth_year, r.address_line, r.postcode, r.city,
        r.note, x.why as matched_because, 'a report from a search may name others in the place' as third_person
      from cordon.report_match x join cordon.field_report r on r.id = x.field_report_id
      where x.operation_id = :operation and x.subject_id = :subject and x.matched_at <= :asOf
        and (x.withdrawn_at is null or x.withdrawn_at > :asOf)
      order by r.happened_at, r.id
      """;

  static final String ENTRIES =
      """
      with ids as (
        select :subject as id union select :proposal
        union select s.id from cordon.package_subject s where s.operation_id = :operation and s.subject_id = :subject
      )
      select e.id, e.at, e.act, e.what, coalesce(m.display_name, 'a member') as member, g.name as recipient,
        'words of a member; may name others' as third_person, o.reason
      from cordon.ledger_entry e
      left join cordon.ledger_opening o on o.entry_id = e.id
      left join cordon.member m on m.id = e.member_id
      left join cordon.agency g on g.id = e.recipient_id
      where e.operation_id = :operation and e.at <= :asOf
        and e.id in (select cordon.entries_touching(:operation, i.id::text) from ids i)
      order by e.at, e.id
      """;

  static final String PROCESSING =
      """
      select kind, name, country, held from cordon.processing_facts(:operation)
      """;

  static final String RETENTION =
      """
      select kind, id, label, due_on, rule from cordon.retention_facts(:operation)
      where :until >= due_on order by due_on, kind, label, id limit :limit offset :offset
      """;

  static final String COUNT_RETENTION =
      """
      select count(*) from cordon.retention_facts(:operation) where :until >= due_on
      """;

  static final String ADD_EXPORT =
      """
      insert into cordon.oversight_export (id, operation_id, kind, reason, manifest, made_by)
      values (:id, :operation, :kind, :reason, :manifest, cordon.current_member())
      """;

  static final String EXPORTS =
      """
      select e.id, e.kind, e.reason, e.manifest, e.made_at, coalesce(m.display_name, 'a member') as member
      from cordon.oversight_export e left join cordon.member m on m.id = e.made_by
      where e.operation_id = :operation order by e.made_at desc, e.id limit 50
      """;

  private DataProtectionSql() {}
}
