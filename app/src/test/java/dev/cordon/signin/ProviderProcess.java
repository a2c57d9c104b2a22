package dev.cordon.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.Map;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/**
 * A real identity provider, Spring Authorization Server, as a process of its own. Arguments: its
 * port, the redirect address of its one client, the client's secret. One user: officer-7.
 *
 * <p>Not a component: the server under test must not find it.
 */
@ImportAutoConfiguration({
  TomcatServletWebServerAutoConfiguration.class,
  DispatcherServletAutoConfiguration.class,
  WebMvcAutoConfiguration.class,
  SecurityAutoConfiguration.class,
  ServletWebSecurityAutoConfiguration.class,
  SecurityFilterAutoConfiguration.class
})
class ProviderProcess {

  static final String CLIENT = "cordon";
  static final String USER = "officer-7";
  static final String PASSWORD = "the agency's own password";

  public static void main(String[] arguments) {
    new SpringApplicationBuilder(ProviderProcess.class)
        .properties(
            Map.of(
                "provider.redirect", arguments[1],
                "provider.secret", arguments[2]))
        .run(
            "--server.port=" + arguments[0],
            "--server.servlet.session.cookie.name=provider",
            "--server.servlet.session.cookie.same-site=lax");
    System.out.println("PROVIDER READY");
  }

  @Bean
  @Order(1)
  SecurityFilterChain protocol(HttpSecurity http) {
    var server = new OAuth2AuthorizationServerConfigurer();
    return http.securityMatcher(server.getEndpointsMatcher())
        .with(server, one -> one.oidc(Customizer.withDefaults()))
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .exceptionHandling(handling ->
            handling.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")))
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain pages(HttpSecurity http) {
    return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .formLogin(Customizer.withDefaults())
        .build();
  }

  @Bean
  RegisteredClientRepository clients(Environment environment) {
    return new InMemoryRegisteredClientRepository(
        RegisteredClient.withId("1")
            .clientId(CLIENT)
            .clientSecret("{noop}" + environment.getRequiredProperty("provider.secret"))
            .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            .redirectUri(environment.getRequiredProperty("provider.redirect"))
            .scope("openid")
            .clientSettings(
                ClientSettings.builder()
                    .requireProofKey(true)
                    .requireAuthorizationConsent(false)
                    .build())
            .build());
  }

  @Bean
  UserDetailsService users() {
    return new InMemoryUserDetailsManager(
        User.withUsername(USER).password("{noop}" + PASSWORD).roles("USER").build());
  }

  @Bean
  RSAKey key() throws JOSEException {
    return new RSAKeyGenerator(2048).keyID("1").generate();
  }

  @Bean
  JWKSource<SecurityContext> keys(RSAKey key) {
    return new ImmutableJWKSet<>(new JWKSet(key));
  }

  @Bean
  JwtDecoder decoder(RSAKey key) throws JOSEException {
    return NimbusJwtDecoder.withPublicKey(key.toRSAPublicKey()).build();
  }

  @Bean
  AuthorizationServerSettings addresses(Environment environment) {
    return AuthorizationServerSettings.builder()
        .issuer("http://127.0.0.1:" + environment.getRequiredProperty("server.port"))
        .build();
  }
}
