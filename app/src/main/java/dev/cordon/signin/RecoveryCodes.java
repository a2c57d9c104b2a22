package dev.cordon.signin;

import dev.cordon.access.CurrentMember;
import dev.cordon.access.StepUp;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Codes for the day the device is lost: ten of 80 bits, each used once, shown once, kept as
 * digests.
 */
@Service
public class RecoveryCodes {

  private static final int CODES = 10;
  private static final int SIZE_BYTES = 10;

  private final JdbcClient jdbc;
  private final CurrentMember currentMember;
  private final StepUp stepUp;
  private final Ledger ledger;

  RecoveryCodes(JdbcClient jdbc, CurrentMember currentMember, StepUp stepUp, Ledger ledger) {
    this.jdbc = jdbc;
    this.currentMember = currentMember;
    this.stepUp = stepUp;
    this.ledger = ledger;
  }

  /** New codes; those before count no more. */
  @Transactional
  public List<String> replace() {
    stepUp.require();
    return make();
  }

  /** The first codes of a member that has none; otherwise none. */
  @Transactional
  List<String> first() {
    return left() == 0 ? make() : List.of();
  }

  /** How many are left. */
  @Transactional(readOnly = true)
  public int left() {
    return jdbc.sql(SignInSql.RECOVERY_CODES_LEFT).query(Integer.class).single();
  }

  /** Whether this is one of the member's unused codes; it is used then. */
  @Transactional
  public boolean use(String code) {
    return code.length() <= 60
        && jdbc.sql(SignInSql.USE_RECOVERY_CODE).param("digest", digest(code)).update() == 1;
  }

  private List<String> make() {
    jdbc.sql(SignInSql.REPLACE_RECOVERY_CODES).update();
    List<String> codes =
        Stream.generate(() -> Totp.base32(Digests.random(SIZE_BYTES)))
            .limit(CODES)
            .map(code -> code.toLowerCase(Locale.ROOT).replaceAll("(.{4})(?!$)", "$1-"))
            .toList();
    codes.forEach(
        code -> jdbc.sql(SignInSql.ADD_RECOVERY_CODE).param("digest", digest(code)).update());
    ledger.append(
        Entry.ofInstallation(Act.ALTERATION, "recovery-codes", "made for the member")
            .touching(currentMember.member()));
    return codes;
  }

  private byte[] digest(String code) {
    String bare = code.toLowerCase(Locale.ROOT).replaceAll("[^a-z2-7]", "");
    return Digests.sha256(currentMember.member() + " " + bare);
  }
}
