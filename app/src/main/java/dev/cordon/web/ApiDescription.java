package dev.cordon.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the API's description says of the whole; it names no host. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

  private static final String HOW =
      """
      What the pages do, as JSON. Send an API token with each request (Bearer; made on your account page), or use the \
      session of the sign-in page and its CSRF token. Name and password with each request (Basic) are taken only where a \
      password alone is enough. Acts that need fresh proof answer 401 with the type urn:cordon:step-up-required. What is \
      absent and what is not permitted answer alike: 404.\
      """;

  @Bean
  OpenAPI description() {
    return new OpenAPI()
        .info(new Info().title("Cordon").version("1").description(HOW))
        .servers(List.of(new Server().url("/")))
        .components(
            new Components()
                .addSecuritySchemes(
                    "member", new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer")))
        .addSecurityItem(new SecurityRequirement().addList("member"));
  }
}
