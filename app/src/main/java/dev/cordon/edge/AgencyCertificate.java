package dev.cordon.edge;

import dev.cordon.CordonException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ssl.pem.PemContent;
import org.springframework.boot.ssl.pem.PemSslStore;

/**
 * A certificate an agency brings, with its key, as PEM files. Promises: it is taken only when the
 * key belongs to it, it is valid now, its key and signatures are not weak, and it is for every host
 * the server answers to. A replaced file is taken within the hour when it passes the same checks;
 * else the old one stays.
 */
public final class AgencyCertificate implements ServerIdentity {

  private static final Logger LOG = LoggerFactory.getLogger(AgencyCertificate.class);
  private static final int LEAST_RSA_BITS = 2048;
  private static final int LEAST_CURVE_BITS = 256;

  private final Path certificateFile;
  private final Path keyFile;
  private final List<String> hosts;
  private final InstantSource clock;
  private List<X509Certificate> chain;
  private PrivateKey key;

  private AgencyCertificate(
      Path certificateFile, Path keyFile, Collection<String> hosts, InstantSource clock) {
    this.certificateFile = certificateFile;
    this.keyFile = keyFile;
    this.hosts = List.copyOf(hosts);
    this.clock = clock;
    this.chain = readChain();
    this.key = readKey();
    check(chain, key);
  }

  /**
   * Reads and checks the two files.
   *
   * @param hosts the hosts it must be for; empty for whatever it names
   * @throws CordonException one line that says which file is wrong and how
   */
  public static AgencyCertificate read(
      Path certificate, Path key, Collection<String> hosts, InstantSource clock) {
    return new AgencyCertificate(certificate, key, hosts, clock);
  }

  /** The hosts the certificate names, without wildcards. */
  public synchronized List<String> names() {
    return Certificates.names(chain.getFirst()).stream()
        .filter(name -> !name.startsWith("*"))
        .toList();
  }

  @Override
  public synchronized PemSslStore store() {
    return PemSslStore.of(chain, key);
  }

  @Override
  public synchronized boolean refresh() {
    try {
      List<X509Certificate> found = readChain();
      if (found.equals(chain)) {
        return false;
      }
      PrivateKey foundKey = readKey();
      check(found, foundKey);
      chain = found;
      key = foundKey;
      return true;
    } catch (CordonException refused) {
      LOG.error("the replaced certificate is not taken: {}", refused.getMessage());
      return false;
    }
  }

  @Override
  public synchronized Instant expires() {
    return Certificates.ends(chain.getFirst());
  }

  private List<X509Certificate> readChain() {
    @Nullable PemContent content = content(certificateFile, "--certificate");
    List<X509Certificate> found = content == null ? List.of() : certificates(content);
    if (found.isEmpty()) {
      throw new CordonException(
          certificateFile + " holds no certificate; --certificate takes a PEM file.");
    }
    return List.copyOf(found);
  }

  private static List<X509Certificate> certificates(PemContent content) {
    try {
      return content.getCertificates();
    } catch (IllegalStateException | IllegalArgumentException broken) {
      return List.of();
    }
  }

  private PrivateKey readKey() {
    @Nullable PemContent content = content(keyFile, "--certificate-key");
    @Nullable PrivateKey found = content == null ? null : privateKey(content);
    if (found == null) {
      throw new CordonException(
          keyFile
              + " holds no private key that can be read; --certificate-key takes a PEM file without"
              + " a passphrase.");
    }
    return found;
  }

  private static @Nullable PrivateKey privateKey(PemContent content) {
    try {
      return content.getPrivateKey();
    } catch (IllegalStateException | IllegalArgumentException broken) {
      return null;
    }
  }

  private static @Nullable PemContent content(Path file, String option) {
    try {
      return PemContent.of(Files.readString(file));
    } catch (IOException unreadable) {
      throw new CordonException(
          file + " can not be read; " + option + " takes a PEM file.", unreadable);
    }
  }

  private void check(List<X509Certificate> found, PrivateKey foundKey) {
    X509Certificate own = found.getFirst();
    Instant now = clock.instant();
    if (now.isBefore(Certificates.begins(own))) {
      throw refused("is not valid before " + Certificates.begins(own));
    }
    if (now.isAfter(Certificates.ends(own))) {
      throw refused("was valid until " + Certificates.ends(own) + " only; renew it");
    }
    for (X509Certificate one : found) {
      checkStrength(one);
    }
    if (!belong(own, foundKey)) {
      throw refused("does not belong to the key in " + keyFile);
    }
    for (int above = 1; above < found.size(); above++) {
      if (!Issuer.isSignedBy(found.get(above - 1), found.get(above))) {
        throw refused("is not followed by the certificates above it, each signing the one before");
      }
    }
    for (String host : hosts) {
      if (!Certificates.isFor(own, host)) {
        throw refused(
            "is not for the host " + host + " but for " + Certificates.names(own) + "; see --host");
      }
    }
  }

  private void checkStrength(X509Certificate certificate) {
    Key open = certificate.getPublicKey();
    boolean strong =
        (open instanceof RSAKey rsa && rsa.getModulus().bitLength() >= LEAST_RSA_BITS)
            || (open instanceof ECKey curve
                && curve.getParams().getCurve().getField().getFieldSize() >= LEAST_CURVE_BITS);
    if (!strong) {
      throw refused(
          "has a weak or unknown key; browsers take RSA from 2048 bits and curves from 256 bits");
    }
    String signature = certificate.getSigAlgName().toUpperCase(Locale.ROOT);
    if (signature.contains("MD5") || signature.contains("MD2") || signature.startsWith("SHA1")) {
      throw refused("is signed with " + certificate.getSigAlgName() + ", which can be forged");
    }
  }

  private static boolean belong(X509Certificate certificate, PrivateKey key) {
    String algorithm =
        switch (key.getAlgorithm()) {
          case "RSA" -> "SHA256withRSA";
          case "EC" -> "SHA256withECDSA";
          default -> key.getAlgorithm();
        };
    try {
      byte[] something = certificate.getEncoded();
      Signature signing = Signature.getInstance(algorithm);
      signing.initSign(key);
      signing.update(something);
      byte[] signed = signing.sign();
      Signature verifying = Signature.getInstance(algorithm);
      verifying.initVerify(certificate.getPublicKey());
      verifying.update(something);
      return verifying.verify(signed);
    } catch (GeneralSecurityException different) {
      return false;
    }
  }

  private CordonException refused(String why) {
    return new CordonException("the certificate in " + certificateFile + " " + why + ".");
  }
}
