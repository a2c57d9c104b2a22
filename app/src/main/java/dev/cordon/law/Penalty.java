package dev.cordon.law;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The frame of the penalty for one conduct.
 *
 * @param minimum as {@code 6 months}, {@code none} or {@code unknown}
 * @param maximum as {@code 10 years}, {@code life}, {@code fine} or {@code unknown}
 * @param words what the figures leave out, in the words of the source; null when nothing
 */
public record Penalty(
    @JsonProperty(required = true) String minimum,
    @JsonProperty(required = true) String maximum,
    @Nullable String words) {

  private static final Pattern TERM = Pattern.compile("[1-9][0-9]? (days?|months?|years?)");

  /** Refuses what is neither a term nor one of the words. */
  public Penalty {
    if (!minimum.equals("none") && !minimum.equals("unknown") && !isTerm(minimum)) {
      throw new IllegalArgumentException(
          "minimum '" + minimum + "' is not a term as '6 months', nor none, nor unknown");
    }
    if (!maximum.equals("life")
        && !maximum.equals("fine")
        && !maximum.equals("unknown")
        && !isTerm(maximum)) {
      throw new IllegalArgumentException(
          "maximum '" + maximum + "' is not a term as '10 years', nor life, fine or unknown");
    }
  }

  private static boolean isTerm(String value) {
    return TERM.matcher(value).matches();
  }

  /** As pages write it: at most, at least, and what else. */
  public String line() {
    StringBuilder line = new StringBuilder(maximum.equals("unknown") ? "maximum unknown" : maximum);
    if (!minimum.equals("unknown") && !minimum.equals("none")) {
      line.append(", at least ").append(minimum);
    }
    if (words != null) {
      line.append("; ").append(words);
    }
    return line.toString();
  }
}
