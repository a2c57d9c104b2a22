package dev.cordon.linkage;

import java.util.Locale;

/**
 * How a kind of selector is used: how many holders a value may have and still mean something, and
 * what sharing it then says. A value with more holders is named as too common, never dropped in
 * silence.
 *
 * @param kind the kind of selector, in capitals
 * @param maximumHolders most distinct holders of one value, at least 2
 * @param strength what sharing a rare value says about the pair
 */
public record SelectorRule(String kind, int maximumHolders, Strength strength) {

  /** Checks the limits once. */
  public SelectorRule {
    if (!kind.equals(kind.toUpperCase(Locale.ROOT)) || kind.isBlank()) {
      throw new LinkageException("a selector kind is written in capitals, not '" + kind + "'");
    }
    if (maximumHolders < 2) {
      throw new LinkageException(
          "rule " + kind + ": maximumHolders must be at least 2, not " + maximumHolders);
    }
  }
}
