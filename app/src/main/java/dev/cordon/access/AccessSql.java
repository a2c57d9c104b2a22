package dev.cordon.access;

/** The statements of this package. */
final class AccessSql {

  static final String ADD_AGENCY =
      """
      insert into cordon.agency (id, name, country, jurisdiction) values (:id, :name, :country, :division)
      """;

  static final String CLOSE_AGENCY =
      """
      select cordon.close_agency(:id)
      """;

  static final String AGENCY_PAGE =
      """
      select id, name, country, coalesce(jurisdiction, country) as jurisdiction, closed_at is not null as closed from cordon.agency order by country, name limit :limit offset :offset
      """;

  static final String COUNT_AGENCIES =
      """
      select count(*) from cordon.agency
      """;

  static final String AGENCY =
      """
      select id, name, country, coalesce(jurisdiction, country) as jurisdiction, closed_at is not null as closed from cordon.agency where id = :id
      """;

  static final String AGENCIES =
      """
      select id, name, country, coalesce(jurisdiction, country) as jurisdiction, closed_at is not null as closed from cordon.agency order by country, name
      """;

  static final String MEMBER =
      """
      select id, agency_id, sign_in_name, display_name from cordon.member where id = :id
      """;

  static final String MEMBER_NAMED =
      """
      select id, agency_id, sign_in_name, display_name from cordon.member
      where sign_in_name = :signInName and left_at is null
      """;

  static final String MEMBER_NAMES =
      """
      select id, agency_id, sign_in_name, display_name from cordon.member
      where left_at is null and not administrator order by sign_in_name limit :atMost
      """;

  static final String MEMBER_PAGE =
      """
      select m.id, m.sign_in_name, m.display_name, coalesce(a.name, 'Installation') as agency, m.administrator,
        m.joined_at, m.left_at, coalesce(b.display_name, '') as left_by, coalesce(l.reason, '') as left_reason
      from cordon.member m left join cordon.agency a on a.id = m.agency_id
        left join cordon.member_leave l on l.member_id = m.id left join cordon.member b on b.id = l.left_by
      order by m.left_at is not null, coalesce(a.name, ''), m.display_name, m.id limit :limit offset :offset
      """;

  static final String COUNT_MEMBERS =
      """
      select count(*) from cordon.member
      """;

  static final String LEAVE =
      """
      update cordon.member set left_at = now() where id = :id and left_at is null
      """;

  static final String ADD_LEAVE =
      """
      insert into cordon.member_leave (member_id, left_by, reason) values (:id, cordon.current_member(), :reason)
      """;

  static final String FIRST_ADMINISTRATOR =
      """
      select cordon.first_administrator(:name, :hash)
      """;

  static final String HAS_MEMBERS =
      """
      select cordon.has_members()
      """;

  static final String OPEN_OPERATION =
      """
      insert into cordon.operation
        (id, name, authority, legal_basis, purpose, review_on, ends_on, lead_agency_id, handling_code, created_by)
      values
        (:id, :name, :authority, :legalBasis, :purpose, :reviewOn, :endsOn, :leadAgency, :handlingCode,
         cordon.current_member())
      """;

  static final String OPERATIONS =
      """
      select id, name, authority, legal_basis, purpose, opened_on, review_on, ends_on, lead_agency_id, handling_code
      from cordon.operation where cast(:id as uuid) is null or id = cast(:id as uuid)
      order by opened_on desc, name limit :atMost
      """;

  static final String SIGN_IN =
      """
      select id, agency_id, display_name, password_hash, administrator from cordon.sign_in(:name)
      """;

  private AccessSql() {}
}
