package dev.cordon.edge.internal;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The names of parameters that may be given more than once: those some form or parameter of a
 * controller takes as a list. Every other name given twice is refused, for two readers of one
 * request could each believe another value.
 */
@Component
class RepeatableNames {

  private final ObjectProvider<RequestMappingHandlerMapping> routes;
  private volatile Set<String> names = Set.of();
  private volatile boolean known;

  RepeatableNames(ObjectProvider<RequestMappingHandlerMapping> routes) {
    this.routes = routes;
  }

  boolean contains(String name) {
    if (!known) {
      names = find();
      known = true;
    }
    return names.contains(name);
  }

  private Set<String> find() {
    Set<String> found = new HashSet<>();
    routes.stream()
        .flatMap(mapping -> mapping.getHandlerMethods().values().stream())
        .forEach(handler -> {
          for (MethodParameter parameter : handler.getMethodParameters()) {
            if (!parameter.hasParameterAnnotation(RequestBody.class)) {
              add(parameter, found);
            }
          }
        });
    return Set.copyOf(found);
  }

  private static void add(MethodParameter parameter, Set<String> found) {
    Class<?> type = parameter.getParameterType();
    String name = parameter.getParameter().getName();
    if (isList(type)) {
      found.add(name);
    } else if (type.isRecord()) {
      for (RecordComponent component : type.getRecordComponents()) {
        if (isList(component.getType())) {
          found.add(component.getName());
        }
      }
    }
  }

  private static boolean isList(Class<?> type) {
    return Collection.class.isAssignableFrom(type) || type.isArray();
  }
}
