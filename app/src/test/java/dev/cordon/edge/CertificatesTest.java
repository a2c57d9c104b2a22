package dev.cordon.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.CordonException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The certificates Cordon makes, and those it refuses to use. */
class CertificatesTest {

  private static final Instant NOW = Instant.now();

  @TempDir private Path folder;

  @Test
  void authority_staysWhenOpenedAgain_alsoForFewerHosts() {
    LocalAuthority first = open(NOW, "cordon.agency.example");
    LocalAuthority again = open(NOW, "cordon.agency.example");
    LocalAuthority fewer = open(NOW);

    assertThat(again.certificate()).isEqualTo(first.certificate());
    assertThat(again.store().certificates()).isEqualTo(first.store().certificates());
    assertThat(fewer.certificate()).isEqualTo(first.certificate());
    assertThat(Certificates.isFor(fewer.store().certificates().getFirst(), "localhost")).isTrue();
    assertThat(Certificates.isFor(fewer.store().certificates().getFirst(), "cordon.agency.example"))
        .isFalse();
  }

  @Test
  void authority_isMadeAnewForAHostItCanNotVouchFor() {
    LocalAuthority first = open(NOW, "one.example");
    LocalAuthority second = open(NOW, "two.example");

    assertThat(second.certificate()).isNotEqualTo(first.certificate());
    assertThat(Issuer.constrainedTo(second.certificate()))
        .contains("one.example", "two.example", "127.0.0.1");
  }

  @Test
  void authority_canNotVouchForAnotherHost() throws Exception {
    LocalAuthority.Signed authority =
        Issuer.authority(List.of("localhost", "127.0.0.1", "::1"), NOW, Duration.ofDays(10));
    for (String foreign : List.of("evil.example", "192.0.2.1", "2001:db8::1", "notlocalhost")) {
      LocalAuthority.Signed forged =
          Issuer.server(authority, List.of(foreign), NOW, Duration.ofDays(5));
      assertThatThrownBy(() -> validate(forged.certificate(), authority.certificate()))
          .as(foreign)
          .isInstanceOf(CertPathValidatorException.class);
    }
    validate(
        Issuer.server(authority, List.of("localhost", "127.0.0.1"), NOW, Duration.ofDays(5))
            .certificate(),
        authority.certificate());
  }

  @Test
  void serverCertificate_isRenewedAMonthBeforeItsEnd_underTheSameAuthority() {
    LocalAuthority authority = open(NOW);
    Instant ends = authority.expires();
    Moving clock = new Moving(NOW);
    LocalAuthority running = LocalAuthority.open(folder, List.of(), clock);

    clock.now = ends.minus(Duration.ofDays(31));
    assertThat(running.refresh()).isFalse();
    clock.now = ends.minus(Duration.ofDays(29));
    assertThat(running.refresh()).isTrue();
    assertThat(running.expires()).isAfter(ends.plus(Duration.ofDays(300)));
    assertThat(running.certificate()).isEqualTo(authority.certificate());
    assertThat(running.refresh()).isFalse();
  }

  @Test
  void serverCertificate_neverOutlastsItsAuthority() {
    Moving clock = new Moving(NOW);
    LocalAuthority running = LocalAuthority.open(folder, List.of(), clock);
    Instant end = Certificates.ends(running.certificate());
    clock.now = end.minus(Duration.ofDays(100));
    assertThat(running.refresh()).isTrue();
    assertThat(running.expires()).isEqualTo(end);
  }

  @Test
  void brokenFile_isReplaced() throws IOException {
    LocalAuthority first = open(NOW);
    Files.writeString(folder.resolve("server.pem"), "-----BEGIN CERTIFICATE-----\nAAAA\n");
    LocalAuthority second = open(NOW);

    assertThat(second.certificate()).isEqualTo(first.certificate());
    assertThat(second.store().certificates()).isNotEqualTo(first.store().certificates());
  }

  @Test
  void ownCertificate_isTakenWhenItIsGood_andWhenReplacedByAGoodOne() throws Exception {
    Path certificate = write("c.pem", good("host.example", NOW, Duration.ofDays(90)));
    Moving clock = new Moving(NOW);
    AgencyCertificate own =
        AgencyCertificate.read(certificate, certificate, List.of("host.example"), clock);
    assertThat(own.names()).contains("host.example");
    assertThat(own.refresh()).isFalse();

    write("c.pem", good("other.example", NOW, Duration.ofDays(90)));
    assertThat(own.refresh()).as("not for the host").isFalse();
    write("c.pem", good("host.example", NOW, Duration.ofDays(200)));
    assertThat(own.refresh()).isTrue();
    assertThat(own.expires()).isAfter(NOW.plus(Duration.ofDays(190)));
  }

  @Test
  void ownCertificate_expiredOrNotYetValid_isRefused() throws Exception {
    assertThat(
            refusal(
                good("a.example", NOW.minus(Duration.ofDays(100)), Duration.ofDays(90)),
                "a.example"))
        .contains("was valid until");
    assertThat(
            refusal(
                good("a.example", NOW.plus(Duration.ofDays(2)), Duration.ofDays(90)), "a.example"))
        .contains("is not valid before");
  }

  @Test
  void ownCertificate_forAnotherHost_isRefused() throws Exception {
    assertThat(refusal(good("a.example", NOW, Duration.ofDays(90)), "b.example"))
        .contains("is not for the host b.example", "a.example", "--host");
  }

  @Test
  void ownCertificate_ofAnotherKey_isRefused() throws Exception {
    Path certificate = write("c.pem", good("a.example", NOW, Duration.ofDays(90)));
    Path key = write("k.pem", good("a.example", NOW, Duration.ofDays(90)));

    assertThatThrownBy(
            () -> AgencyCertificate.read(certificate, key, List.of(), InstantSource.fixed(NOW)))
        .isInstanceOf(CordonException.class)
        .hasMessageContaining("does not belong to the key");
  }

