package dev.cordon.action.web;

import dev.cordon.access.NotPermittedException;
import dev.cordon.access.OperationId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Reads {@link DayPath} and {@link SitePath} from the address alone, never from a form's field. */
@Configuration(proxyBeanMethods = false)
class ActionPaths implements WebMvcConfigurer, HandlerMethodArgumentResolver {

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(this);
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == DayPath.class
        || parameter.getParameterType() == SitePath.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory factory) {
    OperationId operation = new OperationId(named(request, "operation"));
    return parameter.getParameterType() == DayPath.class
        ? new DayPath(operation, named(request, "day"))
        : new SitePath(operation, named(request, "site"));
  }

  private static UUID named(NativeWebRequest request, String name) {
    Object variables =
        request.getAttribute(
            HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
    Object value = variables instanceof Map<?, ?> map ? map.get(name) : null;
    try {
      return UUID.fromString(String.valueOf(value));
    } catch (IllegalArgumentException malformed) {
      // An address that names nothing is answered like one that names what the reader may not see.
      throw new NotPermittedException();
    }
  }
}
