package dev.cordon.signin;

/** The statements of this package. */
final class SignInSql {

  static final String MEMBER =
      """
      select id, agency_id, sign_in_name, display_name, administrator from cordon.member_signing_in(:member)
      """;

  static final String PASSKEY_OF =
      """
      select member_id, public_key, attestation_object, client_data, sign_count, transports, backup_eligible,
        backup_state, label, removed
      from cordon.passkey_of(:credential)
      """;

  static final String PASSKEY_USED =
      """
      select cordon.passkey_used(:credential, :count)
      """;

  static final String ADD_PASSKEY =
      """
      insert into cordon.passkey (member_id, credential_id, public_key, attestation_object, client_data, sign_count,
        transports, backup_eligible, backup_state, label)
      values (cordon.current_member(), :credential, :key, :attestation, :clientData, :count, :transports, :eligible,
        :state, :label)
      """;

  static final String PASSKEYS =
      """
      select id, credential_id, transports, label, added_at, last_used_at from cordon.passkey
      where member_id = cordon.current_member() and removed_at is null order by added_at
      """;

  static final String REMOVE_PASSKEY =
      """
      update cordon.passkey set removed_at = now()
      where id = :id and member_id = cordon.current_member() and removed_at is null
      """;

  static final String APP =
      """
      select id, sealed_secret, last_step, added_at, last_used_at from cordon.authenticator_app
      where member_id = cordon.current_member() and removed_at is null
      """;

  static final String ADD_APP =
      """
      insert into cordon.authenticator_app (member_id, sealed_secret, last_step)
      values (cordon.current_member(), :secret, :step)
      """;

  static final String REMOVE_APP =
      """
      update cordon.authenticator_app set removed_at = now()
      where member_id = cordon.current_member() and removed_at is null
      """;

  /** Only one of two uses of the same code changes the row. */
  static final String USE_STEP =
      """
      update cordon.authenticator_app set last_step = :step, last_used_at = now()
      where id = :id and member_id = cordon.current_member() and removed_at is null and last_step < :step
      """;

  static final String ADD_RECOVERY_CODE =
      """
      insert into cordon.recovery_code (member_id, digest) values (cordon.current_member(), :digest)
      """;

  static final String REPLACE_RECOVERY_CODES =
      """
      update cordon.recovery_code set replaced_at = now()
      where member_id = cordon.current_member() and used_at is null and replaced_at is null
      """;

  static final String USE_RECOVERY_CODE =
      """
      update cordon.recovery_code set used_at = now()
      where member_id = cordon.current_member() and digest = :digest and used_at is null and replaced_at is null
      """;

  static final String RECOVERY_CODES_LEFT =
      """
      select count(*) from cordon.recovery_code
      where member_id = cordon.current_member() and used_at is null and replaced_at is null
      """;

  static final String HELD =
      """
      select
        (select count(*) from cordon.passkey where member_id = cordon.current_member() and removed_at is null) as passkeys,
        (select count(*) from cordon.authenticator_app
         where member_id = cordon.current_member() and removed_at is null) as apps,
        (select count(*) from cordon.recovery_code
         where member_id = cordon.current_member() and used_at is null and replaced_at is null) as codes,
        (select count(*) from cordon.agency_identity
         where member_id = cordon.current_member() and removed_at is null) as identities
      """;

  /** One change of a member's factors at a time, so that two removals can not take the last two. */
  static final String LOCK_FACTORS =
      """
      select pg_advisory_xact_lock(1020, hashtext(cordon.current_member()::text))
      """;

  static final String IDENTITY_MEMBER =
      """
      select cordon.identity_member(:issuer, :subject)
      """;

  static final String BIND_IDENTITY =
      """
      insert into cordon.agency_identity (member_id, issuer, subject) values (:member, :issuer, :subject)
      """;

  static final String IDENTITIES =
      """
      select id, issuer, subject, bound_at from cordon.agency_identity
      where member_id = cordon.current_member() and removed_at is null order by bound_at
      """;

  static final String REMOVE_IDENTITY =
      """
      update cordon.agency_identity set removed_at = now()
      where id = :id and member_id = cordon.current_member() and removed_at is null
      """;

  static final String TOKEN_MEMBER =
      """
      select cordon.token_member(:digest)
      """;

  static final String TOKEN_USED =
      """
      select cordon.token_used(:digest)
      """;

  static final String ADD_TOKEN =
      """
      insert into cordon.api_token (id, member_id, label, digest, ends_at)
      values (:id, cordon.current_member(), :label, :digest, now() + make_interval(days => :days))
      """;

  static final String TOKENS =
      """
      select id, label, added_at, ends_at, last_used_at from cordon.api_token
      where member_id = cordon.current_member() and revoked_at is null and now() < ends_at order by added_at
      """;

  static final String REVOKE_TOKEN =
      """
      update cordon.api_token set revoked_at = now()
      where id = :id and member_id = cordon.current_member() and revoked_at is null
      """;

  static final String REVOKE_ALL_TOKENS =
      """
      update cordon.api_token set revoked_at = now()
      where member_id = cordon.current_member() and revoked_at is null and now() < ends_at returning id
      """;

  static final String IS_KNOWN_DEVICE =
      """
      select cordon.is_known_device(:digest, :name)
      """;

  static final String REMEMBER_DEVICE =
      """
      insert into cordon.known_device (member_id, digest, label) values (cordon.current_member(), :digest, :label)
      on conflict (member_id, digest) do update set last_used_at = now()
      """;

  static final String IS_FORGOTTEN =
      """
      select exists (select from cordon.known_device
        where member_id = cordon.current_member() and digest = :digest and removed_at is not null)
      """;

  static final String DEVICES =
      """
      select id, label, added_at, last_used_at, ends_at from cordon.known_device
      where member_id = cordon.current_member() and removed_at is null and now() < ends_at
      order by last_used_at desc limit 50
      """;

  static final String REMOVE_DEVICE =
      """
      update cordon.known_device set removed_at = now()
      where id = :id and member_id = cordon.current_member() and removed_at is null
      """;

  static final String RECORD_ATTEMPT =
      """
      select cordon.record_sign_in(:way, :outcome, :prefix, :mark, :member)
      """;

  static final String ATTEMPTS =
      """
      select t.at, t.way, t.outcome, t.address_prefix, t.name_mark, m.display_name
      from cordon.sign_in_attempt t left join cordon.member m on m.id = t.member_id
      where not :own or t.member_id = cordon.current_member()
      order by t.at desc, t.slot desc limit :limit offset :offset
      """;

  static final String ATTEMPT_COUNT =
      """
      select count(*) from cordon.sign_in_attempt t where not :own or t.member_id = cordon.current_member()
      """;

  static final String CHANGE_PASSWORD =
      """
      select cordon.change_own_password(:hash)
      """;

  private SignInSql() {}
}
