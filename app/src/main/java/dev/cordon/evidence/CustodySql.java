package dev.cordon.evidence;

/** The statements about custody. */
final class CustodySql {

  static final String LOCK =
      """
      select pg_advisory_xact_lock(hashtextextended(:exhibit::text, 4021085))::text
      """;

  static final String ADD_ACT =
      """
      insert into cordon.custody_act (id, operation_id, agency_id, exhibit_id, number, kind, happened_at, place, words, person,
        seal_before, hand_over_id, related_exhibit_id, order_authority, order_reference, order_date, irregularities,
        explanation, holder, held_since, seal, location_id, state, statement, entry_id, recorded_by, recorded_at)
      values (:id, :operation, :agency, :exhibit, :number, :kind, :at, :place, :words, :person, :sealBefore, :handOver,
        :related, :authority, :reference, :orderDate, :irregularities, :explanation, :holder, :heldSince, :seal,
        case when :moves then :location else (select c.location_id from cordon.custody_act c
          where c.exhibit_id = :exhibit and c.number = :number - 1) end,
        :state, :statement, :entry, :member, :now)
      """;

  static final String ACTS =
      """
      select c.*, l.name as location, x.number as related_number, coalesce(m.display_name, 'a member') as recorded_by_name
      from cordon.custody_act c
      left join cordon.storage_location l on l.id = c.location_id
      left join cordon.exhibit x on x.id = c.related_exhibit_id
      left join cordon.member m on m.id = c.recorded_by
      where c.exhibit_id = :exhibit order by c.number limit 5000
      """;

  static final String ADD_HAND_OVER =
      """
      insert into cordon.hand_over (id, operation_id, agency_id, exhibit_id, sequence, from_person, to_person, to_agency_id,
        place, purpose, happened_at, seal_before, seal_after, condition, recorded_by, recorded_at)
      values (:id, :operation, :agency, :exhibit, :sequence, :from, :to, :toAgency, :place, :purpose, :at, :sealBefore,
        :sealAfter, :condition, :member, :now)
      """;

  static final String HAND_OVERS =
      """
      select * from cordon.hand_over where exhibit_id = :exhibit order by sequence limit 5000
      """;

  static final String ANSWERS =
      """
      select a.*, coalesce(m.display_name, 'a member') as said_by_name
      from cordon.hand_over_answer a left join cordon.member m on m.id = a.said_by
      where a.exhibit_id = :exhibit order by a.said_at limit 10000
      """;

  static final String ADD_ANSWER =
      """
      insert into cordon.hand_over_answer (id, operation_id, agency_id, exhibit_id, hand_over_id, party, answer, way, paper,
        words, said_by, said_at)
      values (:id, :operation, :agency, :exhibit, :handOver, :party, :answer, :way, :paper, :words, :member, :now)
      """;

  static final String AGENCY =
      """
      select name, closed from cordon.open_agencies() where id = :agency
      """;

  static final String AGENCIES =
      """
      select id, country || ' · ' || name as label from cordon.open_agencies() where not closed order by country, name
      """;

  static final String ADD_REFUSAL =
      """
      insert into cordon.custody_refusal (id, operation_id, agency_id, exhibit_id, irregularity, words, tried_by)
      select :id, e.operation_id, e.agency_id, e.id, :irregularity, :words, :member
      from cordon.exhibit e where e.id = :exhibit and e.operation_id = :operation
      """;

  static final String REFUSALS =
      """
      select r.irregularity, r.words, r.tried_at, coalesce(m.display_name, 'a member') as tried_by_name
      from cordon.custody_refusal r left join cordon.member m on m.id = r.tried_by
      where r.exhibit_id = :exhibit order by r.tried_at limit 500
      """;

  static final String ADD_DIGEST =
      """
      insert into cordon.exhibit_digest (id, operation_id, agency_id, exhibit_id, thing, label, sha256, size_bytes, tool,
        taken_at, recorded_by, recorded_at)
      values (:id, :operation, :agency, :exhibit, :thing, :label, :sha256, :size, :tool, :at, :member, :now)
      """;

  static final String DIGESTS =
      """
      select * from cordon.exhibit_digest where exhibit_id = :exhibit order by recorded_at, id limit 1000
      """;

  static final String ADD_LOCATION =
      """
      insert into cordon.storage_location (id, operation_id, agency_id, name, added_by)
      values (:id, :operation, :agency, :name, :member)
      on conflict (operation_id, agency_id, name) do nothing
      """;

  static final String LOCATION_BY_NAME =
      """
      select id from cordon.storage_location where operation_id = :operation and agency_id = :agency and name = :name
      """;

  static final String LOCATIONS =
      """
      select id, name as label from cordon.storage_location
      where operation_id = :operation and agency_id = :agency order by name limit 500
      """;

  static final String ADD_COPY =
      """
      insert into cordon.working_copy (id, operation_id, agency_id, exhibit_id, number, image_format, tool, size_bytes, sha256,
        medium_sha256, kept_at, made_by, made_at, recorded_by, recorded_at)
      values (:id, :operation, :agency, :exhibit, :number, :format, :tool, :size, :sha256, :medium, :keptAt, :madeBy, :at,
        :member, :now)
      """;

  static final String COPIES =
      """
      select c.*,
        (select count(*) from cordon.working_copy_check k where k.working_copy_id = c.id) as checks,
        (select max(k.checked_at) from cordon.working_copy_check k where k.working_copy_id = c.id and k.held) as held_at,
        (select min(k.checked_at) from cordon.working_copy_check k where k.working_copy_id = c.id and not k.held) as differs_at
      from cordon.working_copy c where c.exhibit_id = :exhibit order by c.number limit 500
      """;

  static final String ADD_CHECK =
      """
      insert into cordon.working_copy_check (id, operation_id, agency_id, exhibit_id, working_copy_id, purpose, tool, sha256,
        held, checked_by, checked_at)
      values (:id, :operation, :agency, :exhibit, :copy, :purpose, :tool, :sha256, :held, :member, :now)
      """;

  static final String STOPPED =
      """
      select count(*) from cordon.exhibit e where e.operation_id = :operation
        and exists (select from cordon.working_copy_check k where k.exhibit_id = e.id and not k.held)
      """;

  static final String PROOFS =
      """
      select act_id, entry_id, body, place, salt, record_ids from cordon.custody_proofs(:exhibit)
      """;

  private CustodySql() {}
}
