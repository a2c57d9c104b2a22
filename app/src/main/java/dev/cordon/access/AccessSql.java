package dev.cordon.access;

/** The statements of this package. */
final class AccessSql {

  static final String CURRENT_ROLES =
      """
      select role from cordon.membership
      where operation_id = :operation and member_id = cordon.current_member()
        and now() >= starts_at and now() < ends_at
      """;

  static final String ADD_AGENCY =
      """
      insert into cordon.agency (id, name, country) values (:id, :name, :country)
      """;

  static final String AGENCIES =
      """
      select id, name, country from cordon.agency order by country, name
      """;

  static final String ADD_MEMBER =
      """
      insert into cordon.member (id, agency_id, sign_in_name, display_name, password_hash)
      values (:id, :agency, :signInName, :displayName, :hash)
      """;

  static final String MEMBER =
      """
      select id, agency_id, sign_in_name, display_name from cordon.member where id = :id
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

  static final String GRANT =
      """
      insert into cordon.membership (operation_id, member_id, role, ends_at, granted_by)
      select o.id, :member, :role, coalesce(cast(:endsAt as timestamptz), o.ends_on + 1), cordon.current_member()
      from cordon.operation o where o.id = :operation
      """;

  static final String SIGN_IN =
      """
      select id, agency_id, display_name, password_hash, administrator from cordon.sign_in(:name)
      """;

  private AccessSql() {}
}
