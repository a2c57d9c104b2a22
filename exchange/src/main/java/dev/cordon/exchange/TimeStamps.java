package dev.cordon.exchange;

import dev.cordon.kernel.digest.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;

/**
 * Time stamps of an authority (RFC 3161) over bytes.
 *
 * <p>Promises: {@link #verify} tells offline that an authority under a trusted certificate stated
 * that these bytes existed at a time. Does not ask whether a certificate was revoked: that takes a
 * network, and is for whoever relies on the stamp.
 */
public final class TimeStamps {

  /** GeneralizedTime as RFC 3161, section 2.4.2, has it: in UTC, with seconds and perhaps parts. */
  private static final DateTimeFormatter STATED =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuuMMddHHmmss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .appendLiteral('Z')
          .toFormatter(Locale.ROOT);

  /** The most bytes a token has. */
  public static final int LARGEST_BYTES = 100_000;

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int NONCE_SIZE_BITS = 64;
  private static final JcaX509CertificateConverter CONVERTER = new JcaX509CertificateConverter();

  private TimeStamps() {}

  /** A query for a stamp, with a number no other query has. */
  public static byte[] query(byte[] message) {
    try {
      TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
      generator.setCertReq(true);
      return generator
          .generate(
              TSPAlgorithms.SHA256, Sha256.of(message), new BigInteger(NONCE_SIZE_BITS, RANDOM))
          .getEncoded();
    } catch (IOException impossible) {
      throw new ExchangeException("a time-stamp query could not be written", impossible);
    }
  }

  /**
   * The token in the answer to a query.
   *
   * @throws ExchangeException when it is none, or one to another query
   */
  public static byte[] token(byte[] query, byte[] answer) {
    requireSize(answer);
    try {
      TimeStampResponse response = new TimeStampResponse(answer);
      response.validate(new TimeStampRequest(query));
      TimeStampToken token = response.getTimeStampToken();
      if (token == null) {
        throw new ExchangeException("the authority gave no stamp: " + response.getStatusString());
      }
      return token.getEncoded();
    } catch (TSPException | IOException | RuntimeException refused) {
      throw refused("the authority's answer is not one to this query", refused);
    }
  }

  /**
   * The time a token states for the message.
   *
   * @param trusted the authority's certificate, or one above it
   * @throws ExchangeException when it states none: of another message, by nobody trusted, malformed
   */
  public static Instant verify(byte[] token, byte[] message, Collection<X509Certificate> trusted) {
    requireSize(token);
    try {
      TimeStampToken stamp = new TimeStampToken(new CMSSignedData(token));
      requireImprint(stamp, message);
      X509Certificate signer = signer(stamp, trusted);
      stamp.validate(new JcaSimpleSignerInfoVerifierBuilder().build(signer));
      requireTrusted(stamp, signer, trusted);
      return LocalDateTime.parse(
              stamp.getTimeStampInfo().toASN1Structure().getGenTime().getTimeString(), STATED)
          .toInstant(ZoneOffset.UTC);
    } catch (TSPException
        | CMSException
        | IOException
        | GeneralSecurityException
        | OperatorCreationException
        | RuntimeException refused) {
      throw refused("the time stamp does not hold", refused);
    }
  }

  /** Certificates of a PEM file. */
  public static List<X509Certificate> certificates(byte[] pem) {
    try {
      return CertificateFactory.getInstance("X.509")
          .generateCertificates(new ByteArrayInputStream(pem))
          .stream()
          .map(X509Certificate.class::cast)
          .toList();
    } catch (GeneralSecurityException malformed) {
      throw new ExchangeException("not certificates in PEM: " + malformed.getMessage(), malformed);
    }
  }

  private static void requireImprint(TimeStampToken stamp, byte[] message) {
    boolean isOurs =
        TSPAlgorithms.SHA256.equals(stamp.getTimeStampInfo().getMessageImprintAlgOID())
            && MessageDigest.isEqual(
                Sha256.of(message), stamp.getTimeStampInfo().getMessageImprintDigest());
    if (!isOurs) {
      throw new ExchangeException("it is over other bytes");
    }
  }

  @SuppressWarnings("unchecked")
  private static X509Certificate signer(TimeStampToken stamp, Collection<X509Certificate> trusted)
      throws GeneralSecurityException, IOException {
    Collection<X509CertificateHolder> inside = stamp.getCertificates().getMatches(stamp.getSID());
    for (X509CertificateHolder holder : inside) {
      return CONVERTER.getCertificate(holder);
    }
    for (X509Certificate certificate : trusted) {
      if (stamp.getSID().match(new X509CertificateHolder(certificate.getEncoded()))) {
        return certificate;
      }
    }
    throw new ExchangeException("the certificate of who stamped is not there");
  }

  private static void requireTrusted(
      TimeStampToken stamp, X509Certificate signer, Collection<X509Certificate> trusted)
      throws GeneralSecurityException {
    if (trusted.contains(signer)) {
      return;
    }
    Set<TrustAnchor> anchors =
        trusted.stream()
            .map(certificate -> new TrustAnchor(certificate, null))
            .collect(Collectors.toSet());
    List<X509Certificate> between = new ArrayList<>();
    for (X509CertificateHolder holder : stamp.getCertificates().getMatches(null)) {
      between.add(CONVERTER.getCertificate(holder));
    }
    X509CertSelector selector = new X509CertSelector();
    selector.setCertificate(signer);
    PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, selector);
    parameters.setRevocationEnabled(false);
    parameters.setDate(stamp.getTimeStampInfo().getGenTime());
    parameters.addCertStore(
        CertStore.getInstance("Collection", new CollectionCertStoreParameters(between)));
    CertPathBuilder.getInstance("PKIX").build(parameters);
  }

  private static void requireSize(byte[] bytes) {
    if (bytes.length > LARGEST_BYTES) {
      throw new ExchangeException(
          "it has " + bytes.length + " bytes; a time stamp has at most " + LARGEST_BYTES);
    }
  }

  private static ExchangeException refused(String what, Exception cause) {
    return cause instanceof ExchangeException already
        ? already
        : new ExchangeException(what + ": " + cause.getMessage(), cause);
  }
}
