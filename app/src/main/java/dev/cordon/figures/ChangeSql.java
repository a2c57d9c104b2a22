package dev.cordon.figures;

/** The statements that compare two moments of a figure, or two figures, record by record. */
final class ChangeSql {

  private static final String OF_PART =
      """
       operation_id = :operation and part = :part and name =\
      """;

  private static final String AT_FIRST =
      " counted_from <= :first and (counted_until is null or counted_until > :first)";

  private static final String AT_SECOND =
      " counted_from <= :second and (counted_until is null or counted_until > :second)";

  private static final String RECORDS =
      """
       group by kind, record_id)
      """;

  private static final String WAS =
      "select kind, record_id, sum(amount)::bigint as amount, min(country) as country, min(sort) as sort,"
          + " min(origin::text)::uuid as origin, min(origin_table) as origin_table, min(origin_row) as origin_row,"
          + " min(held_by::text)::uuid as held_by, min(on_day) as on_day, min(counted_from) as counted_from from ";

  // What changed between two moments began or ended between them; the rest need not be read.
  private static final String TOUCHED =
      "with touched as materialized (select * from cordon.figure_record where"
          + OF_PART
          + " :name and ((counted_from > :lower and counted_from <= :upper)"
          + " or (counted_until > :lower and counted_until <= :upper))),";

  private static final String CHANGED =
      """
      , changed as materialized (
        select :operation::uuid as operation_id, coalesce(w.kind, i.kind) as kind, coalesce(w.record_id, i.record_id) as record_id,
          coalesce(w.amount, 0) as was, coalesce(i.amount, 0) as is_now, w.country as was_country, i.country as is_country,
          w.sort as was_sort, i.sort as is_sort, w.record_id is not null as had, i.record_id is not null as has,
          coalesce(i.origin, w.origin) as origin, coalesce(i.origin_table, w.origin_table) as origin_table,
          coalesce(i.origin_row, w.origin_row) as origin_row
        from was w full join later i on i.kind = w.kind and i.record_id = w.record_id
        where (w.amount, w.country, w.sort) is distinct from (i.amount, i.country, i.sort)
          or (w.record_id is null) <> (i.record_id is null))
      """;

  // What is known of why, under the reader's rights.
  private static final String EXPLAINED =
      """
      , explained as (
        select c.*, case
            when not c.had then case c.kind when 'subject' then 'confirmed or reached since' else 'counted since' end
            when c.has and c.was_country is distinct from c.is_country then 'counted in another country'
            when c.has and c.was <> c.is_now then 'counts for another amount'
            when c.has then 'of another sort'
            when c.record_id like 'erased %' then 'erased by order'
            when i.number is not null then 'merged into ' || i.number
            when t.state = 'withdrawn' then 'confirmation withdrawn'
            when q.state in ('recalled', 'superseded', 'draft') then 'package ' || q.state
            when m.is_matched then 'matched to a subject'
            when m.is_matched is false then 'match withdrawn'
            else 'counted no longer' end as why,
          case when c.had and not c.has and i.number is not null then 'merged into another subject' end as together
        from (select c.*, case when c.record_id ~ '^[0-9a-f-]{36}$' then c.record_id::uuid end as uid from changed c) c
        left join lateral (select s.state, s.into_id from cordon.subject_state s where c.kind = 'subject' and s.id = c.uid
          and c.had and not c.has) t on true
        left join cordon.subject i on i.id = t.into_id
        left join lateral (select p.state from cordon.package_state p where c.kind = 'package' and p.id = c.uid
          and c.had and not c.has) q on true
        left join lateral (select f.state = 'matched' as is_matched from cordon.field_report_state f
          where c.kind = 'field-report' and f.id = c.uid and c.had and not c.has) m on true)
      """;

  private ChangeSql() {}

  private static String sameName() {
    return TOUCHED
        + " was as ("
        + WAS
        + "touched where"
        + AT_FIRST
        + RECORDS
        + ", later as ("
        + WAS
        + "touched where"
        + AT_SECOND
        + RECORDS
        + CHANGED;
  }

  private static String otherName() {
    return "with was as ("
        + WAS
        + "cordon.figure_record where"
        + OF_PART
        + " :name and"
        + AT_FIRST
        + RECORDS
        + ", later as ("
        + WAS
        + "cordon.figure_record where"
        + OF_PART
        + " :other and"
        + AT_SECOND
        + RECORDS
        + CHANGED;
  }

  private static String compared(boolean sameName) {
    return sameName ? sameName() : otherName();
  }

  /** What records add and take away, and why, for the reasons there are. */
  static String reasons(boolean sameName) {
    return compared(sameName)
        + EXPLAINED
        + """
        select coalesce(together, why) as why, had, has, count(*) as records, sum(is_now - was)::bigint as difference,
          sum(has::int - had::int)::bigint as more
        from explained group by 1, 2, 3 order by 2, 4 desc, 1
        """;
  }

  /** One page of the records that changed. */
  static String page(boolean sameName) {
    return compared(sameName)
        + EXPLAINED
        + """
        , chosen as materialized (
          select operation_id, kind, record_id, uid, coalesce(is_country, was_country) as country, is_now as amount,
            null::date as on_day, is_sort as sort, null::uuid as held_by, null::timestamptz as counted_from, origin, origin_table,
            origin_row, was, is_now, was_country, is_country, was_sort, is_sort, why, had, has
          from explained order by has::int - had::int, is_now - was, kind, record_id limit :limit offset :offset)
        select l.*, d.was, d.is_now, d.was_country, d.is_country, d.was_sort, d.is_sort, d.why
        from chosen d join (\
        """
        + Labels.OF_CHOSEN
        + """
        ) l on l.kind = d.kind and l.record_id = d.record_id
        order by d.has::int - d.had::int, d.is_now - d.was, l.label, d.record_id
        """;
  }
}
