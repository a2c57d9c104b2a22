package dev.cordon.dispatch;

import dev.cordon.law.Conduct;
import dev.cordon.law.Coverage;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records of a subject that show one conduct and to whose time the same law applies. A pointer for
 * a prosecutor: that records show a conduct does not say that it was an offence, nor whose.
 *
 * @param conduct what they show
 * @param records how many
 * @param firstAt the first; null when none of them has a time
 * @param lastAt the last
 * @param law what the catalogue says of the conduct at that time; null without a time
 */
public record ShownConduct(
    Conduct conduct,
    long records,
    @Nullable Instant firstAt,
    @Nullable Instant lastAt,
    @Nullable Coverage law) {

  /** What records of a kind show, and what they do not. */
  public enum Showing {
    /** A payment that went through. */
    PAYMENT(
        Conduct.PAY_FOR_ACCESS,
        "A payment that was made or refunded. It does not show what was had for it."),
    /** An access of an account from an address. */
    ADDRESS_IP(
        Conduct.ACCESS,
        "An access of the account from an address. It does not show which file was looked at, nor by"
            + " whom.");

    private final Conduct conduct;
    private final String words;

    Showing(Conduct conduct, String words) {
      this.conduct = conduct;
      this.words = words;
    }

    /** The conduct such records show. */
    public Conduct conduct() {
      return conduct;
    }

    /** What they show and do not show. */
    public String words() {
      return words;
    }

    static List<String> kinds() {
      return Arrays.stream(values()).map(Enum::name).toList();
    }
  }
}
