package dev.cordon.edge;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import dev.cordon.access.SignedIn;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Follows the links of this server from page to page, two pages of each shape. */
public final class Walk {

  private static final int MOST = 120;
  private static final Pattern LINK = Pattern.compile("(?:href|src)=\"(/[^\"#]*)");

  private final MockMvc http;
  private final RequestPostProcessor reader;

  /** A walk of that reader. */
  public Walk(MockMvc http, SignedIn reader) {
    this.http = http;
    this.reader = as(reader);
  }

  /** Whoever asks is that member. */
  public static RequestPostProcessor as(SignedIn member) {
    return authentication(
        UsernamePasswordAuthenticationToken.authenticated(
            member, null, AuthorityUtils.createAuthorityList("MEMBER")));
  }

  /** Visits everything that can be reached; gives what was seen. */
  public Set<String> from(BiConsumer<String, MockHttpServletResponse> visitor, String... starts)
      throws Exception {
    Set<String> open = new LinkedHashSet<>(Set.of(starts));
    Set<String> seen = new LinkedHashSet<>();
    Map<String, Integer> shapes = new HashMap<>();
    while (seen.size() < MOST && !open.isEmpty()) {
      String path = open.iterator().next();
      open.remove(path);
      if (!seen.add(path)) {
        continue;
      }
      MockHttpServletResponse answer =
          http.perform(get(URI.create(path)).with(reader)).andReturn().getResponse();
      visitor.accept(path, answer);
      Matcher links = LINK.matcher(answer.getContentAsString());
      while (links.find()) {
        String link = links.group(1).replace("&amp;", "&");
        if (shapes.merge(shape(link), 1, Integer::sum) <= 2) {
          open.add(link);
        }
      }
    }
    return seen;
  }

  private static String shape(String link) {
    return link.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "id")
        .replaceAll("=[^&]*", "=")
        .replaceAll("/figures/[a-z_]+", "/figures/name");
  }
}
