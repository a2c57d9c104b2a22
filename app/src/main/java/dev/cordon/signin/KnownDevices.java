package dev.cordon.signin;

import dev.cordon.Columns;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.PasswordCheck;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Browsers members signed in with before. A random cookie names the browser; only its digest is
 * kept, once for each member that used it. It signs nobody in: it only lets a member's own browser
 * through while others try its name.
 */
@Service
public class KnownDevices {

  private static final String COOKIE = "cordon-device";
  private static final Duration LIFE = Duration.ofDays(180);

  private final JdbcClient jdbc;
  private final CurrentMember currentMember;
  private final Ledger ledger;

  KnownDevices(JdbcClient jdbc, CurrentMember currentMember, Ledger ledger) {
    this.jdbc = jdbc;
    this.currentMember = currentMember;
    this.ledger = ledger;
  }

  /** A browser as the account page shows it. */
  public record Device(
      UUID id, String label, Instant addedAt, Instant lastUsedAt, Instant endsAt) {}

  /** What the throttles count the request's browser by, if that member signed in with it before. */
  Optional<String> known(HttpServletRequest request, String name) {
    return cookie(request)
        .filter(token -> PasswordCheck.canBeName(name))
        .map(Digests::sha256)
        .filter(digest ->
            jdbc.sql(SignInSql.IS_KNOWN_DEVICE)
                .param("digest", digest)
                .param("name", name)
                .query(Boolean.class)
                .single())
        .map(digest -> Digests.hex(digest) + " " + name);
  }

  /** The member asking signed in with this browser. */
  @Transactional
  void remember(HttpServletRequest request, HttpServletResponse response) {
    String token = cookie(request).filter(this::counts).orElseGet(Digests::secret);
    jdbc.sql(SignInSql.REMEMBER_DEVICE)
        .param("digest", Digests.sha256(token))
        .param("label", Place.of(request).browser())
        .update();
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(COOKIE, token)
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Strict")
            .path("/sign-in")
            .maxAge(LIFE)
            .build()
            .toString());
  }

  /** The member's browsers. */
  @Transactional(readOnly = true)
  public List<Device> all() {
    return jdbc.sql(SignInSql.DEVICES)
        .query((row, number) ->
            new Device(
                Columns.uuid(row, "id"),
                row.getString("label"),
                Columns.instant(row, "added_at"),
                Columns.instant(row, "last_used_at"),
                Columns.instant(row, "ends_at")))
        .list();
  }

  /** Forgets one. */
  @Transactional
  public void forget(UUID device) {
    if (jdbc.sql(SignInSql.REMOVE_DEVICE).param("id", device).update() == 1) {
      ledger.append(
          Entry.ofInstallation(Act.ALTERATION, "known-device", "forgotten by the member")
              .touching(currentMember.member(), device));
    }
  }

  /** A browser that was forgotten gets a new name: somebody else may hold the old one. */
  private boolean counts(String token) {
    return !jdbc.sql(SignInSql.IS_FORGOTTEN)
        .param("digest", Digests.sha256(token))
        .query(Boolean.class)
        .single();
  }

  private static Optional<String> cookie(HttpServletRequest request) {
    return request.getCookies() == null
        ? Optional.empty()
        : only(
            Arrays.stream(request.getCookies())
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .filter(value -> value.matches("[A-Za-z0-9_-]{43}")));
  }

  private static Optional<String> only(Stream<String> values) {
    List<String> found = values.toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }
}
