package dev.cordon.edge.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * What the wall answers by itself: as little as will do, the same for what is there and what is
 * not, and nothing of the request in it.
 */
final class Answers {

  static final String CONTENT_POLICY =
      "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head><meta charset="utf-8"><title>%1$s · Cordon</title>
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <link rel="stylesheet" href="/assets/css/base.css"><link rel="stylesheet" href="/assets/css/layout.css">
      <link rel="stylesheet" href="/assets/css/parts.css"></head>
      <body><main class="page"><div class="alone"><h1>%1$s</h1><p>%2$s</p><p><a class="button" href="/">To the start</a></p></div></main></body>
      </html>
      """;

  private Answers() {}

  static void refuse(HttpServletRequest request, HttpServletResponse response, Refusal refusal)
      throws IOException {
    response.resetBuffer();
    response.setStatus(refusal.status());
    headers(response);
    boolean program = request.getRequestURI().startsWith("/api/");
    String body =
        program
            ? "{\"title\":\"%s\",\"status\":%d}".formatted(refusal.title(), refusal.status())
            : PAGE.formatted(refusal.title(), refusal.words());
    write(response, program ? "application/problem+json" : "text/html;charset=UTF-8", body);
  }

  /** The headers every answer of the wall carries; the security chain writes the others' own. */
  static void headers(HttpServletResponse response) {
    response.setHeader("Content-Security-Policy", CONTENT_POLICY);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader(
        "Permissions-Policy",
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), display-capture=()");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
  }

  private static void write(HttpServletResponse response, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    response.setContentType(type);
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
