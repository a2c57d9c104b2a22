package dev.cordon.demo;

import dev.cordon.CordonException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Lets the members of the exercise trust the exercise's own server, and no other. */
final class LocalTrust {

  private LocalTrust() {}

  /** From now on this process trusts what that authority vouches for, and nothing else. */
  static void only(X509Certificate authority) {
    try {
      KeyStore known = KeyStore.getInstance("PKCS12");
      known.load(null, null);
      known.setCertificateEntry("exercise", authority);
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(known);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      SSLContext.setDefault(context);
    } catch (GeneralSecurityException | IOException failed) {
      throw new CordonException("The demo can not trust its own server.", failed);
    }
  }
}
