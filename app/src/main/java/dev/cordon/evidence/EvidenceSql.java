package dev.cordon.evidence;

/** The statements of this package. */
final class EvidenceSql {

  static final String NEXT_NUMBER = "select cordon.next_number(:operation, :series)";

  static final String ADD_EXHIBIT =
      """
      insert into cordon.exhibit (id, operation_id, agency_id, number, seized_item_id, measure_id, kind, description, seal,
        country, seized_at, place, seized_by, opened_by)
      values (:id, :operation, :agency, :number, :item, :measure, :kind, :description, :seal, :country, :at, :place,
        :officer, :member)
      """;

  private static final String COLUMNS =
      """
      select e.*, i.number as item_number, r.report
      from cordon.exhibit_custody e
      join cordon.seized_item i on i.id = e.seized_item_id
      join cordon.measure m on m.id = e.measure_id
      join cordon.field_report r on r.id = m.field_report_id
      """;

  static final String FIND =
      COLUMNS
          + """
          where e.operation_id = :operation and e.id = :exhibit
          """;

  static final String PAGE =
      COLUMNS
          + """
          where e.operation_id = :operation and (:country::text is null or e.country = :country)
            and (:report::text is null or r.report = :report)
          order by e.number limit :limit offset :offset
          """;

  static final String COUNT =
      """
      select count(*)
      from cordon.exhibit e join cordon.measure m on m.id = e.measure_id
      join cordon.field_report r on r.id = m.field_report_id
      where e.operation_id = :operation and (:country::text is null or e.country = :country)
        and (:report::text is null or r.report = :report)
      """;

  static final String ADD_HAND_OVER =
      """
      insert into cordon.hand_over (operation_id, agency_id, exhibit_id, sequence, from_person, to_person, place, purpose,
        happened_at, seal_before, seal_after, recorded_by)
      values (:operation, :agency, :exhibit, :sequence, :from, :to, :place, :purpose, :at, :sealBefore, :sealAfter,
        :member)
      """;

  static final String HAND_OVERS =
      """
      select * from cordon.hand_over where exhibit_id = :exhibit order by sequence limit 1000
      """;

  private EvidenceSql() {}
}
