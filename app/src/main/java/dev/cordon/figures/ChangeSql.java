package dev.cordon.figures;

/** The statements that compare a published figure with a later one, record by record. */
final class ChangeSql {

  static final String PUBLISHED_VALUES =
      """
      select name, definition_version, value, records_kept from cordon.published_figure
      where operation_id = :operation and publication_id = :publication
      """;

  /** Kinds of which there may be millions: their records are not kept with a publication. */
  static final String TOO_MANY = "('account', 'media-item')";

  private static final String LATER =
      """
      , later as (
        select kind, record_id as id, null::text as label, country, amount from cordon.published_record
        where publication_id = :until and operation_id = :operation and name = :name)
      """;

  private static final String NOW =
      """
      , later as (
        select kind, id, min(label) as label, min(country) as country, sum(amount)::bigint as amount
        from record group by kind, id)
      """;

  private static final String CHANGED =
      """
      , earlier as (
        select kind, record_id as id, country, amount from cordon.published_record
        where publication_id = :publication and operation_id = :operation and name = :name)
      , changed as (
        select coalesce(e.kind, l.kind) as kind, coalesce(e.id, l.id) as id, l.label, coalesce(e.amount, 0) as was,
          coalesce(l.amount, 0) as is_now, e.country as was_country, l.country as is_country
        from earlier e full join later l on l.kind = e.kind and l.id = e.id
        where e.amount is distinct from l.amount or e.country is distinct from l.country)
      """;

  private ChangeSql() {}

  /** Keeps the records of a definition with a publication, unless there may be millions. */
  static String keep(Definition definition) {
    return record(definition)
        + """
        insert into cordon.published_record (publication_id, operation_id, name, kind, record_id, country, amount)
        select :publication, :operation, :name, kind, id, min(country), sum(amount) from record
        where kind not in\
        """
        + " "
        + TOO_MANY
        + " group by kind, id";
  }

  /** What records add, take away and move together. */
  static String sums(Definition definition, boolean now) {
    return compared(definition, now)
        + """
        select coalesce(sum(greatest(is_now - was, 0)), 0)::bigint as added,
          coalesce(sum(greatest(was - is_now, 0)), 0)::bigint as gone,
          count(*) filter (where was = is_now) as moved, count(*) as records
        from changed
        """;
  }

  /** One page of the records that changed, with what is known of why. */
  static String page(Definition definition, boolean now) {
    return compared(definition, now)
        + """
        select c.*, coalesce(c.label, s.number, p.number || ' v' || p.version, o.name, x.number) as known,
          t.state as subject_state, i.number as into_number, q.state as package_state
        from changed c
        left join cordon.subject s on c.kind = 'subject' and s.id::text = c.id
        left join cordon.subject_state t on t.id = s.id
        left join cordon.subject i on i.id = t.into_id
        left join cordon.package p on c.kind = 'package' and p.id::text = c.id
        left join cordon.package_state q on q.id = p.id
        left join cordon.source o on c.kind = 'source' and o.id::text = c.id
        left join cordon.exhibit x on c.kind = 'exhibit' and x.id::text = c.id
        order by c.is_now - c.was, known, c.id limit :limit offset :offset
        """;
  }

  private static String compared(Definition definition, boolean now) {
    return record(definition) + (now ? NOW : LATER) + CHANGED;
  }

  private static String record(Definition definition) {
    return "with record as (\n" + definition.recordsSql() + "\n)\n";
  }
}
