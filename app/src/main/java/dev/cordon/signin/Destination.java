package dev.cordon.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;

/** Where to go on to: an address of this server and never another's. */
public final class Destination {

  private static final String HOME = "/";

  private Destination() {}

  /** The page that was asked for before signing in. */
  static String asked(HttpServletRequest request, HttpServletResponse response) {
    SavedRequest saved = new HttpSessionRequestCache().getRequest(request, response);
    if (saved == null || !"GET".equals(saved.getMethod())) {
      return HOME;
    }
    URI address = URI.create(saved.getRedirectUrl());
    String query = address.getRawQuery();
    String kept = query == null ? "" : query.replaceAll("(^|&)continue(=|&|$)", "");
    return own(address.getRawPath() + (kept.isEmpty() ? "" : "?" + kept));
  }

  /** The address if it is one of this server, otherwise its first page. */
  public static String own(@Nullable String address) {
    if (address == null || address.length() > 2000) {
      return HOME;
    }
    boolean own =
        address.startsWith("/")
            && !address.startsWith("//")
            && address.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '\\');
    return own ? address : HOME;
  }
}
