package dev.cordon.edge.internal;

import dev.cordon.edge.Doors;
import dev.cordon.edge.HostName;
import dev.cordon.edge.Limits;
import dev.cordon.edge.ServerIdentity;
import dev.cordon.edge.TrustPages;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.ssl.SslBundleRegistrar;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/** The wall's filters in their order, the container's limits, and the certificate. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Limits.class)
class EdgeConfiguration {

  // The character encoding is set before, sign-in comes after.
  private static final int FIRST = Ordered.HIGHEST_PRECEDENCE + 10;
  private static final int AFTER_SIGN_IN = -90;
  private static final long YEAR_SECONDS = 31_536_000;

  private final Doors doors;
  private final Limits limits;

  EdgeConfiguration(ObjectProvider<Doors> doors, Limits limits) {
    this.doors = doors.getIfAvailable(Doors::plain);
    this.limits = limits;
  }

  @Bean
  FilterRegistrationBean<Filter> health(DataSource database) {
    return registered(new Health(database), FIRST, Health.PATH);
  }

  @Bean
  FilterRegistrationBean<Filter> wall(RepeatableNames repeatable) {
    return registered(new Gate(doors, limits, repeatable), FIRST + 1, "/*");
  }

  @Bean
  TrustPages trustPages() {
    return new TrustPages(doors);
  }

  @Bean
  FilterRegistrationBean<Filter> trust(TrustPages pages) {
    return registered(new TrustDoor(pages), FIRST + 2, "/trust", "/trust/*");
  }

  @Bean
  FilterRegistrationBean<Filter> memberGate() {
    return registered(new MemberGate(limits), AFTER_SIGN_IN, "/*");
  }

  @Bean
  RequestRejectedHandler rejected() {
    return (request, response, rejection) -> Answers.refuse(request, response, Refusal.MALFORMED);
  }

  /** Browsers remember it for the whole host with all its ports: never for localhost. */
  @Bean
  Customizer<HeadersConfigurer<HttpSecurity>> onlyTlsFromNowOn() {
    return headers ->
        headers.httpStrictTransportSecurity(hsts ->
            hsts.maxAgeInSeconds(YEAR_SECONDS)
                .includeSubDomains(false)
                .requestMatcher(EdgeConfiguration::isSecureHost));
  }

  @Bean
  SslBundleRegistrar certificate() {
    return registry ->
        doors
            .identity()
            .ifPresent(
                identity -> registry.registerBundle(ServerIdentity.BUNDLE, identity.bundle()));
  }

  @Bean
  @Order(Ordered.LOWEST_PRECEDENCE)
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> container() {
    return factory -> {
      factory.setProtocol(PatientProtocol.class.getName());
      factory.addConnectorCustomizers(new ContainerLimits(limits));
      factory.addContextCustomizers(
          context -> context.getParent().getPipeline().addValve(new PlainErrors()));
    };
  }

  private static boolean isSecureHost(HttpServletRequest request) {
    String host = request.getServerName();
    return request.isSecure() && !HostName.isLoopback(host) && !HostName.isAddress(host);
  }

  private static FilterRegistrationBean<Filter> registered(
      Filter filter, int order, String... paths) {
    FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
    registration.setOrder(order);
    registration.addUrlPatterns(paths);
    registration.setAsyncSupported(true);
    return registration;
  }
}
