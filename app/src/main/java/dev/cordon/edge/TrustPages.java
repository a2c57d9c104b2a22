package dev.cordon.edge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * What a person needs before the first sign-in: how to make the browser trust this server. The same
 * few files over TLS and over plain HTTP; they hold nothing that is secret and set no cookie. Safe
 * for use by several threads.
 */
public final class TrustPages {

  private static final List<String> STYLES = List.of("base", "layout", "parts");

  private final Doors doors;
  private final TemplateEngine templates = new SpringTemplateEngine();
  private final byte[] style;

  /** The pages for these doors. */
  public TrustPages(Doors doors) {
    this.doors = doors;
    this.style = style().getBytes(StandardCharsets.UTF_8);
    ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
    resolver.setPrefix("templates/edge/");
    resolver.setSuffix(".html");
    resolver.setCharacterEncoding("UTF-8");
    resolver.setTemplateMode(TemplateMode.HTML);
    templates.setTemplateResolver(resolver);
  }

  /** A file to send. */
  public record Sent(String type, byte[] bytes) {}

  /** The file at a path, if it is one of these. */
  public Optional<Sent> find(String path) {
    return switch (path) {
      case "/trust" -> Optional.of(new Sent("text/html;charset=UTF-8", page()));
      case "/trust/trust.css" -> Optional.of(new Sent("text/css;charset=UTF-8", style));
      case "/trust/ca.crt" ->
          doors.authority().map(own -> new Sent("application/x-x509-ca-cert", encoded(own)));
      default -> Optional.empty();
    };
  }

  /** Whether the server answers over TLS, so that there is something to trust. */
  public boolean isOverTls() {
    return doors.identity().isPresent();
  }

  /** The doors the pages are about. */
  public Doors doors() {
    return doors;
  }

  private byte[] page() {
    Context values = new Context(Locale.ENGLISH);
    Optional<X509Certificate> authority = doors.authority();
    values.setVariable("own", authority.isPresent());
    values.setVariable("tls", doors.identity().isPresent());
    authority.ifPresent(certificate -> {
      values.setVariable("fingerprint", lines(LocalAuthority.fingerprint(certificate)));
      values.setVariable(
          "name", Certificates.holder(certificate).getSubject().toString().replace("CN=", ""));
      values.setVariable("hosts", String.join(", ", Issuer.constrainedTo(certificate)));
      values.setVariable(
          "until",
          DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH)
              .format(Certificates.ends(certificate).atOffset(ZoneOffset.UTC)));
    });
    return templates.process("trust", values).getBytes(StandardCharsets.UTF_8);
  }

  /** Two lines of sixteen pairs: as browsers show them, and easy to compare aloud. */
  private static List<String> lines(String fingerprint) {
    int half = (fingerprint.length() + 1) / 2;
    return List.of(fingerprint.substring(0, half - 1), fingerprint.substring(half));
  }

  private static byte[] encoded(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (CertificateEncodingException impossible) {
      throw new IllegalStateException("a certificate of ours has no encoding", impossible);
    }
  }

  /** The house's look without its typeface, which is not sent here. */
  private static String style() {
    return STYLES.stream()
            .map(name -> text("/static/assets/css/" + name + ".css"))
            .collect(Collectors.joining("\n"))
            .replaceAll("(?s)@font-face\\s*\\{[^}]*}", "")
        + text("/templates/edge/trust.css");
  }

  private static String text(String resource) {
    try (@Nullable InputStream in = TrustPages.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