  @Test
  void ownCertificate_withWeakKeyOrSignature_isRefused() throws Exception {
    assertThat(refusal(selfSigned("RSA", 1024, "SHA256withRSA"), "")).contains("weak");
    assertThat(refusal(selfSigned("RSA", 2048, "SHA1withRSA"), "")).contains("can be forged");
    assertThat(refusal(selfSigned("Ed25519", 255, "Ed25519"), "")).contains("weak or unknown");
  }

  @Test
  void ownCertificate_thatIsNoFileOrNoPem_isRefusedInOneLine() throws Exception {
    Path good = write("good.pem", good("a.example", NOW, Duration.ofDays(90)));
    Path text = Files.writeString(folder.resolve("text.pem"), "sand");
    Path half =
        Files.writeString(
            folder.resolve("half.pem"),
            "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
    for (Path wrong : List.of(text, half, folder.resolve("absent.pem"), folder)) {
      assertThatThrownBy(
              () -> AgencyCertificate.read(wrong, good, List.of(), InstantSource.fixed(NOW)))
          .isInstanceOf(CordonException.class)
          .hasMessageContaining(wrong.toString())
          .hasMessageContaining("--certificate");
      assertThatThrownBy(
              () -> AgencyCertificate.read(good, wrong, List.of(), InstantSource.fixed(NOW)))
          .isInstanceOf(CordonException.class)
          .hasMessageContaining(wrong.toString())
          .hasMessageContaining("--certificate-key");
    }
  }

  @Test
  void hosts_areTakenInOneSpellingOnly() {
    assertThat(HostName.checked("Cordon.Agency.Example.")).isEqualTo("cordon.agency.example");
    assertThat(HostName.checked("[::1]")).isEqualTo(HostName.checked("0:0:0:0:0:0:0:1"));
    for (String wrong :
        List.of(
            "",
            "a b",
            "a/b",
            "a:80",
            "ex\u0430mple.example",
            "-a.example",
            "a..b",
            "a\nb",
            "999.1.1.1")) {
      assertThatThrownBy(() -> HostName.checked(wrong))
          .as(wrong)
          .isInstanceOf(CordonException.class);
    }
    Doors doors = new Doors(Set.of("cordon.agency.example"), java.util.Optional.empty());
    assertThat(
            List.of(
                "cordon.agency.example:8443",
                "CORDON.agency.example",
                "localhost",
                "[::1]:1",
                "127.0.0.1:9"))
        .allMatch(doors::knows);
    assertThat(
            List.of(
                "evil.example",
                "cordon.agency.example.evil.example",
                "localhost@evil.example",
                "",
                ":80",
                "[::2]",
                "127.0.0.2",
                "2130706433",
                "localhost:80:90"))
        .noneMatch(doors::knows);
  }

  private LocalAuthority open(Instant now, String... hosts) {
    return LocalAuthority.open(folder, List.of(hosts), InstantSource.fixed(now));
  }

  private String refusal(LocalAuthority.Signed signed, String host) throws Exception {
    Path file = write("refused.pem", signed);
    try {
      AgencyCertificate.read(
          file, file, host.isEmpty() ? List.of() : List.of(host), InstantSource.fixed(NOW));
      return "taken";
    } catch (CordonException refused) {
      assertThat(refused.getMessage()).hasLineCount(1).contains(file.toString());
      return String.valueOf(refused.getMessage());
    }
  }

  private static LocalAuthority.Signed good(String host, Instant from, Duration lasts)
      throws Exception {
    LocalAuthority.Signed authority = Issuer.authority(List.of(host), from, Duration.ofDays(900));
    return Issuer.server(authority, List.of(host), from, lasts);
  }

  private static LocalAuthority.Signed selfSigned(String algorithm, int bits, String signature)
      throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
    generator.initialize(bits);
    var pair = generator.generateKeyPair();
    X500Name name = new X500Name("CN=test");
    var builder =
        new JcaX509v3CertificateBuilder(
            name,
            java.math.BigInteger.TEN,
            java.util.Date.from(NOW.minusSeconds(60)),
            java.util.Date.from(NOW.plusSeconds(86_400)),
            name,
            pair.getPublic());
    X509Certificate certificate =
        new JcaX509CertificateConverter()
            .getCertificate(
                builder.build(new JcaContentSignerBuilder(signature).build(pair.getPrivate())));
    return new LocalAuthority.Signed(certificate, pair.getPrivate());
  }

  private Path write(String name, LocalAuthority.Signed signed) throws Exception {
    return Files.writeString(
        folder.resolve(name),
        pem("CERTIFICATE", signed.certificate().getEncoded()) + pem(signed.key()));
  }

  private static String pem(PrivateKey key) {
    return pem("PRIVATE KEY", key.getEncoded());
  }

  private static String pem(String kind, byte[] bytes) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(kind, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes), kind);
  }

  private static void validate(X509Certificate certificate, X509Certificate authority)
      throws Exception {
    // Constraints count for certificates in the path: the authority stands in it under its own key.
    PKIXParameters parameters =
        new PKIXParameters(
            Set.of(
                new TrustAnchor(
                    authority.getSubjectX500Principal(), authority.getPublicKey(), null)));
    parameters.setRevocationEnabled(false);
    CertPathValidator.getInstance("PKIX")
        .validate(
            CertificateFactory.getInstance("X.509")
                .generateCertPath(List.of(certificate, authority)),
            parameters);
  }

  private static final class Moving implements InstantSource {
    private Instant now;

    Moving(Instant now) {
      this.now = now;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
