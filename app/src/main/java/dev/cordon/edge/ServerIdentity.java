package dev.cordon.edge;

import java.time.Instant;
import java.util.Set;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundleKey;
import org.springframework.boot.ssl.SslOptions;
import org.springframework.boot.ssl.pem.PemSslStore;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;

/**
 * The key and certificate by which browsers know the server. They may change while it runs; {@link
 * #refresh} says when. Implementations are safe for use by several threads.
 */
public sealed interface ServerIdentity permits LocalAuthority, AgencyCertificate {

  /** Under which name the server's TLS settings find the key and certificate. */
  String BUNDLE = "cordon";

  // TLS 1.3, and of TLS 1.2 only what has forward secrecy and authenticated encryption.
  Set<String> SUITES =
      Set.of(
          "TLS_AES_256_GCM_SHA384",
          "TLS_AES_128_GCM_SHA256",
          "TLS_CHACHA20_POLY1305_SHA256",
          "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
          "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256");

  /** The present key with its certificate and those above it. */
  PemSslStore store();

  /**
   * Looks whether the certificate is to be renewed or was replaced.
   *
   * @return whether {@link #store} gives another one than before
   */
  boolean refresh();

  /** When the present certificate ends. */
  Instant expires();

  /** The present key and certificate as the server's TLS settings take them. */
  default SslBundle bundle() {
    return SslBundle.of(
        new PemSslStoreBundle(store(), null),
        SslBundleKey.NONE,
        SslOptions.of(SUITES, Set.of("TLSv1.3", "TLSv1.2")));
  }
}
