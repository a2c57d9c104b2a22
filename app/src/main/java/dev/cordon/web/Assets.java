package dev.cordon.web;

import dev.cordon.CordonException;
import dev.cordon.kernel.digest.Sha256;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Styles and scripts, which tell nothing of a case: a browser may keep them for a minute and then
 * asks, by the digest of what it holds, whether they are others. Times of files would not do: those
 * of a built program are all the same.
 */
@Configuration(proxyBeanMethods = false)
class Assets implements WebMvcConfigurer {

  /** What a browser may do with them. */
  static final CacheControl KEPT = CacheControl.maxAge(Duration.ofMinutes(1)).mustRevalidate();

  private final Map<String, String> tags = new ConcurrentHashMap<>();

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    add(registry, "/assets/**", "classpath:/static/assets/");
    add(registry, "/webjars/**", "classpath:/META-INF/resources/webjars/");
  }

  private void add(ResourceHandlerRegistry registry, String paths, String place) {
    registry
        .addResourceHandler(paths)
        .addResourceLocations(place)
        .setCacheControl(KEPT)
        .setUseLastModified(false)
        .setEtagGenerator(this::tag)
        .resourceChain(true);
  }

  private String tag(Resource resource) {
    try {
      return tags.computeIfAbsent(resource.getURL().toString(), any -> digest(resource));
    } catch (IOException failure) {
      throw new CordonException(resource.getDescription() + " cannot be read", failure);
    }
  }

  private static String digest(Resource resource) {
    try {
      return quoted(Sha256.hex(resource.getContentAsByteArray()));
    } catch (IOException failure) {
      throw new CordonException(resource.getDescription() + " cannot be read", failure);
    }
  }

  /** A digest as an entity tag (RFC 9110, section 8.8.3). */
  static String quoted(String digest) {
    return '"' + digest.substring(0, 32) + '"';
  }
}
