package dev.cordon.protection;

/** The statements of this package. */
final class ProtectionSql {

  static final String ADD_CATEGORY =
      """
      insert into cordon.subject_category (id, operation_id, subject_id, previous, category, reason, decided_by)
      values (:id, :operation, :subject, :previous, :category, :reason, :member)
      """;

  static final String CATEGORIES =
      """
      select c.previous, c.category, c.reason, c.decided_at, coalesce(m.display_name, 'a member') as decided_by
      from cordon.subject_category c left join cordon.member m on m.id = c.decided_by
      where c.operation_id = :operation and c.subject_id = :subject order by c.sequence
      """;

  static final String SENT_WITH_ANOTHER =
      """
      select p.number, p.version, coalesce(a.name, 'an agency') as recipient, s.category, p.released_at
      from cordon.package_subject s join cordon.package p on p.id = s.package_id
      left join cordon.agency a on a.id = p.recipient_id
      where s.operation_id = :operation and s.subject_id = :subject and p.released_at is not null
        and s.category <> :category
        and not exists (select from cordon.package_recall r where r.package_id = p.id)
        and not exists (select from cordon.package later where later.supersedes = p.id and later.released_at is not null)
      order by p.released_at, p.number
      """;

  static final String ADD_STATEMENT =
      """
      insert into cordon.statement (id, operation_id, subject_id, nature, words, scheme, grade_source, grade_information,
        grade_handling, conditions, made_by)
      values (:id, :operation, :subject, :nature, :words, :scheme, :source, :information, :handling, :conditions, :member)
      """;

  static final String WITHDRAW_STATEMENT =
      """
      update cordon.statement set withdrawn_by = :member, withdrawn_at = now(), withdrawn_reason = :reason
      where operation_id = :operation and subject_id = :subject and id = :id and withdrawn_at is null
      """;

  static final String STATEMENTS =
      """
      select s.*, coalesce(m.display_name, 'a member') as made_by_name, coalesce(w.display_name, 'a member') as withdrawn_by_name
      from cordon.statement s
      left join cordon.member m on m.id = s.made_by left join cordon.member w on w.id = s.withdrawn_by
      where s.operation_id = :operation and s.subject_id = :subject and s.nature = :nature
      order by s.made_at, s.id limit :limit offset :offset
      """;

  static final String COUNT_STATEMENTS =
      """
      select count(*) from cordon.statement
      where operation_id = :operation and subject_id = :subject and nature = :nature
      """;

  static final String PERSON_CLOCK =
      """
      select due_on, months, regime, decision, decided_at from cordon.person_clocks(:operation) where subject_id = :subject
      """;

  static final String ADD_REVIEW =
      """
      insert into cordon.retention_review (id, operation_id, subject_id, decision, reason, decided_by)
      values (:id, :operation, :subject, :decision, :reason, :member)
      """;

  static final String CLOCKS =
      """
      select k.category, coalesce(c.months, cordon.retention_default(k.category)) as months, c.regime
      from unnest('{suspect,convicted,victim,witness_or_contact,not_yet_assessed}'::text[]) with ordinality k(category, place)
      left join lateral (select c.months, c.regime from cordon.retention_clock c
        where c.operation_id = :operation and c.category = k.category order by c.sequence desc limit 1) c on true
      order by k.place
      """;

  static final String ADD_CLOCK =
      """
      insert into cordon.retention_clock (id, operation_id, category, months, regime, reason, set_by)
      values (:id, :operation, :category, :months, :regime, :reason, :member)
      """;

  private ProtectionSql() {}
}
