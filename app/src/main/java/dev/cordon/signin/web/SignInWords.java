package dev.cordon.signin.web;

import dev.cordon.signin.SignInHost;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;

/** What the sign-in pages say. */
final class SignInWords {

  static final String REFUSED =
      "The name or the password is not right, or the code was used before. Try again; after that, ask"
          + " your administrator.";

  private SignInWords() {}

  static String passkeyRefused(SignInHost host) {
    return "The passkey could not be verified: it belongs to another server or was removed, or the"
        + " page was older than five minutes. Passkeys work at the host name "
        + host.name()
        + ". Try again, or sign in with your password.";
  }

  static String delay(Duration delay) {
    long seconds = Math.max(1, delay.toSeconds() + 1);
    String time = seconds < 90 ? seconds + " seconds" : Math.ceilDiv(seconds, 60) + " minutes";
    return "Too many tries from this place. Wait "
        + time
        + " and try again. A passkey works at once, and so does a browser you signed in with before.";
  }

  /** Why a session ended, as the address tells; other words are not shown. */
  static @Nullable String ended(@Nullable String why) {
    if (why == null) {
      return null;
    }
    return switch (why) {
      case "idle" -> "You were signed out because nothing happened for a while.";
      case "long" -> "You were signed out because the session reached its longest time.";
      case "place" ->
          "You were signed out because the session came from another browser or address.";
      case "ended" ->
          "This session was ended: by you, by your administrator, or by a changed factor.";
      case "stale" -> "The page was too old. Nothing was changed.";
      default -> null;
    };
  }

  /** Whether passkeys can work under the name the page was opened with, and under which they do. */
  static void host(SignInHost host, HttpServletRequest request, Model model) {
    boolean right = host.isRight(request.getServerName());
    model.addAttribute("rightHost", right);
    if (!right) {
      model.addAttribute("hostName", host.name());
      model.addAttribute("hostAddress", address(host, request));
    }
  }

  private static String address(SignInHost host, HttpServletRequest request) {
    int port = request.getServerPort();
    boolean usual = port == 80 || port == 443;
    return request.getScheme() + "://" + host.name() + (usual ? "" : ":" + port) + "/sign-in";
  }
}
