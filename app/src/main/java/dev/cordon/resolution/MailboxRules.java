package dev.cordon.resolution;

import dev.cordon.intake.OperationFacts;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What investigators know about mail providers. What is absent is unknown: then every spelling is a
 * mailbox of its own. Letter case never matters.
 *
 * @param ignoreDots domains that ignore dots in front of the at sign
 * @param ignorePlus domains that ignore what follows a plus sign
 * @param disposable domains whose mailboxes anybody may read
 */
public record MailboxRules(Set<String> ignoreDots, Set<String> ignorePlus, Set<String> disposable) {

  /** Nothing known. */
  public static final MailboxRules NONE = new MailboxRules(Set.of(), Set.of(), Set.of());

  /** Copies the sets in lower case. */
  public MailboxRules {
    ignoreDots = lower(ignoreDots);
    ignorePlus = lower(ignorePlus);
    disposable = lower(disposable);
  }

  /** What the investigators told. */
  public static MailboxRules of(OperationFacts facts) {
    OperationFacts.Mailboxes known = facts.mailboxes();
    return known == null
        ? NONE
        : new MailboxRules(
            orEmpty(known.ignoreDots()), orEmpty(known.ignorePlus()), orEmpty(known.disposable()));
  }

  private static Set<String> orEmpty(@Nullable Set<String> domains) {
    return domains == null ? Set.of() : domains;
  }

  /** All domains named, sorted. */
  public Set<String> domains() {
    Set<String> all = new TreeSet<>(ignoreDots);
    all.addAll(ignorePlus);
    all.addAll(disposable);
    return all;
  }

  private static Set<String> lower(Set<String> domains) {
    return domains.stream()
        .map(domain -> domain.strip().toLowerCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet());
  }
}
