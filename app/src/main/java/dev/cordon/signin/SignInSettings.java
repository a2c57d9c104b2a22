package dev.cordon.signin;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How members sign in.
 *
 * @param host the host name browsers know this server by; passkeys belong to it
 * @param origins further origins passkeys may come from, for a server behind a proxy
 * @param secondFactor whether a password alone is enough for a member without a second factor
 * @param idle how long a session lives without a request
 * @param absolute how long a session lives at most
 * @param fresh how long a proof counts as fresh
 * @param bindAddress whether a session ends when its address changes
 * @param agencies identity providers of agencies; none means no connection to any
 */
@ConfigurationProperties("cordon.sign-in")
public record SignInSettings(
    @DefaultValue("localhost") String host,
    @DefaultValue List<String> origins,
    @DefaultValue("required") SecondFactor secondFactor,
    @DefaultValue("30m") Duration idle,
    @DefaultValue("12h") Duration absolute,
    @DefaultValue("5m") Duration fresh,
    @DefaultValue("false") boolean bindAddress,
    @DefaultValue List<Provider> agencies) {

  /** Whether a password alone is enough. */
  public enum SecondFactor {
    /** A member without a second factor may only enrol one. */
    REQUIRED,
    /** A second factor is asked of those who have one. */
    OPTIONAL
  }

  /**
   * An agency's identity provider.
   *
   * @param agency whose members sign in there
   * @param name what the button says
   * @param issuer its address, exactly as its tokens name it
   * @param clientId how it knows this server
   * @param secretFile a file only the server's user may read, with the client's secret
   * @param algorithm how it signs its tokens
   * @param requiredAcr one of these must be the token's authentication context, if any are named
   * @param requiredAmr all of these must be among the token's authentication methods
   */
  public record Provider(
      UUID agency,
      String name,
      String issuer,
      String clientId,
      String secretFile,
      @DefaultValue("RS256") String algorithm,
      @DefaultValue List<String> requiredAcr,
      @DefaultValue List<String> requiredAmr) {

    /** Copies the lists. */
    public Provider {
      requiredAcr = List.copyOf(requiredAcr);
      requiredAmr = List.copyOf(requiredAmr);
    }

    /** How addresses of this server name it. */
    public String key() {
      return agency.toString();
    }
  }

  /** Refuses what can not work. */
  public SignInSettings {
    if (host.isBlank() || host.contains("/") || host.contains(":")) {
      throw new IllegalArgumentException(
          "cordon.sign-in.host is a host name without scheme and port, not " + host);
    }
    if (idle.isNegative() || idle.isZero() || absolute.compareTo(idle) < 0) {
      throw new IllegalArgumentException(
          "cordon.sign-in.idle must be positive and not longer than cordon.sign-in.absolute");
    }
    origins = List.copyOf(origins);
    agencies = List.copyOf(agencies);
    agencies.forEach(SignInSettings::requireSecure);
  }

  /** The provider an address names. */
  public Optional<Provider> provider(String key) {
    return agencies.stream().filter(one -> one.key().equals(key)).findFirst();
  }

  boolean secondFactorRequired() {
    return secondFactor == SecondFactor.REQUIRED;
  }

  private static void requireSecure(Provider provider) {
    URI issuer = URI.create(provider.issuer());
    boolean here = List.of("localhost", "127.0.0.1").contains(String.valueOf(issuer.getHost()));
    if (!"https".equals(issuer.getScheme()) && !here) {
      throw new IllegalArgumentException(
          "the issuer " + provider.issuer() + " of an agency must be an https address");
    }
  }
}
