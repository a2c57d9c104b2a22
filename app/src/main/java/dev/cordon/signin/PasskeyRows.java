package dev.cordon.signin;

import dev.cordon.Columns;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.MemberId;
import dev.cordon.access.SignedIn;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;

/**
 * The rows behind passkeys, as Spring Security asks for them. A member's user handle is its id:
 * random bits that say nothing of the person.
 */
@Component
class PasskeyRows implements UserCredentialRepository, PublicKeyCredentialUserEntityRepository {

  private final JdbcClient jdbc;

  PasskeyRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void save(CredentialRecord record) {
    if (find(record.getCredentialId()) == null) {
      add(record);
      return;
    }
    boolean used =
        jdbc.sql(SignInSql.PASSKEY_USED)
            .param("credential", record.getCredentialId().getBytes())
            .param("count", record.getSignatureCount())
            .query(Boolean.class)
            .single();
    if (!used) {
      throw new IllegalArgumentException("the passkey's counter did not grow");
    }
  }

  @Override
  public @Nullable CredentialRecord findByCredentialId(Bytes credential) {
    Row row = find(credential);
    return row == null ? null : row.record();
  }

  @Override
  public List<CredentialRecord> findByUserId(Bytes user) {
    return jdbc
        .sql(SignInSql.PASSKEYS)
        .query((row, number) -> row.getBytes("credential_id"))
        .list()
        .stream()
        .map(credential -> findByCredentialId(new Bytes(credential)))
        .toList();
  }

  @Override
  public @Nullable PublicKeyCredentialUserEntity findById(Bytes id) {
    return ImmutablePublicKeyCredentialUserEntity.builder()
        .id(id)
        .name(member(id).toString())
        .displayName("")
        .build();
  }

  @Override
  public @Nullable PublicKeyCredentialUserEntity findByUsername(String name) {
    return CurrentMember.signedIn().map(PasskeyRows::entity).orElse(null);
  }

  @Override
  public void save(PublicKeyCredentialUserEntity user) {
    throw new UnsupportedOperationException("members are not made by passkeys");
  }

  @Override
  public void delete(Bytes id) {
    throw new UnsupportedOperationException("nothing is deleted");
  }

  static MemberId member(Bytes handle) {
    ByteBuffer bytes = ByteBuffer.wrap(handle.getBytes());
    if (bytes.remaining() != 2 * Long.BYTES) {
      throw new IllegalArgumentException("not a user handle of this installation");
    }
    return new MemberId(new UUID(bytes.getLong(), bytes.getLong()));
  }

  private record Row(CredentialRecord record) {}

  private static PublicKeyCredentialUserEntity entity(SignedIn member) {
    return ImmutablePublicKeyCredentialUserEntity.builder()
        .id(handle(member.member().value()))
        .name(member.getName())
        .displayName(member.displayName())
        .build();
  }

  private static Bytes handle(UUID member) {
    return new Bytes(
        ByteBuffer.allocate(2 * Long.BYTES)
            .putLong(member.getMostSignificantBits())
            .putLong(member.getLeastSignificantBits())
            .array());
  }

  private void add(CredentialRecord record) {
    Bytes attestation = record.getAttestationObject();
    Bytes clientData = record.getAttestationClientDataJSON();
    if (attestation == null || clientData == null) {
      throw new IllegalArgumentException("a passkey without its attestation");
    }
    jdbc.sql(SignInSql.ADD_PASSKEY)
        .param("credential", record.getCredentialId().getBytes())
        .param("key", record.getPublicKey().getBytes())
        .param("attestation", attestation.getBytes())
        .param("clientData", clientData.getBytes())
        .param("count", record.getSignatureCount())
        .param(
            "transports",
            record.getTransports().stream()
                .map(AuthenticatorTransport::getValue)
                .toArray(String[]::new))
        .param("eligible", record.isBackupEligible())
        .param("state", record.isBackupState())
        .param("label", record.getLabel())
        .update();
  }

  private @Nullable Row find(Bytes credential) {
    return jdbc.sql(SignInSql.PASSKEY_OF)
        .param("credential", credential.getBytes())
        .query((row, number) -> new Row(record(credential, row)))
        .optional()
        .orElse(null);
  }

  private static CredentialRecord record(Bytes credential, ResultSet row) throws SQLException {
    if (row.getBoolean("removed")) {
      throw new IllegalArgumentException("the passkey was removed");
    }
    return ImmutableCredentialRecord.builder()
        .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
        .credentialId(credential)
        .userEntityUserId(handle(Columns.uuid(row, "member_id")))
        .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
        .attestationObject(new Bytes(row.getBytes("attestation_object")))
        .attestationClientDataJSON(new Bytes(row.getBytes("client_data")))
        .signatureCount(row.getLong("sign_count"))
        .uvInitialized(true)
        .transports(
            Columns.texts(row, "transports").stream()
                .map(AuthenticatorTransport::valueOf)
                .collect(Collectors.toSet()))
        .backupEligible(row.getBoolean("backup_eligible"))
        .backupState(row.getBoolean("backup_state"))
        .label(row.getString("label"))
        .build();
  }
}
