package dev.cordon.victims;

/** The statements of this package. */
final class VictimSql {

  static final String ADD =
      """
      insert into cordon.victim (id, operation_id, number, country, agency_id, registered_by)
      values (:id, :operation, 'V-' || lpad(cordon.next_number(:operation, 'victim')::text, 4, '0'), :country, :agency,
        :member)
      """;

  static final String WRITE =
      """
      insert into cordon.victim_sealed (id, victim_id, operation_id, names, birth, whereabouts, contact, notes, written_by)
      values (:id, :victim, :operation, :names, :birth, :whereabouts, :contact, :notes, :member)
      """;

  private static final String VICTIM =
      """
      select v.id, v.number, v.country, v.state, v.registered_at, coalesce(a.name, '') as agency_name
      from cordon.victim v left join cordon.agency a on a.id = v.agency_id
      where v.operation_id = :operation
      """;

  static final String PAGE =
      VICTIM + " order by v.registered_at, v.number limit :limit offset :offset";

  static final String GET = VICTIM + " and v.id = :victim";

  static final String COUNT = "select count(*) from cordon.victim where operation_id = :operation";

  static final String SEALED =
      """
      select id, names, birth, whereabouts, contact, notes from cordon.victim_sealed
      where operation_id = :operation and victim_id = :victim order by written_at desc, id limit 1
      """;

  static final String SAFEGUARD =
      """
      update cordon.victim set state = 'safeguarded', safeguarded_at = now(), safeguarded_by = :member
      where operation_id = :operation and id = :victim and state = 'identified'
      """;

  private VictimSql() {}
}
