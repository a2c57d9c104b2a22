package dev.cordon.intake;

/** The statements about editions. */
final class EditionSql {

  static final String ADD =
      """
      insert into cordon.source_edition (operation_id, source_id, number, made_at, reason, form, notes, media_found,
        is_damaged, report, difference, entered_by)
      values (:operation, :source, :number, :at, :reason, :form, :notes, :media, :damaged, :report, :difference, :member)
      """;

  static final String ADD_BALANCE =
      """
      insert into cordon.edition_balance (operation_id, source_id, edition, place, name, unit, rows_in, stored,
        quarantined, duplicates)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  static final String NEWEST =
      """
      select coalesce(max(number), 0) from cordon.source_edition where operation_id = :operation and source_id = :source
      """;

  static final String PAGE =
      """
      select e.number, (e.report::jsonb -> 'rules' ->> 'normaliser')::integer as normaliser, e.made_at, e.entered_at, e.reason, coalesce(m.display_name, '') as entered_by_name, e.form,
        e.report is not null as has_report, b.rows_in, b.stored, b.quarantined, b.duplicates
      from cordon.source_edition e
      left join cordon.member m on m.id = e.entered_by
      cross join lateral (
        select coalesce(sum(rows_in), 0)::bigint as rows_in, coalesce(sum(stored), 0)::bigint as stored,
          coalesce(sum(quarantined), 0)::bigint as quarantined, coalesce(sum(duplicates), 0)::bigint as duplicates
        from cordon.edition_balance x
        where x.operation_id = e.operation_id and x.source_id = e.source_id and x.edition = e.number) b
      where e.operation_id = :operation and e.source_id = :source
      order by e.number desc limit :limit offset :offset
      """;

  static final String COUNT =
      """
      select count(*) from cordon.source_edition where operation_id = :operation and source_id = :source
      """;

  static final String REPORT =
      """
      select report from cordon.source_edition
      where operation_id = :operation and source_id = :source and number = :number and report is not null
      """;

  static final String DIFFERENCE =
      """
      select difference from cordon.source_edition
      where operation_id = :operation and source_id = :source and number = :number and difference is not null
      """;

  static final String EMPTY_THREADS =
      """
      update cordon.text_thread set messages = 0, first_at = null, last_at = null where operation_id = :operation
      """;

  private EditionSql() {}
}
