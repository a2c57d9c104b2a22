package dev.cordon.dispatch;

/** The statements of routing. */
final class RoutingSql {

  static final String STANDING =
      """
      select r.id, r.country, r.division, r.postcodes, r.recipient_id, a.name as agency_name, r.reason,
        m.display_name, r.added_at
      from cordon.routing_rule r
      join cordon.agency a on a.id = r.recipient_id
      left join cordon.member m on m.id = r.added_by
      where r.operation_id = :operation and r.ended_at is null
        and (:country = '' or r.country = :country)
      order by r.country, r.postcodes = '{}', a.name, r.id
      """;

  static final String ADD =
      """
      insert into cordon.routing_rule (id, operation_id, country, division, postcodes, recipient_id, reason, added_by)
      values (:id, :operation, :country, cast(:division as text), :postcodes, :agency, :reason, :member)
      """;

  static final String END =
      """
      update cordon.routing_rule set ended_by = :member, ended_at = now(), ended_reason = :reason
      where operation_id = :operation and id = :id and ended_at is null
      """;

  static final String POSTCODES =
      """
      select distinct s.id, r.value from cordon.subject s
      join cordon.proposal_record r on r.operation_id = s.operation_id and r.proposal_id = s.proposal_id
        and r.kind = 'POSTCODE'
      where s.operation_id = :operation and s.id = any(:subjects)
      order by s.id, r.value
      """;

  private RoutingSql() {}
}
