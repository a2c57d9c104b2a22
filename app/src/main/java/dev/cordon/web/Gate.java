package dev.cordon.web;

import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.EmergencyOpenings;
import dev.cordon.access.ForAdministrator;
import dev.cordon.access.ForEveryMember;
import dev.cordon.access.ForEveryone;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.OperationId;
import dev.cordon.access.Operations;
import dev.cordon.access.ReadingReasons;
import dev.cordon.access.Right;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Asks the rule of a route before anything of the request is read, so that who may not know a thing
 * gets the answer of its absence whatever else the request holds. A route without a rule answers
 * nobody. The database asks again for every row.
 */
@Configuration(proxyBeanMethods = false)
class Gate implements WebMvcConfigurer, HandlerInterceptor {

  /** Where other people's controllers may come from: the API's description and the error page. */
  private static final List<String> LIBRARIES =
      List.of("org.springdoc.", "org.springframework.boot.webmvc.autoconfigure.error.");

  private static final Set<String> READING = Set.of("GET", "HEAD");

  private final Access access;
  private final Operations operations;
  private final EmergencyOpenings openings;
  private final ReadingReasons reasons;
  private final TransactionTemplate asking;

  Gate(
      Access access,
      Operations operations,
      EmergencyOpenings openings,
      ReadingReasons reasons,
      PlatformTransactionManager transactions) {
    this.reasons = reasons;
    this.asking = new TransactionTemplate(transactions);
    this.access = access;
    this.operations = operations;
    this.openings = openings;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).order(Integer.MIN_VALUE);
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method
        && request.getDispatcherType() == DispatcherType.REQUEST) {
      asking.executeWithoutResult(status -> pass(request, method));
    }
    return true;
  }

  private void pass(HttpServletRequest request, HandlerMethod method) {
    String type = method.getBeanType().getName();
    if (LIBRARIES.stream().anyMatch(type::startsWith) || rule(method, ForEveryone.class) != null) {
      return;
    }
    NeedToKnow area = method.getMethodAnnotation(NeedToKnow.class);
    if (area == null && method.hasMethodAnnotation(ForEveryMember.class)) {
      member(request);
      return;
    }
    if (area == null && method.hasMethodAnnotation(ForAdministrator.class)) {
      access.requireAdministrator();
      return;
    }
    NeedToKnow asked = area == null ? rule(method, NeedToKnow.class) : area;
    if (asked != null) {
      reach(request, asked);
      return;
    }
    if (rule(method, ForEveryMember.class) != null) {
      member(request);
      return;
    }
    if (rule(method, ForAdministrator.class) == null) {
      throw new NotPermittedException();
    }
    access.requireAdministrator();
  }

  private void member(HttpServletRequest request) {
    if (CurrentMember.signedIn().isEmpty()) {
      throw new NotPermittedException();
    }
    if (variables(request).containsKey("operation")) {
      operations.get(operation(request).orElseThrow(NotPermittedException::new));
    }
  }

  private void reach(HttpServletRequest request, NeedToKnow asked) {
    if (asked.administratorToo()
        && CurrentMember.signedIn().filter(member -> member.administrator()).isPresent()) {
      return;
    }
    OperationId operation = operation(request).orElseThrow(NotPermittedException::new);
    Right[] rights = asked.right();
    boolean reads = READING.contains(request.getMethod());
    if (rights.length == 0) {
      rights = new Right[] {reads ? Right.READ : Right.WRITE};
    }
    for (Right right : rights) {
      if (access.holds(operation, asked.value(), right)) {
        if (asked.consults()) {
          reasons.require(operation);
        }
        noteEmergency(request, operation, asked.value(), reads);
        return;
      }
    }
    throw new NotPermittedException();
  }

  private void noteEmergency(
      HttpServletRequest request, OperationId operation, Area area, boolean reads) {
    if (reads && openings.standing(operation, area).isPresent()) {
      openings.used(
          operation,
          area,
          variables(request).entrySet().stream()
              .filter(variable -> !variable.getKey().equals("operation"))
              .map(variable -> String.valueOf(variable.getValue()))
              .toList());
    }
  }

  private static Optional<OperationId> operation(HttpServletRequest request) {
    if (variables(request).get("operation") instanceof String text) {
      try {
        return Optional.of(new OperationId(UUID.fromString(text)));
      } catch (IllegalArgumentException malformed) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static Map<?, ?> variables(HttpServletRequest request) {
    return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
            instanceof Map<?, ?> variables
        ? variables
        : Map.of();
  }

  private static <A extends Annotation> @Nullable A rule(HandlerMethod method, Class<A> type) {
    A own = method.getMethodAnnotation(type);
    return own == null
        ? AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), type)
        : own;
  }
}
