package dev.cordon.edge;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Makes the two certificates of an installation (RFC 5280): an authority that can vouch for the
 * given hosts only, and a server certificate for them. Keys are on P-256.
 */
final class Issuer {

  private static final int LAST_YEAR_OF_UTC_TIME = 2049;
  // A browser whose clock is a little behind takes the certificate of a new server too.
  private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);
  private static final SecureRandom RANDOM = new SecureRandom();

  private Issuer() {}

  static LocalAuthority.Signed authority(Collection<String> hosts, Instant now, Duration lasts)
      throws GeneralSecurityException, IOException {
    KeyPair pair = pair();
    // The number tells two installations apart in a browser's list.
    X500Name name = name("Cordon local authority " + serial().toString(16).substring(0, 8));
    X509v3CertificateBuilder builder =
        builder(name, now, now.plus(lasts), name, pair.getPublic())
            .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
            .addExtension(
                Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
            .addExtension(
                Extension.extendedKeyUsage,
                false,
                new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
            .addExtension(Extension.nameConstraints, true, constraints(hosts))
            .addExtension(
                Extension.subjectKeyIdentifier,
                false,
                new JcaX509ExtensionUtils().createSubjectKeyIdentifier(pair.getPublic()));
    return new LocalAuthority.Signed(sign(builder, pair), pair.getPrivate());
  }

  static LocalAuthority.Signed server(
      LocalAuthority.Signed authority, List<String> hosts, Instant now, Duration lasts)
      throws GeneralSecurityException, IOException {
    KeyPair pair = pair();
    Instant authorityEnds = Certificates.ends(authority.certificate());
    Instant ends = now.minus(CLOCKS_DIFFER).plus(lasts).minusSeconds(1);
    GeneralName[] names = hosts.stream().map(Issuer::alternative).toArray(GeneralName[]::new);
    X509v3CertificateBuilder builder =
        builder(
                Certificates.holder(authority.certificate()).getSubject(),
                now,
                ends.isBefore(authorityEnds) ? ends : authorityEnds,
                name("Cordon"),
                pair.getPublic())
            .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
            .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
            .addExtension(
                Extension.extendedKeyUsage,
                false,
                new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
            .addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names))
            .addExtension(
                Extension.authorityKeyIdentifier,
                false,
                new JcaX509ExtensionUtils()
                    .createAuthorityKeyIdentifier(authority.certificate().getPublicKey()));
    return new LocalAuthority.Signed(
        sign(builder, new KeyPair(authority.certificate().getPublicKey(), authority.key())),
        pair.getPrivate());
  }

  /** The hosts an authority can vouch for. */
  static List<String> constrainedTo(X509Certificate authority) {
    @Nullable Extension extension =
        Certificates.holder(authority).getExtension(Extension.nameConstraints);
    if (extension == null) {
      return List.of();
    }
    return Stream.of(NameConstraints.getInstance(extension.getParsedValue()).getPermittedSubtrees())
        .map(GeneralSubtree::getBase)
        .map(Issuer::text)
        .toList();
  }

  static boolean isSignedBy(X509Certificate certificate, X509Certificate issuer) {
    try {
      certificate.verify(issuer.getPublicKey());
      return true;
    } catch (GeneralSecurityException foreign) {
      return false;
    }
  }

  private static X509v3CertificateBuilder builder(
      X500Name issuer, Instant now, Instant ends, X500Name subject, PublicKey key) {
    return new X509v3CertificateBuilder(
        issuer,
        serial(),
        time(now.minus(CLOCKS_DIFFER)),
        time(ends),
        subject,
        SubjectPublicKeyInfo.getInstance(key.getEncoded()));
  }

  private static X509Certificate sign(X509v3CertificateBuilder builder, KeyPair by)
      throws GeneralSecurityException {
    try {
      return new JcaX509CertificateConverter()
          .getCertificate(
              builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(by.getPrivate())));
    } catch (OperatorCreationException impossible) {
      throw new GeneralSecurityException("a certificate can not be signed", impossible);
    }
  }

  /**
   * The hosts and nothing else. A kind of name without a permitted tree would be free, so the hosts
   * must hold a name, an IPv4 and an IPv6 address: the loopback ones are always among them.
   */
  private static NameConstraints constraints(Collection<String> hosts) {
    return new NameConstraints(
        hosts.stream().map(Issuer::subtree).map(GeneralSubtree::new).toArray(GeneralSubtree[]::new),
        null);
  }

  /** The host itself: a name, or an address with a mask of ones. */
  private static GeneralName subtree(String host) {
    if (!HostName.isAddress(host)) {
      return new GeneralName(GeneralName.dNSName, host);
    }
    byte[] address = HostName.address(host).getAddress();
    byte[] masked = java.util.Arrays.copyOf(address, 2 * address.length);
    java.util.Arrays.fill(masked, address.length, masked.length, (byte) 0xff);
    return new GeneralName(GeneralName.iPAddress, new DEROctetString(masked));
  }

  private static GeneralName alternative(String host) {
    return HostName.isAddress(host)
        ? new GeneralName(
            GeneralName.iPAddress, new DEROctetString(HostName.address(host).getAddress()))
        : new GeneralName(GeneralName.dNSName, host);
  }

  private static String text(GeneralName base) {
    if (base.getTagNo() != GeneralName.iPAddress) {
      return base.getName().toString();
    }
    byte[] masked = ASN1OctetString.getInstance(base.getName()).getOctets();
    try {
      return InetAddress.getByAddress(java.util.Arrays.copyOf(masked, masked.length / 2))
          .getHostAddress();
    } catch (UnknownHostException impossible) {
      return "";
    }
  }

  private static KeyPair pair() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"), RANDOM);
    return generator.generateKeyPair();
  }

  private static X500Name name(String common) {
    return new X500NameBuilder().addRDN(BCStyle.CN, common).build();
  }

  private static BigInteger serial() {
    return new BigInteger(126, RANDOM).setBit(125);
  }

  private static Time time(Instant moment) {
    var utc = moment.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC);
    return utc.getYear() <= LAST_YEAR_OF_UTC_TIME
        ? new Time(new DERUTCTime(DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'").format(utc)))
        : new Time(
            new DERGeneralizedTime(DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").format(utc)));
  }
}
