package dev.cordon.signin;

import dev.cordon.Columns;
import dev.cordon.Page;
import dev.cordon.access.Access;
import dev.cordon.access.MemberId;
import dev.cordon.ground.Ground;
import dev.cordon.ground.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sign-ins tried, the last 20,000: when, how, with which end, from which network. A name is kept
 * only as a keyed mark; the member only where the member was proved or named with its right
 * password.
 */
@Service
public class Attempts {

  private static final int MARK_SIZE_BYTES = 8;

  private final JdbcClient jdbc;
  private final Access access;
  private final SecretKeySpec key;

  Attempts(JdbcClient jdbc, Access access, Ground ground) {
    this.jdbc = jdbc;
    this.access = access;
    String secret = new Secrets(ground.directory().secrets()).text("sign-in-marks.key");
    this.key = new SecretKeySpec(Base64.getUrlDecoder().decode(secret), "HmacSHA256");
  }

  /** How a try ended. */
  enum Outcome {
    SIGNED_IN,
    SECOND_FACTOR_ASKED,
    REFUSED,
    MADE_TO_WAIT;

    String text() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** One try as a page shows it. */
  public record Attempt(
      Instant at,
      String way,
      String outcome,
      String network,
      Optional<String> mark,
      Optional<String> member) {}

  void record(
      String way,
      Outcome outcome,
      String address,
      @Nullable String name,
      @Nullable MemberId member) {
    jdbc.sql(SignInSql.RECORD_ATTEMPT)
        .param("way", way)
        .param("outcome", outcome.text())
        .param("prefix", Throttles.kept(address))
        .param("mark", name == null ? null : mark(name))
        .param("member", member == null ? null : member.value())
        .query((row, number) -> number)
        .list();
  }

  /** The tries at the member asking, the last one first. */
  @Transactional(readOnly = true)
  public Page<Attempt> own(int page) {
    return page(true, page);
  }

  /** All tries; for the administrator. */
  @Transactional(readOnly = true)
  public Page<Attempt> all(int page) {
    access.requireAdministrator();
    return page(false, page);
  }

  private Page<Attempt> page(boolean own, int page) {
    var rows =
        jdbc.sql(SignInSql.ATTEMPTS)
            .param("own", own)
            .param("limit", Page.SIZE)
            .param("offset", Page.offset(page))
            .query((row, number) ->
                new Attempt(
                    Columns.instant(row, "at"),
                    row.getString("way").replace('-', ' '),
                    row.getString("outcome").replace('-', ' '),
                    row.getString("address_prefix"),
                    Optional.ofNullable(row.getBytes("name_mark")).map(HexFormat.of()::formatHex),
                    Optional.ofNullable(row.getString("display_name"))))
            .list();
    long total = jdbc.sql(SignInSql.ATTEMPT_COUNT).param("own", own).query(Long.class).single();
    return new Page<>(rows, page, total);
  }

  private byte[] mark(String name) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return Arrays.copyOf(mac.doFinal(name.getBytes(StandardCharsets.UTF_8)), MARK_SIZE_BYTES);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has HmacSHA256", impossible);
    }
  }
}
