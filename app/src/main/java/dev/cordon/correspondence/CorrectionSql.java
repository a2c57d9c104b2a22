package dev.cordon.correspondence;

/** The statements for what recipients have to be told. */
final class CorrectionSql {

  static final String DUTIES =
      """
      select d.*, a.name as recipient_name from cordon.correction_duty d
      left join cordon.agency a on a.id = d.recipient_id
      where d.operation_id = :operation and (cast(:subject as uuid) is null or d.subject_id = :subject)
      order by d.changed_at, d.number, d.subject_number limit :limit offset :offset
      """;

  static final String COUNT =
      """
      select count(*) from cordon.correction_duty d
      where d.operation_id = :operation and (cast(:subject as uuid) is null or d.subject_id = :subject)
      """;

  static final String TELL =
      """
      insert into cordon.correction_told (id, operation_id, agency_id, package_id, subject_number, told_subject, words,
        outgoing_id, told_by, told_at)
      values (:id, :operation, :agency, :package, :number, :subject, :words, cast(:outgoing as uuid), :member,
        clock_timestamp())
      """;

  static final String TOLD =
      """
      select t.subject_number, t.words, t.told_at, m.display_name from cordon.correction_told t
      left join cordon.member m on m.id = t.told_by
      where t.operation_id = :operation and t.package_id = :package order by t.told_at desc limit 200
      """;

  private CorrectionSql() {}
}
