package dev.cordon.signin;

import dev.cordon.Columns;
import dev.cordon.RefusedException;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.MemberId;
import dev.cordon.access.StepUp;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import dev.cordon.web.QrSvg;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The authenticator app of the member asking: offered, confirmed by a code, used, removed. */
@Service
public class AuthenticatorApps {

  private static final String WHAT = "authenticator-app";

  private final JdbcClient jdbc;
  private final SealedSecrets sealed;
  private final CurrentMember currentMember;
  private final Factors factors;
  private final StepUp stepUp;
  private final Ledger ledger;
  private final InstantSource clock;

  AuthenticatorApps(
      JdbcClient jdbc,
      SealedSecrets sealed,
      CurrentMember currentMember,
      Factors factors,
      StepUp stepUp,
      Ledger ledger,
      InstantSource clock) {
    this.jdbc = jdbc;
    this.sealed = sealed;
    this.currentMember = currentMember;
    this.factors = factors;
    this.stepUp = stepUp;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** A secret offered to an app; nothing is kept before a code of it was given. */
  public static final class Offer {

    private final byte[] secret = Digests.random(Totp.SECRET_SIZE_BYTES);
    private final String account;

    Offer(String account) {
      this.account = account;
    }

    /** The secret as an app takes it by hand, in groups of four. */
    public String text() {
      return Totp.base32(secret).replaceAll("(.{4})(?!$)", "$1 ");
    }

    /** The address an app takes. */
    public String uri() {
      String name = URLEncoder.encode(account, StandardCharsets.UTF_8).replace("+", "%20");
      return "otpauth://totp/Cordon:"
          + name
          + "?secret="
          + Totp.base32(secret)
          + "&issuer=Cordon&algorithm=SHA1&digits=6&period=30";
    }

    /** The same address as a picture. */
    public QrSvg picture() {
      return QrSvg.of(uri());
    }

    @Override
    public String toString() {
      return "Offer[hidden]";
    }
  }

  /** The app as the account page shows it. */
  public record App(Instant addedAt, @Nullable Instant lastUsedAt) {}

  private record Row(UUID id, byte[] secret, App app) {}

  /** A new secret for the member asking. */
  public Offer offer() {
    return new Offer(currentMember.get().getName());
  }

  /** Keeps the offered secret when the code is of it; the app before it ends. */
  @Transactional
  public void confirm(Offer offer, String code) {
    OptionalLong step = Totp.match(offer.secret, digits(code), clock.instant());
    if (step.isEmpty()) {
      throw new RefusedException(
          "This code is not of the secret shown. Check that your device's clock is right and give"
              + " the code the app shows now.");
    }
    factors.lock();
    if (factors.held().second()) {
      stepUp.require();
    }
    MemberId member = currentMember.member();
    jdbc.sql(SignInSql.REMOVE_APP).update();
    jdbc.sql(SignInSql.ADD_APP)
        .param("secret", sealed.seal(member, offer.secret))
        .param("step", step.getAsLong())
        .update();
    ledger.append(
        Entry.ofInstallation(Act.ALTERATION, WHAT, "enrolled by the member").touching(member));
  }

  /** The member's app, if it has one. */
  @Transactional(readOnly = true)
  public Optional<App> find() {
    return row().map(Row::app);
  }

  /** Whether the code is the app's and was not used before; it is used then. */
  @Transactional
  public boolean use(String code) {
    Optional<Row> row = row();
    if (row.isEmpty()) {
      return false;
    }
    byte[] secret = sealed.open(currentMember.member(), row.get().secret());
    OptionalLong step = Totp.match(secret, digits(code), clock.instant());
    return step.isPresent()
        && jdbc.sql(SignInSql.USE_STEP)
                .param("id", row.get().id())
                .param("step", step.getAsLong())
                .update()
            == 1;
  }

  /** Removes the app; never the last second factor where one is required. */
  @Transactional
  public void remove() {
    stepUp.require();
    factors.lock();
    factors.requireAnother();
    if (jdbc.sql(SignInSql.REMOVE_APP).update() == 1) {
      ledger.append(
          Entry.ofInstallation(Act.ALTERATION, WHAT, "removed by the member")
              .touching(currentMember.member()));
    }
  }

  private Optional<Row> row() {
    return jdbc.sql(SignInSql.APP)
        .query((row, number) ->
            new Row(
                Columns.uuid(row, "id"),
                row.getBytes("sealed_secret"),
                new App(
                    Columns.instant(row, "added_at"), Columns.instantOrNull(row, "last_used_at"))))
        .optional();
  }

  private static String digits(String code) {
    String bare = code.length() > 20 ? "" : code.replace(" ", "");
    return bare.matches("[0-9]{6}") ? bare : "";
  }
}
