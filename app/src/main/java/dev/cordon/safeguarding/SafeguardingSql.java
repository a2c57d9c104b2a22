package dev.cordon.safeguarding;

/** The statements of this package. */
final class SafeguardingSql {

  static final String SUBJECT =
      """
      select s.number, c.country from cordon.subject s
      left join cordon.confirmed_subject c on c.id = s.id
      where s.operation_id = :operation and s.id = :subject
      """;

  static final String ADD_FACT =
      """
      insert into cordon.safeguarding_fact (id, operation_id, subject_id, kind, words, source, known_at, recorded_by)
      values (:id, :operation, :subject, :kind, :words, :source, :knownAt, :member)
      """;

  static final String END_FACT =
      """
      insert into cordon.safeguarding_end (fact_id, operation_id, subject_id, reason, ended_by)
      select f.id, f.operation_id, f.subject_id, :reason, :member from cordon.safeguarding_fact f
      where f.operation_id = :operation and f.subject_id = :subject and f.id = :fact
      on conflict (fact_id) do nothing
      """;

  private static final String FACTS =
      """
      select f.*, s.number, m.display_name, e.reason as ended_because, e.ended_at,
        exists (select from cordon.urgent_package u join cordon.package p on p.id = u.package_id
          where u.subject_id = f.subject_id and p.released_at is not null) as sent
      from cordon.safeguarding_fact f
      join cordon.subject s on s.id = f.subject_id
      left join cordon.member m on m.id = f.recorded_by
      left join cordon.safeguarding_end e on e.fact_id = f.id
      where f.operation_id = :operation
      """;

  static final String OF_SUBJECT =
      FACTS
          + "and f.subject_id = :subject order by e.fact_id is not null, f.known_at desc limit 200";

  static final String OPEN =
      FACTS
          + """
          and e.fact_id is null order by sent, f.known_at, f.id limit :limit offset :offset
          """;

  static final String COUNT_OPEN =
      """
      select count(*) from cordon.safeguarding_fact f where f.operation_id = :operation
        and not exists (select from cordon.safeguarding_end e where e.fact_id = f.id)
      """;

  static final String OLDEST =
      """
      select min(f.known_at) from cordon.safeguarding_fact f where f.operation_id = :operation and f.subject_id = :subject
        and not exists (select from cordon.safeguarding_end e where e.fact_id = f.id)
      """;

  static final String ANSWER =
      """
      insert into cordon.safeguarding_answer (id, operation_id, subject_id, question, answer, words, answered_by)
      values (:id, :operation, :subject, :question, :answer, :words, :member)
      """;

  static final String ANSWERS =
      """
      select distinct on (a.question) a.question, a.answer, a.words, a.answered_at, m.display_name
      from cordon.safeguarding_answer a left join cordon.member m on m.id = a.answered_by
      where a.operation_id = :operation and a.subject_id = :subject order by a.question, a.sequence desc
      """;

  static final String SITES =
      """
      select s.label, s.planned_at, s.country, a.name from cordon.site s
      join cordon.package_subject p on p.id = s.package_subject_id
      left join cordon.agency a on a.id = s.agency_id
      where s.operation_id = :operation and p.subject_id = :subject and s.ended_at is null
      order by s.planned_at limit 50
      """;

  static final String HELD =
      """
      select d.number, d.released_at, a.name from cordon.dispatched_subject d left join cordon.agency a on a.id = d.agency_id
      where d.operation_id = :operation and d.subject_id = :subject order by d.released_at limit 50
      """;

  static final String EMBARGO =
      """
      select e.until, e.reason, e.set_at, m.display_name from cordon.embargo e left join cordon.member m on m.id = e.set_by
      where e.operation_id = :operation order by e.sequence desc limit 1
      """;

  static final String SET_EMBARGO =
      """
      insert into cordon.embargo (id, operation_id, until, reason, set_by)
      values (:id, :operation, cast(:until as timestamptz), :reason, :member)
      """;

  static final String ADD_URGENT =
      """
      insert into cordon.urgent_package (package_id, operation_id, subject_id, fact_known_at, clashes, reason, made_by)
      values (:package, :operation, :subject, :knownAt, :clashes, :reason, :member)
      """;

  static final String URGENT =
      """
      select u.package_id, u.clashes, u.made_at, p.number, p.released_at, a.name
      from cordon.urgent_package u join cordon.package p on p.id = u.package_id
      left join cordon.agency a on a.id = p.recipient_id
      where u.operation_id = :operation and u.subject_id = :subject order by u.made_at desc limit 50
      """;

  private SafeguardingSql() {}
}
