package dev.cordon.evidence.custody;

/** The statements about disclosures of custody. */
final class DisclosureSql {

  static final String NEXT = "select cordon.next_number(:operation, :series)";

  static final String ADD =
      """
      insert into cordon.custody_disclosure (id, operation_id, agency_id, number, form, recipient, reason, permission,
        exhibits, left_out, sha256, size_bytes, made_by)
      values (:id, :operation, :agency, :number, :form, :recipient, :reason, :permission, :exhibits, :leftOut, :sha256,
        :size, :member)
      """;

  static final String NEWEST =
      """
      select d.*, coalesce(m.display_name, 'a member') as made_by_name
      from cordon.custody_disclosure d left join cordon.member m on m.id = d.made_by
      where d.operation_id = :operation order by d.made_at desc, d.number desc limit 50
      """;

  private DisclosureSql() {}
}
