package dev.cordon.figures;

/** The statements of composed figures: each choice is one of the expressions that stand here. */
final class OwnFigureSql {

  static final String ADD =
      """
      insert into cordon.own_figure (id, operation_id, name, version, of_figure, of_version, countries, holder, sort, from_day,
        to_day, grouped_by, over_time, share_of, share_version, handling_code, words, composed_by)
      select :id, :operation, :name, coalesce(max(f.version), 0) + 1, :figure, :version, string_to_array(:countries, ','), :holder,
        :sort, :from, :to, :grouped, :over, :share, cast(:shareVersion as integer), :code, :words, :member
      from cordon.own_figure f where f.operation_id = :operation and f.name = :name
      """;

  static final String REVIEW =
      """
      insert into cordon.own_figure_review (own_figure_id, operation_id, agrees, words, reviewed_by)
      values (:id, :operation, :agrees, :words, :member)
      """;

  private static final String ALL =
      """
      select f.*, m.display_name as composer, f.composed_by = cordon.current_member() as is_own, r.agrees, r.words as said,
        r.reviewed_at, w.display_name as reviewer
      from cordon.own_figure f
      left join cordon.member m on m.id = f.composed_by
      left join cordon.own_figure_review r on r.own_figure_id = f.id
      left join cordon.member w on w.id = r.reviewed_by
      where f.operation_id = :operation
      """;

  static final String PAGE = ALL + " order by f.composed_at desc, f.id limit :limit offset :offset";

  static final String ONE = ALL + " and f.id = :id";

  static final String COUNT =
      "select count(*) from cordon.own_figure where operation_id = :operation";

  private static final String FILTERED =
      """
        and (:everywhere or t.country = any(string_to_array(:countries, ','))
          or (t.country is null and 'none' = any(string_to_array(:countries, ','))))
        and (cast(:holder as uuid) is null or t.held_by = :holder)
        and (cast(:sort as text) is null or t.sort = :sort)
        and (cast(:from as date) is null or t.on_day >= :from) and (cast(:to as date) is null or t.on_day <= :to)
      """;

  private static final String THEN =
      """
       from cordon.figure_total t left join cordon.agency h on h.id = t.held_by
      where t.operation_id = :operation and t.part = :part and t.name = :name
        and t.counted_from <= :moment and (t.counted_until is null or t.counted_until > :moment)
      """
          + FILTERED
          + """
          group by 1 order by 1 limit 1001
          """;

  /** How many steps of time there are at most. */
  static final int MOST_STEPS = 400;

  private static final String STEPS =
      """
      , sum(t.amount)::bigint as amount, sum(t.records)::bigint as records
      from generate_series(:start, :moment, cast(:step as interval)) g(at)
      left join cordon.figure_total t on t.operation_id = :operation and t.part = :part
        and t.name = :name and t.counted_from <= g.at and (t.counted_until is null or t.counted_until > g.at)
      """
          + FILTERED
          + """
          group by 1 order by 1
          """;

  private OwnFigureSql() {}

  /** A figure's groups at a moment. */
  static String grouped(Composition.Grouping by) {
    return "select "
        + expression(by)
        + " as label, sum(t.amount)::bigint as amount, sum(t.records)::bigint as records"
        + THEN;
  }

  /** A figure at the end of each step of time. */
  static String overTime() {
    return "select to_char(g.at at time zone 'UTC', 'YYYY-MM-DD') as label" + STEPS;
  }

  private static String expression(Composition.Grouping by) {
    return switch (by) {
      case NOTHING -> "'all'::text";
      case COUNTRY -> "coalesce(t.country, 'no country')";
      case AGENCY -> "coalesce(h.name, 'no agency you know')";
      case SORT -> "coalesce(t.sort, 'not told')";
      case DAY -> "coalesce(t.on_day::text, 'day not known')";
      case WEEK -> "coalesce(date_trunc('week', t.on_day)::date::text, 'day not known')";
      case MONTH -> "coalesce(to_char(t.on_day, 'YYYY-MM'), 'day not known')";
    };
  }
}
