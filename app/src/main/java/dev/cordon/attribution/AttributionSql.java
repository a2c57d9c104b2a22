package dev.cordon.attribution;

/** The statements of this package, for the engine and for the database. */
final class AttributionSql {

  static final String PROPOSED =
      """
      SELECT s.proposal, c.country, coalesce(c.strength, 'NONE'),
        coalesce(c.rule, 'nothing points to a country'), coalesce(c.candidates, ''),
        coalesce(c.why, '')
      FROM saved_proposal s LEFT JOIN proposed_country c USING (cluster_id) ORDER BY s.proposal\
      """;

  static final String EVIDENCE =
      """
      SELECT s.proposal, e.kind, e.country, e.items, e.days, e.first_at, e.last_at, e.source,
        e.source_table, e.source_row, e.table_number, e.table_row
      FROM saved_proposal s JOIN country_evidence e USING (cluster_id)
      WHERE e.source IS NOT NULL ORDER BY s.proposal, e.kind, e.country\
      """;

  static final String RUN_COUNTRIES =
      "SELECT cluster_id, country FROM proposed_country WHERE country IS NOT NULL ORDER BY 1";

  static final String ADD_PROPOSED =
      """
      insert into cordon.proposed_attribution (proposal_id, operation_id, country, strength, rule, candidates, why,
        rules_version)
      values (cast(? as uuid), ?, ?, ?, ?, string_to_array(?, ' '), ?, ?)
      """;

  static final String ADD_EVIDENCE =
      """
      insert into cordon.attribution_evidence (proposal_id, operation_id, kind, country, items, days, first_at, last_at,
        source_id, source_table, source_row, table_number, table_row)
      values (cast(? as uuid), ?, ?, ?, ?, ?, ?, ?, cast(? as uuid), ?, ?, ?, ?)
      """;

  static final String ADD_RUN_COUNTRY =
      """
      insert into cordon.run_country (run_id, operation_id, cluster_id, country) values (?, ?, ?, ?)
      """;

  static final String TABLES =
      "SELECT number, name, version, sha256, table_rows FROM table_version ORDER BY number";

  static final String ADD_TABLE =
      """
      insert into cordon.reference_table_used (run_id, operation_id, number, name, version, sha256, table_rows)
      values (?, ?, ?, ?, ?, ?, ?)
      """;

  static final String ADD_VIEW =
      """
      insert into cordon.subject_view (subject_id, operation_id, member_id) values (:subject, :operation, :member)
      on conflict do nothing
      """;

  static final String VIEWED =
      """
      select exists (select from cordon.subject_view where subject_id = :subject and member_id = :member)
      """;

  static final String ADD_DECISION =
      """
      insert into cordon.attribution (id, operation_id, subject_id, country, proposed_country, proposed_strength, reason,
        decided_by)
      values (:id, :operation, :subject, cast(:country as text), cast(:proposed as text), :strength, :reason, :member)
      """;

  static final String FIND_PROPOSED =
      """
      select country, strength, rule, candidates, why, rules_version from cordon.proposed_attribution
      where operation_id = :operation and proposal_id = :proposal
      """;

  static final String FIND_EVIDENCE =
      """
      select e.kind, e.country, e.items, e.days, e.first_at, e.last_at, e.source_id, s.name as source_name,
        e.source_table, e.source_row, e.table_row,
        t.name || case when t.version = '' then '' else ', ' || t.version end as placed_by, t.sha256
      from cordon.attribution_evidence e
      join cordon.source s on s.operation_id = e.operation_id and s.id = e.source_id
      join cordon.proposal p on p.id = e.proposal_id
      left join cordon.reference_table_used t on t.run_id = p.run_id and t.number = e.table_number
      where e.operation_id = :operation and e.proposal_id = :proposal order by e.kind, e.items desc, e.country
      """;

  static final String FIND_DECISION =
      """
      select a.country, a.reason, m.display_name, a.decided_at
      from cordon.attribution a join cordon.member m on m.id = a.decided_by
      where a.operation_id = :operation and a.subject_id = :subject order by a.sequence desc limit 1
      """;

  private AttributionSql() {}
}
