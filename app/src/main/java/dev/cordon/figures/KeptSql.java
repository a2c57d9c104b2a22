package dev.cordon.figures;

/** The statements over what was counted. */
final class KeptSql {

  static final String BEGIN = "select cordon.begin_count(:operation, :agency)";

  static final String COUNT = "select cordon.count_figure(:operation, :agency, :name, :version)";

  static final String LIMIT = "select set_config('statement_timeout', :limit, true)";

  static final String LAST =
      """
      select s.counted_at, cordon.changed_since(s.operation_id, cast(s.seen as pg_snapshot)) as changed from cordon.figure_scope s
      where s.operation_id = :operation and s.part = :part
      """;

  static final String MARK =
      """
      select max(counted_at) from cordon.figure_mark
      where operation_id = :operation and part = :part and counted_at <= :moment
      """;

  static final String FIRST_MARK =
      """
      select min(counted_at) from cordon.figure_mark
      where operation_id = :operation and part = :part
      """;

  static final String MARKS =
      """
      select distinct on (date_trunc('hour', m.counted_at)) m.counted_at from cordon.figure_mark m
      where m.operation_id = :operation and m.part = :part
      order by date_trunc('hour', m.counted_at) desc, m.counted_at desc limit 40
      """;

  static final String FAULTS =
      """
      select name, fault, counted_at from cordon.figure_count
      where operation_id = :operation and part = :part and fault is not null
      """;

  private static final String THEN =
      """
       operation_id = :operation and part = :part
        and counted_from <= :moment and (counted_until is null or counted_until > :moment)
      """;

  private static final String FILTERED =
      """
        and (:everywhere or country = any(string_to_array(:countries, ','))
          or (country is null and 'none' = any(string_to_array(:countries, ','))))
        and (cast(:holder as uuid) is null or held_by = :holder)
        and (cast(:sort as text) is null or sort = :sort)
        and (cast(:from as date) is null or on_day >= :from) and (cast(:to as date) is null or on_day <= :to)
      """;

  /** Every figure, country by country. */
  static final String VALUES =
      "select name, country, sum(amount)::bigint as amount, sum(records)::bigint as records from cordon.figure_total where"
          + THEN
          + FILTERED
          + " group by name, country";

  /** Every figure, country, agency and day of some names. */
  static final String CELLS =
      "select name, country, held_by, on_day, sum(amount)::bigint as amount, sum(records)::bigint as records"
          + " from cordon.figure_total where"
          + THEN
          + FILTERED
          + " and name = any(string_to_array(:names, ',')) group by name, country, held_by, on_day";

  /** One figure together. */
  static final String VALUE =
      "select coalesce(sum(amount), 0)::bigint as amount, coalesce(sum(records), 0)::bigint as records"
          + " from cordon.figure_total where name = :name and"
          + THEN
          + FILTERED;

  private static final String UID =
      "case when record_id ~ '^[0-9a-f-]{36}$' then record_id::uuid end as uid";

  /** Records of one figure in the version that was counted at the moment. */
  private static final String OF_FIGURE =
      """
       from cordon.figure_record where operation_id = :operation and part = :part and name = :name
        and version = (select max(v.version) from cordon.figure_total v where v.operation_id = :operation
          and v.part = :part and v.name = :name and v.counted_from <= :moment)
        and counted_from <= :moment
      """;

  /** One page of many records after an id, in the order of their ids. */
  static final String RECORDS = slice("record_id > :border", "record_id, kind");

  /** The page before an id, in the same order. */
  static final String RECORDS_BEFORE = slice("record_id < :border", "record_id desc, kind desc");

  /** One page of few records, in the order of what they are called. */
  static final String NAMED_RECORDS =
      "with chosen as materialized (select *, "
          + UID
          + OF_FIGURE
          + " and (counted_until is null or counted_until > :moment)"
          + FILTERED
          + ") "
          + Labels.OF_CHOSEN
          + " order by label, record_id, kind limit :limit offset :offset";

  /**
   * Those that still count and those that count no more each come in order from an index of their
   * own.
   */
  private static String slice(String border, String order) {
    String standing = "select *" + OF_FIGURE + " and counted_until is null" + FILTERED;
    String ended = "select *" + OF_FIGURE + " and counted_until > :moment" + FILTERED;
    String cut = " and " + border + " order by " + order + " limit :limit + :offset";
    return "with chosen as materialized (select *, "
        + UID
        + " from (("
        + standing
        + cut
        + ") union all ("
        + ended
        + cut
        + ")) sides order by "
        + order
        + " limit :limit offset :offset) "
        + Labels.OF_CHOSEN
        + " order by record_id, kind";
  }

  /** Keeps the value and a digest over the ids of its records. */
  static final String FREEZE =
      """
      insert into cordon.published_figure (publication_id, operation_id, name, definition_version, value, records_sha256,
        records_kept)
      select :publication, :operation, :name, :version, :value,
        encode(sha256(convert_to(coalesce(string_agg(kind || ' ' || record_id || ' ' || amount, E'\\n'
          order by kind, record_id, amount), ''), 'UTF8')), 'hex'), true
      from cordon.figure_record where name = :name and\
      """
          + THEN;

  /** The kinds of sorts a figure has had. */
  static final String SORTS =
      """
      select distinct sort from cordon.figure_total
      where operation_id = :operation and part = :part and name = :name and sort is not null
        and counted_until is null
      order by sort limit 100
      """;

  private KeptSql() {}
}
