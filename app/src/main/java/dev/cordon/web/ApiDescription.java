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
      What the pages do, as JSON. Sign in with each request (Basic: the member's name and password), or with the session \
      of the sign-in page and its CSRF token. What is absent and what is not permitted answer alike: 404.\
      """;

  @Bean
  OpenAPI description() {
    return new OpenAPI()
        .info(new Info().title("Cordon").version("1").description(HOW))
        .servers(List.of(new Server().url("/")))
        .components(
            new Components()
                .addSecuritySchemes(
                    "member", new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic")))
        .addSecurityItem(new SecurityRequirement().addList("member"));
  }
}
