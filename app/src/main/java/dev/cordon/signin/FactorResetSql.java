package dev.cordon.signin;

/** The statements about resets of lost sign-ins. */
final class FactorResetSql {

  static final String MAY_DECIDE_ANY =
      """
      select cordon.is_administrator() or cardinality(cordon.ruled('members', 'operation', 'grant_role')) > 0
      """;

  static final String MAY_DECIDE =
      """
      select cordon.may_decide_reset(:member)
      """;

  static final String NAME =
      """
      select display_name || ' (' || sign_in_name || ')' from cordon.member where id = :member and left_at is null
      """;

  static final String ASK =
      """
      insert into cordon.factor_reset (id, member_id, member_name, asked_by, reason, code_digest)
      values (:id, :member, :name, cordon.current_member(), :reason, :code)
      """;

  static final String DECIDE =
      """
      insert into cordon.factor_reset_decision
        (reset_id, member_id, asked_by, decision, decided_by, reason, link_digest, link_ends_at)
      values (:id, :member, :askedBy, :decision, cordon.current_member(), :reason, :link,
        case when :decision = 'approved' then now() + make_interval(secs => :seconds) end)
      on conflict (reset_id) do nothing
      """;

  /** Whoever reads it may know less of members than of the reset. */
  private static final String RESET =
      """
      select r.id, r.member_id, r.member_name, r.asked_by, r.asked_at, r.reason, r.expires_at,
        coalesce(a.display_name, 'an administrator') as asked_by_name,
        d.decision, d.decided_by, d.decided_at, d.reason as decision_reason, d.link_ends_at, d.used_at, d.told_at,
        coalesce(b.display_name, 'another member') as decided_by_name,
        case when d.used_at is not null then 'USED' when d.decision = 'approved' and d.link_ends_at <= now() then 'UNUSED'
          when d.decision is not null then upper(d.decision) when r.expires_at <= now() then 'EXPIRED'
          else 'OPEN' end as state
      from cordon.factor_reset r left join cordon.factor_reset_decision d on d.reset_id = r.id
      left join cordon.member a on a.id = r.asked_by left join cordon.member b on b.id = d.decided_by
      """;

  static final String FIND = RESET + "where r.id = :id";

  static final String PAGE =
      RESET
          + """
          where r.member_id <> cordon.current_member()
          order by d.decision is not null or r.expires_at <= now(), r.asked_at desc, r.id limit :limit offset :offset
          """;

  static final String COUNT =
      """
      select count(*) from cordon.factor_reset r where r.member_id <> cordon.current_member()
      """;

  static final String UNTOLD =
      RESET
          + """
          where r.member_id = cordon.current_member() and d.used_at is not null and d.told_at is null
          order by d.used_at
          """;

  static final String KNOWN =
      """
      select cordon.reset_known()
      """;

  static final String OPEN =
      """
      select member_id, display_name, sign_in_name, agency, ends_at from cordon.open_reset(:link)
      """;

  static final String USE =
      """
      select cordon.use_reset(:link, :code, :hash)
      """;

  private FactorResetSql() {}
}
