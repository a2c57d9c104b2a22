package dev.cordon.signin;

import dev.cordon.RefusedException;
import dev.cordon.access.MemberId;
import dev.cordon.signin.PendingAgencySignIns.Pending;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Service;

/**
 * Signing in at an agency's own identity provider: OpenID Connect's authorization code with PKCE,
 * state and nonce. A member is who it was bound to by issuer and subject, never by an e-mail
 * address.
 */
@Service
public class AgencySignIn {

  private static final Logger LOG = LoggerFactory.getLogger(AgencySignIn.class);
  private static final Duration SKEW = Duration.ofMinutes(1);

  private final SignInSettings settings;
  private final AgencyProviders providers;
  private final PendingAgencySignIns pending;
  private final AgencyIdentities identities;
  private final SignInDesk desk;
  private final InstantSource clock;

  AgencySignIn(
      SignInSettings settings,
      AgencyProviders providers,
      PendingAgencySignIns pending,
      AgencyIdentities identities,
      SignInDesk desk,
      InstantSource clock) {
    this.settings = settings;
    this.providers = providers;
    this.pending = pending;
    this.identities = identities;
    this.desk = desk;
    this.clock = clock;
  }

  /** A button of the sign-in page. */
  public record Button(String key, String name) {}

  /** The agencies one can sign in at. */
  public List<Button> buttons() {
    return settings.agencies().stream()
        .map(provider -> new Button(provider.key(), provider.name()))
        .toList();
  }

  /** Where the browser goes to sign in; none when there is no such provider. */
  public Optional<String> begin(
      HttpServletRequest request, HttpServletResponse response, String key) {
    return settings
        .provider(key)
        .map(provider ->
            begin(request, response, provider, Destination.asked(request, response), null));
  }

  /** Where the browser goes so that the signed-in member is bound to who it is there. */
  public Optional<String> beginBinding(
      HttpServletRequest request, HttpServletResponse response, String key) {
    OpenSession session = FreshProofs.session();
    return settings
        .provider(key)
        .filter(provider -> identities.isOf(session.member(), provider))
        .map(provider -> begin(request, response, provider, "/account", session));
  }

  /**
   * The browser came back.
   *
   * @return how it ended and where to go on
   * @throws RefusedException when the provider's answer is not right, or means nobody here
   */
  public SignInDesk.Step finish(
      HttpServletRequest request, HttpServletResponse response, String key) {
    Pending begun =
        pending
            .take(request, response)
            .filter(one -> one.provider().equals(key))
            .orElseThrow(() ->
                new RefusedException(
                    "This sign-in took longer than ten minutes, or was answered before. Begin"
                        + " again."));
    SignInSettings.Provider provider = settings.provider(key).orElseThrow();
    OidcUser user = exchange(request, provider, begun.asked());
    requireContext(provider, user);
    String issuer = provider.issuer();
    String subject = Objects.requireNonNull(user.getSubject());
    if (begun.binding() != null) {
      return bind(begun.binding(), provider, subject);
    }
    MemberId member =
        identities
            .member(issuer, subject)
            .orElseThrow(() ->
                new RefusedException(
                    provider.name()
                        + " knows you, but nobody here is bound to that identity. Sign in another"
                        + " way and bind it on your account page."));
    return desk.agency(request, response, member, provedAt(user), begun.destination());
  }

  private SignInDesk.Step bind(
      OpenSession session, SignInSettings.Provider provider, String subject) {
    if (session.isEnded()) {
      throw new RefusedException("Your session ended meanwhile. Sign in and bind again.");
    }
    identities.bindSelf(session.member(), provider, subject);
    return SignInDesk.Step.of(SignInDesk.Result.MORE_NEEDED, "/account");
  }

  private String begin(
      HttpServletRequest request,
      HttpServletResponse response,
      SignInSettings.Provider provider,
      String destination,
      @Nullable OpenSession binding) {
    ClientRegistration registration = providers.registration(provider);
    var resolver = new DefaultOAuth2AuthorizationRequestResolver(key -> registration);
    OAuth2AuthorizationRequest asked =
        Objects.requireNonNull(resolver.resolve(request, provider.key()));
    pending.keep(request, response, provider.key(), asked, destination, binding);
    return asked.getAuthorizationRequestUri();
  }

  private OidcUser exchange(
      HttpServletRequest request,
      SignInSettings.Provider provider,
      OAuth2AuthorizationRequest asked) {
    String code = only(request, "code");
    String state = only(request, "state");
    if (code == null || state == null || !isOfIssuer(request, provider)) {
      throw refusal(provider, "no code");
    }
    OAuth2AuthorizationResponse answered =
        OAuth2AuthorizationResponse.success(code)
            .redirectUri(Objects.requireNonNull(asked.getRedirectUri()))
            .state(state)
            .build();
    try {
      Authentication proved =
          providers
              .exchange(provider)
              .authenticate(
                  new OAuth2LoginAuthenticationToken(
                      providers.registration(provider),
                      new OAuth2AuthorizationExchange(asked, answered)));
      return (OidcUser) Objects.requireNonNull(Objects.requireNonNull(proved).getPrincipal());
    } catch (OAuth2AuthenticationException notRight) {
      throw refusal(provider, notRight.getError().getErrorCode());
    } catch (RuntimeException unreachable) {
      throw refusal(provider, unreachable.getClass().getSimpleName());
    }
  }

  private void requireContext(SignInSettings.Provider provider, OidcUser user) {
    boolean acr =
        provider.requiredAcr().isEmpty()
            || provider
                .requiredAcr()
                .contains(Objects.requireNonNullElse(user.getAuthenticationContextClass(), ""));
    List<String> methods = Objects.requireNonNullElse(user.getAuthenticationMethods(), List.of());
    if (!acr || !methods.containsAll(provider.requiredAmr())) {
      throw new RefusedException(
          provider.name()
              + " signed you in with less than this server asks for. Sign in there with your second"
              + " factor.");
    }
  }

  /** When the provider last saw proof; without its word the sign-in is no fresh proof. */
  private Instant provedAt(OidcUser user) {
    Instant said = user.getAuthenticatedAt();
    return said == null || said.isAfter(clock.instant().plus(SKEW)) ? Instant.EPOCH : said;
  }

  private static boolean isOfIssuer(HttpServletRequest request, SignInSettings.Provider provider) {
    String issuer = request.getParameter("iss");
    return issuer == null || issuer.equals(provider.issuer());
  }

  private static @Nullable String only(HttpServletRequest request, String name) {
    String[] values = request.getParameterValues(name);
    return values != null && values.length == 1 && !values[0].isBlank() ? values[0] : null;
  }

  private static RefusedException refusal(SignInSettings.Provider provider, String why) {
    LOG.warn("sign-in at provider {} refused: {}", provider.key(), why);
    return new RefusedException(
        "The answer of "
            + provider.name()
            + " could not be verified. Begin again; if it happens twice, tell your administrator.");
  }
}
