package dev.cordon.signin;

import dev.cordon.Columns;
import dev.cordon.RefusedException;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.MemberId;
import dev.cordon.access.StepUp;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Passkeys: made, used, removed. Spring Security and webauthn4j verify; here stands what they are
 * asked to insist on: the user is verified by the device, the key is discoverable, the challenge is
 * ours, used once and five minutes old at most, the counter grows.
 */
@Service
public class Passkeys {

  private static final Logger LOG = LoggerFactory.getLogger(Passkeys.class);
  private static final int LONGEST = 20_000;
  private static final String WHAT = "passkey";
  private static final JsonMapper JSON =
      JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

  private final PasskeyRows rows;
  private final SignInHost host;
  private final JdbcClient jdbc;
  private final CurrentMember currentMember;
  private final Factors factors;
  private final StepUp stepUp;
  private final Ledger ledger;
  private final InstantSource clock;

  Passkeys(
      PasskeyRows rows,
      SignInHost host,
      JdbcClient jdbc,
      CurrentMember currentMember,
      Factors factors,
      StepUp stepUp,
      Ledger ledger,
      InstantSource clock) {
    this.rows = rows;
    this.host = host;
    this.jdbc = jdbc;
    this.currentMember = currentMember;
    this.factors = factors;
    this.stepUp = stepUp;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** A passkey as the account page shows it. */
  public record Passkey(UUID id, String label, Instant addedAt, @Nullable Instant lastUsedAt) {}

  /** What a browser needs to make a passkey for the member asking, as JSON. */
  @Transactional(readOnly = true)
  public String makingOptions(HttpSession session) {
    var member =
        UsernamePasswordAuthenticationToken.authenticated(currentMember.get(), null, List.of());
    return JSON.writeValueAsString(
        Challenge.keep(
            session,
            "make",
            operations()
                .createPublicKeyCredentialCreationOptions(
                    new ImmutablePublicKeyCredentialCreationOptionsRequest(member)),
            clock.instant()));
  }

  /** Keeps the passkey a browser made from our options. */
  @Transactional
  public void add(HttpSession session, String credential, String label) {
    PublicKeyCredentialCreationOptions options =
        Challenge.take(session, "make", PublicKeyCredentialCreationOptions.class, clock.instant())
            .filter(
                made -> PasskeyRows.member(made.getUser().getId()).equals(currentMember.member()))
            .orElseThrow(() ->
                new RefusedException(
                    "The passkey took longer than five minutes, or the page was used twice. Try"
                        + " again."));
    String name = label.strip();
    if (name.isEmpty() || name.length() > 100) {
      throw new RefusedException("A passkey's name has 1 to 100 characters.");
    }
    factors.lock();
    register(options, credential, name);
    ledger.append(
        Entry.ofInstallation(Act.ALTERATION, WHAT, "enrolled by the member")
            .touching(currentMember.member()));
  }

  /** What a browser needs to sign in with any passkey of this server, as JSON. */
  public String usingOptions(HttpSession session, String purpose) {
    return JSON.writeValueAsString(
        Challenge.keep(
            session,
            purpose,
            operations()
                .createCredentialRequestOptions(
                    new ImmutablePublicKeyCredentialRequestOptionsRequest(null)),
            clock.instant()));
  }

  /** Whose passkey answered our challenge; none when anything about it is not right. */
  public Optional<MemberId> use(HttpSession session, String purpose, String credential) {
    Optional<PublicKeyCredentialRequestOptions> options =
        Challenge.take(session, purpose, PublicKeyCredentialRequestOptions.class, clock.instant());
    if (options.isEmpty() || credential.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      PublicKeyCredential<AuthenticatorAssertionResponse> answer =
          JSON.readValue(credential, new TypeReference<>() {});
      return Optional.of(
          PasskeyRows.member(
              operations()
                  .authenticate(new RelyingPartyAuthenticationRequest(options.get(), answer))
                  .getId()));
    } catch (RuntimeException notRight) {
      // What a browser sends can be wrong in every way; none of them is our fault.
      LOG.info("passkey refused: {}", notRight.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  /** The member's passkeys. */
  @Transactional(readOnly = true)
  public List<Passkey> all() {
    return jdbc.sql(SignInSql.PASSKEYS)
        .query((row, number) ->
            new Passkey(
                Columns.uuid(row, "id"),
                row.getString("label"),
                Columns.instant(row, "added_at"),
                Columns.instantOrNull(row, "last_used_at")))
        .list();
  }

  /** Removes one; never the last second factor where one is required. */
  @Transactional
  public void remove(UUID passkey) {
    stepUp.require();
    factors.lock();
    factors.requireAnother();
    if (jdbc.sql(SignInSql.REMOVE_PASSKEY).param("id", passkey).update() == 0) {
      throw new RefusedException("This passkey is not there any more. Nothing was changed.");
    }
    ledger.append(
        Entry.ofInstallation(Act.ALTERATION, WHAT, "removed by the member")
            .touching(currentMember.member(), passkey));
  }

  private void register(
      PublicKeyCredentialCreationOptions options, String credential, String label) {
    try {
      if (credential.length() > LONGEST) {
        throw new IllegalArgumentException("too long");
      }
      PublicKeyCredential<AuthenticatorAttestationResponse> made =
          JSON.readValue(credential, new TypeReference<>() {});
      operations()
          .registerCredential(
              new ImmutableRelyingPartyRegistrationRequest(
                  options, new RelyingPartyPublicKey(made, label)));
    } catch (RuntimeException notRight) {
      LOG.info("passkey not taken: {}", notRight.getClass().getSimpleName());
      throw new RefusedException(
          "The browser's passkey could not be verified. Passkeys work at the host name "
              + host.name()
              + "; open this server under that name and try again.");
    }
  }

  private Webauthn4JRelyingPartyOperations operations() {
    Webauthn4JRelyingPartyOperations operations =
        new Webauthn4JRelyingPartyOperations(
            rows,
            rows,
            PublicKeyCredentialRpEntity.builder().id(host.name()).name("Cordon").build(),
            host.origins());
    operations.setCustomizeRequestOptions(
        options -> options.userVerification(UserVerificationRequirement.REQUIRED));
    operations.setCustomizeCreationOptions(insistingOnTheUser());
    return operations;
  }

  private static Consumer<
          PublicKeyCredentialCreationOptions.PublicKeyCredentialCreationOptionsBuilder>
      insistingOnTheUser() {
    return options ->
        options.authenticatorSelection(
            AuthenticatorSelectionCriteria.builder()
                .userVerification(UserVerificationRequirement.REQUIRED)
                .residentKey(ResidentKeyRequirement.REQUIRED)
                .build());
  }
}
