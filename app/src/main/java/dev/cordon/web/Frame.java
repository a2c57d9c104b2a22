package dev.cordon.web;

import dev.cordon.access.Access;
import dev.cordon.access.Agencies;
import dev.cordon.access.Agency;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.Operation;
import dev.cordon.access.OperationId;
import dev.cordon.access.Operations;
import dev.cordon.access.Role;
import dev.cordon.access.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What the frame around every page shows: which operation, and who is signed in. */
@Configuration(proxyBeanMethods = false)
class Frame implements WebMvcConfigurer, HandlerInterceptor {

  private final Operations operations;
  private final Agencies agencies;
  private final Access access;
  private final ObjectProvider<Waiting> waiting;

  Frame(Operations operations, Agencies agencies, Access access, ObjectProvider<Waiting> waiting) {
    this.operations = operations;
    this.agencies = agencies;
    this.access = access;
    this.waiting = waiting;
  }

  /**
   * The operation a page is about.
   *
   * @param lead whether the reader is one of those who run it
   * @param protectsData whether the reader is its data-protection officer
   * @param waiting how much waits for the reader, by stage
   */
  record Here(
      UUID id,
      String name,
      String handlingCode,
      boolean lead,
      boolean protectsData,
      Map<String, Long> waiting) {}

  /** Who reads the page. */
  record Reader(String displayName, String agency, boolean administrator) {}

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).excludePathPatterns("/api/**", "/assets/**", "/webjars/**");
  }

  @Override
  public void postHandle(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable ModelAndView page) {
    if (page == null || page.getViewName() == null || page.getViewName().startsWith("redirect:")) {
      return;
    }
    CurrentMember.signedIn()
        .ifPresent(member -> {
          page.addObject("signedIn", reader(member));
          operation(request).ifPresent(operation -> page.addObject("here", operation));
        });
  }

  private Reader reader(SignedIn member) {
    String agency =
        member.agency().stream()
            .flatMap(own -> agencies.all().stream().filter(one -> one.id().equals(own)))
            .map(Agency::name)
            .findFirst()
            .orElse(member.administrator() ? "Installation" : "");
    return new Reader(member.displayName(), agency, member.administrator());
  }

  private Optional<Here> operation(HttpServletRequest request) {
    if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
            instanceof Map<?, ?> variables
        && variables.get("operation") instanceof String id) {
      return operations.find(new OperationId(UUID.fromString(id))).map(this::here);
    }
    return Optional.empty();
  }

  private Here here(Operation operation) {
    return new Here(
        operation.id().value(),
        operation.name(),
        operation.handlingCode().name(),
        access.holds(operation.id(), Role.ANALYST, Role.COORDINATOR),
        access.holds(operation.id(), Role.DATA_PROTECTION_OFFICER),
        waiting(operation.id()));
  }

  private Map<String, Long> waiting(OperationId operation) {
    return waiting.stream()
        .collect(Collectors.toMap(Waiting::path, stage -> stage.count(operation)));
  }
}
