package dev.cordon.edge.internal;

import dev.cordon.edge.Limits;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A request whose body is counted and timed while it is read. For one thread, as a request is. */
final class Body extends HttpServletRequestWrapper {

  /** C2SP tlog-witness names no kind of content, and its callers send none or any. */
  private static final String WITNESS = "/witness/add-checkpoint";

  /** A sealed package or message of another agency. */
  private static final String SEALED = "application/vnd.cordon.sealed";

  /** Under which name whoever answers finds the status of a body that was not read to its end. */
  static final String REFUSED = "dev.cordon.body.refused";

  private static final String JSON_LINES = "application/x-ndjson";
  private static final int CSV_PATIENCE = 10;
  private static final int JSON_LINES_PATIENCE = 240;

  private final long most;
  private final long deadline;
  private @Nullable Refusal broken;
  private @Nullable Counted stream;

  private Body(HttpServletRequest request, long most, Duration patience) {
    super(request);
    this.most = most;
    this.deadline = System.nanoTime() + patience.toNanos();
  }

  /** Whether a request brings a body, by what its head says. */
  static boolean isBrought(HttpServletRequest request) {
    return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
  }

  /** How many bytes its kind may have; nothing for kinds that are not taken. */
  static OptionalLong most(HttpServletRequest request, Limits limits) {
    return switch (kind(request)) {
      case "application/json", "application/problem+json" ->
          OptionalLong.of(limits.json().toBytes());
      case "application/yaml", "application/x-yaml", "text/yaml", "text/plain" ->
          OptionalLong.of(limits.yaml().toBytes());
      case "text/csv", SEALED -> OptionalLong.of(limits.csv().toBytes());
      case JSON_LINES -> OptionalLong.of(limits.jsonLines().toBytes());
      case "application/x-www-form-urlencoded" -> OptionalLong.of(limits.form().toBytes());
      default -> OptionalLong.empty();
    };
  }

  static boolean isForm(HttpServletRequest request) {
    return kind(request).equals("application/x-www-form-urlencoded");
  }

  static Body of(HttpServletRequest request, Limits limits) {
    int times =
        switch (kind(request)) {
          case "text/csv", SEALED -> CSV_PATIENCE;
          case JSON_LINES -> JSON_LINES_PATIENCE;
          default -> 1;
        };
    return new Body(
        request, most(request, limits).orElse(0), limits.bodyPatience().multipliedBy(times));
  }

  /** Why the body was not read to its end, if so. */
  Optional<Refusal> broken() {
    return Optional.ofNullable(broken);
  }

  private static String kind(HttpServletRequest request) {
    if (request.getRequestURI().equals(WITNESS)) {
      return "text/plain";
    }
    String type = request.getContentType();
    return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    if (stream == null) {
      stream = new Counted(super.getInputStream());
    }
    return stream;
  }

  @Override
  public BufferedReader getReader() throws IOException {
    String encoding = getCharacterEncoding();
    return new BufferedReader(
        encoding == null
            ? new InputStreamReader(getInputStream(), StandardCharsets.UTF_8)
            : new InputStreamReader(getInputStream(), encoding));
  }

  private final class Counted extends ServletInputStream {

    private final ServletInputStream raw;
    private long read;

    Counted(ServletInputStream raw) {
      this.raw = raw;
    }

    private int count(int bytes) throws IOException {
      read += Math.max(0, bytes);
      if (read > most) {
        throw broken(Refusal.TOO_LARGE);
      }
      if (System.nanoTime() - deadline > 0) {
        throw broken(Refusal.SLOW);
      }
      return bytes;
    }

    private IOException broken(Refusal refusal) {
      broken = refusal;
      setAttribute(REFUSED, refusal.status());
      return new IOException("the body is refused: " + refusal.title());
    }

    @Override
    public int read() throws IOException {
      int one = raw.read();
      count(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      return count(raw.read(into, offset, length));
    }

    @Override
    public boolean isFinished() {
      return raw.isFinished();
    }

    @Override
    public boolean isReady() {
      return raw.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      raw.setReadListener(listener);
    }
  }
}
