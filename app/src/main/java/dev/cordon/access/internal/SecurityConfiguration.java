package dev.cordon.access.internal;

import dev.cordon.access.CurrentMember;
import dev.cordon.access.RequestGuard;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.filter.OncePerRequestFilter;

/*
 * Everything is closed but the sign-in page and the files its look needs.
 *
 * Under /api a request carries either a session (then it needs the CSRF token, as a page does) or its own credentials, a
 * token or, where that is allowed, a password (then no browser can have been tricked into sending it: it never gets a
 * Basic challenge to remember them by, and another site can not set the header; a session is not looked at then). Nothing outside of this host is ever loaded by a page.
 */
/** Who gets through to which path, and what every response says about itself. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

  private static final String CONTENT_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
          + " connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";
  private static final String NO_DEVICES =
      "camera=(), microphone=(), geolocation=(), payment=(), usb=(), display-capture=()";
  private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  /**
   * A witness, and the door for other agencies' servers, are asked without a session: what counts
   * is the signature inside.
   */
  @Bean
  @Order(0)
  SecurityFilterChain witnessCalls(HttpSecurity http) {
    return http.securityMatcher("/witness/add-checkpoint", "/correspondence/push")
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(cache -> cache.disable())
        .csrf(csrf -> csrf.disable())
        .headers(SecurityConfiguration::headers)
        .build();
  }

  @Bean
  @Order(1)
  SecurityFilterChain api(HttpSecurity http, RequestGuard guard) {
    return http.securityMatcher("/api/**")
        .authorizeHttpRequests(requests ->
            requests
                .dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                .permitAll()
                .requestMatchers("/api/join")
                .permitAll()
                .anyRequest()
                .hasAuthority("MEMBER"))
        .addFilterAfter(filter(guard), CsrfFilter.class)
        .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
        .requestCache(cache -> cache.disable())
        .csrf(csrf -> csrf.requireCsrfProtectionMatcher(SecurityConfiguration::needsToken))
        .exceptionHandling(handling ->
            handling
                .authenticationEntryPoint((q, r, refused) -> unauthorized(r))
                .accessDeniedHandler((q, r, refused) -> problem(r, HttpStatus.NOT_FOUND)))
        .headers(SecurityConfiguration::headers)
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain pages(HttpSecurity http, RequestGuard guard) {
    return http.authorizeHttpRequests(requests ->
            requests
                .dispatcherTypeMatchers(
                    DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
                .permitAll()
                .requestMatchers(
                    "/sign-in",
                    "/sign-in/**",
                    "/join/*",
                    "/assets/**",
                    "/webjars/**",
                    "/favicon.ico")
                .permitAll()
                .anyRequest()
                .hasAuthority("MEMBER"))
        .addFilterAfter(filter(guard), CsrfFilter.class)
        .logout(logout ->
            logout
                .logoutUrl("/sign-out")
                .logoutSuccessUrl("/sign-in?signed-out")
                .addLogoutHandler((request, response, who) -> guard.signedOut(who)))
        .exceptionHandling(handling ->
            handling
                .authenticationEntryPoint((request, response, refused) ->
                    response.sendRedirect(request.getContextPath() + signInPage(request)))
                .accessDeniedHandler(SecurityConfiguration::refuse))
        .headers(SecurityConfiguration::headers)
        .build();
  }

  /**
   * Nobody signs in but through the pages and the guard; without this bean there would be a user.
   */
  @Bean
  AuthenticationManager authenticationManager() {
    return authentication -> {
      throw new ProviderNotFoundException("sign in by the pages or with an API token");
    };
  }

  private static OncePerRequestFilter filter(RequestGuard guard) {
    return new OncePerRequestFilter() {
      @Override
      protected void doFilterInternal(
          HttpServletRequest request, HttpServletResponse response, FilterChain chain)
          throws ServletException, IOException {
        if (guard.admit(request, response)) {
          chain.doFilter(request, response);
          guard.after(request);
        }
      }
    };
  }

  /** A form sent after its session ended leads to signing in; everything else is not there. */
  private static void refuse(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
      throws IOException {
    if (refused instanceof CsrfException && CurrentMember.signedIn().isEmpty()) {
      response.sendRedirect(request.getContextPath() + "/sign-in?ended=stale");
      return;
    }
    response.sendError(HttpServletResponse.SC_NOT_FOUND);
  }

  private static String signInPage(HttpServletRequest request) {
    Object ended = request.getAttribute(RequestGuard.ENDED);
    return ended == null ? "/sign-in" : "/sign-in?ended=" + ended;
  }

  /**
   * A request that changes something needs the token, unless it brings its own credentials: a
   * password, an API token, or the token of an invitation.
   */
  private static boolean needsToken(HttpServletRequest request) {
    String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
    boolean ownCredentials =
        request.getRequestURI().equals("/api/join")
            || authorization != null
                && (authorization.regionMatches(true, 0, "Basic ", 0, 6)
                    || authorization.regionMatches(true, 0, "Bearer ", 0, 7));
    return !SAFE_METHODS.contains(request.getMethod()) && !ownCredentials;
  }

  private static void headers(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
        .frameOptions(frame -> frame.deny())
        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
        .permissionsPolicyHeader(policy -> policy.policy(NO_DEVICES))
        .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
        .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
  }

  private static void unauthorized(HttpServletResponse response) throws IOException {
    problem(response, HttpStatus.UNAUTHORIZED);
  }

  private static void problem(HttpServletResponse response, HttpStatus status) throws IOException {
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response
        .getWriter()
        .write(
            """
            {"title":"%s","status":%d}\
            """
                .formatted(status.getReasonPhrase(), status.value()));
  }
}
