package dev.cordon.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a request comes from.
 *
 * @param address the address in full
 * @param browser the browser in a few words
 * @param browserDigest what tells this browser from another
 */
public record Place(String address, String browser, String browserDigest) {

  private static final Pattern NAME =
      Pattern.compile(
          "(Edg|OPR|Firefox|Chromium|Chrome|Version|curl|Java-http-client)/([0-9]{1,4})");
  private static final Pattern SYSTEM =
      Pattern.compile("Windows|Android|iPhone|iPad|Mac OS X|CrOS|Linux");

  /** Of a request. */
  public static Place of(HttpServletRequest request) {
    String agent = request.getHeader("User-Agent") == null ? "" : request.getHeader("User-Agent");
    return new Place(request.getRemoteAddr(), words(agent), Digests.hex(Digests.sha256(agent)));
  }

  boolean sameBrowser(Place other) {
    return MessageDigest.isEqual(
        browserDigest.getBytes(StandardCharsets.US_ASCII),
        other.browserDigest.getBytes(StandardCharsets.US_ASCII));
  }

  /** Only words of our own reach a page: a header can say anything. */
  private static String words(String agent) {
    Matcher name = NAME.matcher(agent);
    Matcher system = SYSTEM.matcher(agent);
    String program = name.find() ? spoken(name.group(1)) + " " + name.group(2) : "unknown program";
    return system.find() ? program + " on " + system.group() : program;
  }

  private static String spoken(String name) {
    return switch (name) {
      case "Edg" -> "Edge";
      case "OPR" -> "Opera";
      case "Version" -> "Safari";
      default -> name;
    };
  }
}
