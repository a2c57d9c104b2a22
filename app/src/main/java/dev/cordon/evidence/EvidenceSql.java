package dev.cordon.evidence;

/** The statements about exhibits. */
final class EvidenceSql {

  static final String NEXT_NUMBER = "select cordon.next_number(:operation, :series)";

  static final String ADD_EXHIBIT =
      """
      insert into cordon.exhibit (id, operation_id, agency_id, number, seized_item_id, measure_id, kind, item_class,
        description, own_number, serial, found_in, seal, country, seized_at, place, seized_by, warrant_id, legal_basis,
        origin, sheet_id, sheet_line, opened_by, opened_at)
      values (:id, :operation, :agency, :number, :item, :measure, :kind, :itemClass, :description, :ownNumber, :serial,
        :foundIn, :seal, :country, :at, :place, :officer, :warrant, :legalBasis, :origin, :sheet, :line, :member, :now)
      """;

  static final String ADD_ORIGIN =
      """
      insert into cordon.exhibit_origin (exhibit_id, from_exhibit_id, operation_id, agency_id, how)
      values (:exhibit, :from, :operation, :agency, :how)
      """;

  private static final String COLUMNS =
      """
      select e.*, i.number as item_number, r.report, w.issued_by || ', ' || w.reference as warrant
      from cordon.exhibit_custody e
      left join cordon.seized_item i on i.id = e.seized_item_id
      left join cordon.measure m on m.id = e.measure_id
      left join cordon.field_report r on r.id = m.field_report_id
      left join cordon.warrant w on w.id = e.warrant_id
      """;

  static final String FIND =
      COLUMNS
          + """
          where e.operation_id = :operation and e.id = :exhibit
          """;

  static final String BY_NUMBER =
      COLUMNS
          + """
          where e.operation_id = :operation and e.agency_id = :agency and e.number = :number
          """;

  private static final String FILTER =
      """
      where e.operation_id = :operation and (:country::text is null or e.country = :country)
        and (:report::text is null or r.report = :report)
        and (:words::text is null or e.number ilike '%' || :words || '%' or e.own_number ilike '%' || :words || '%'
          or e.description ilike '%' || :words || '%' or e.kind ilike '%' || :words || '%' or e.seal ilike '%' || :words || '%')
      """;

  static final String PAGE =
      COLUMNS
          + FILTER
          + """
          order by e.number collate "C", e.id limit :limit offset :offset
          """;

  static final String COUNT =
      """
      select count(*)
      from cordon.exhibit e
      left join cordon.measure m on m.id = e.measure_id
      left join cordon.field_report r on r.id = m.field_report_id
      """
          + FILTER;

  static final String PARTS =
      COLUMNS
          + """
          where e.operation_id = :operation
            and e.id in (select o.exhibit_id from cordon.exhibit_origin o where o.from_exhibit_id = :exhibit)
          order by e.number collate "C" limit 500
          """;

  static final String WHOLES =
      COLUMNS
          + """
          where e.operation_id = :operation
            and e.id in (select o.from_exhibit_id from cordon.exhibit_origin o where o.exhibit_id = :exhibit)
          order by e.number collate "C" limit 500
          """;

  static final String OF_SHEET =
      COLUMNS
          + """
          where e.operation_id = :operation and e.sheet_id = :sheet order by e.sheet_line
          """;

  static final String BY_OWN_NUMBER =
      """
      select number from cordon.exhibit
      where operation_id = :operation and agency_id = :agency and own_number = :ownNumber
      """;

  static final String WARRANTS =
      """
      select w.id, w.issued_by || ', ' || w.reference || ' (' || s.label || ')' as label
      from cordon.warrant w join cordon.site s on s.id = w.site_id
      where w.operation_id = :operation and w.agency_id = :agency order by w.recorded_at desc limit 200
      """;

  static final String MEASURES =
      """
      select m.id, r.report || ', ' || m.kind as label
      from cordon.measure m join cordon.field_report r on r.id = m.field_report_id
      where m.operation_id = :operation and m.agency_id = :agency order by m.happened_at desc limit 200
      """;

  private EvidenceSql() {}
}
