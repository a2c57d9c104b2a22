package dev.cordon.exchange;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one who checks a package expects of it beyond its signature; whatever is null is not
 * checked.
 *
 * @param recipients ids or names under which the one who checks is known
 * @param operation the operation's id
 * @param number the package's number
 * @param newerThan a version that is there already: only a later one is new
 */
public record PackageExpectation(
    @Nullable Set<String> recipients,
    @Nullable String operation,
    @Nullable String number,
    @Nullable Integer newerThan) {

  /** Nothing beyond the signature. */
  public static final PackageExpectation NONE = new PackageExpectation(null, null, null, null);

  /** Copies the set. */
  public PackageExpectation {
    recipients = recipients == null ? null : Set.copyOf(recipients);
  }

  /** That it is for one of these, by id or by name. */
  public static PackageExpectation forRecipients(Set<String> recipients) {
    return new PackageExpectation(recipients, null, null, null);
  }
}
