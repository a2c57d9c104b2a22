package dev.cordon.signin;

import jakarta.servlet.http.HttpSession;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Enrolling a second factor, and with the first one the recovery codes. */
@Service
public class SecondFactors {

  private final AuthenticatorApps apps;
  private final Passkeys passkeys;
  private final RecoveryCodes codes;
  private final Account account;

  SecondFactors(AuthenticatorApps apps, Passkeys passkeys, RecoveryCodes codes, Account account) {
    this.apps = apps;
    this.passkeys = passkeys;
    this.codes = codes;
    this.account = account;
  }

  /**
   * Keeps the app whose code was given.
   *
   * @return recovery codes to show once, if the member had none
   */
  @Transactional
  public List<String> enrolApp(AuthenticatorApps.Offer offer, String code) {
    apps.confirm(offer, code);
    account.factorsChanged();
    return codes.first();
  }

  /**
   * Keeps the passkey a browser made.
   *
   * @return recovery codes to show once, if the member had none
   */
  @Transactional
  public List<String> enrolPasskey(HttpSession session, String credential, String label) {
    passkeys.add(session, credential, label);
    account.factorsChanged();
    return codes.first();
  }
}
