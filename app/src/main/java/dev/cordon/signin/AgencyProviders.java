package dev.cordon.signin;

import dev.cordon.RefusedException;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/**
 * The identity providers of agencies, as configured. The only class here that makes connections to
 * other hosts: to a configured issuer and the addresses it names, when somebody presses its button,
 * and never before.
 */
@Component
class AgencyProviders {

  private static final Logger LOG = LoggerFactory.getLogger(AgencyProviders.class);
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration READ = Duration.ofSeconds(10);

  private final SignInSettings settings;
  private final Map<String, ClientRegistration> registrations = new ConcurrentHashMap<>();

  AgencyProviders(SignInSettings settings) {
    this.settings = settings;
  }

  /** The provider's registration; its description is read at first use. */
  ClientRegistration registration(SignInSettings.Provider provider) {
    return registrations.computeIfAbsent(provider.key(), key -> discovered(provider));
  }

  /** What exchanges a code for an identity token and checks it. */
  AuthenticationProvider exchange(SignInSettings.Provider provider) {
    var exchange =
        new OidcAuthorizationCodeAuthenticationProvider(
            tokenClient(),
            // Nothing but the checked token is believed or asked for.
            request ->
                new DefaultOidcUser(
                    Set.of(new OidcUserAuthority(request.getIdToken())), request.getIdToken()));
    OidcIdTokenDecoderFactory decoders = new OidcIdTokenDecoderFactory();
    decoders.setJwsAlgorithmResolver(registration -> algorithm(provider));
    exchange.setJwtDecoderFactory(decoders);
    return exchange;
  }

  private ClientRegistration discovered(SignInSettings.Provider provider) {
    try {
      return ClientRegistrations.fromOidcIssuerLocation(provider.issuer())
          .registrationId(provider.key())
          .clientId(provider.clientId())
          .clientSecret(secret(provider))
          .clientName(provider.name())
          .scope("openid")
          .clientSettings(ClientRegistration.ClientSettings.builder().requireProofKey(true).build())
          .redirectUri("{baseUrl}/sign-in/agency/{registrationId}/back")
          .build();
    } catch (IllegalArgumentException | IllegalStateException unreachable) {
      LOG.warn("identity provider {} does not answer as it should", provider.key(), unreachable);
      throw new RefusedException(
          "The sign-in of "
              + provider.name()
              + " does not answer. Sign in another way, or try again in a few minutes.");
    }
  }

  private static String secret(SignInSettings.Provider provider) {
    try {
      return Files.readString(Path.of(provider.secretFile())).strip();
    } catch (IOException unreadable) {
      LOG.error("the client secret of provider {} can not be read", provider.key());
      throw new RefusedException(
          "The sign-in of "
              + provider.name()
              + " is not set up completely: its secret file can not be read. Tell your"
              + " administrator.");
    }
  }

  private static SignatureAlgorithm algorithm(SignInSettings.Provider provider) {
    SignatureAlgorithm algorithm = SignatureAlgorithm.from(provider.algorithm());
    if (algorithm == null) {
      throw new IllegalStateException("no signature algorithm " + provider.algorithm());
    }
    return algorithm;
  }

  private static RestClientAuthorizationCodeTokenResponseClient tokenClient() {
    JdkClientHttpRequestFactory connections =
        new JdkClientHttpRequestFactory(
            HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT)
                .build());
    connections.setReadTimeout(READ);
    var client = new RestClientAuthorizationCodeTokenResponseClient();
    client.setRestClient(
        RestClient.builder()
            .requestFactory(connections)
            .configureMessageConverters(converters -> {
              converters.addCustomConverter(new FormHttpMessageConverter());
              converters.addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter());
            })
            .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
            .build());
    return client;
  }
}
