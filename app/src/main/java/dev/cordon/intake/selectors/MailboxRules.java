package dev.cordon.intake.selectors;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What is known of mail providers: which spellings are one mailbox, which boxes are disposable. */
public record MailboxRules(Set<String> ignoreDots, Set<String> ignorePlus, Set<String> disposable) {

  /** Nothing is known: every spelling is a mailbox of its own. */
  public static final MailboxRules UNKNOWN = new MailboxRules(Set.of(), Set.of(), Set.of());

  /** Copies the sets, in lower case. */
  public MailboxRules {
    ignoreDots = lower(ignoreDots);
    ignorePlus = lower(ignorePlus);
    disposable = lower(disposable);
  }

  /** Whether the normal form's mailbox is of a disposable-mail service. */
  public boolean isDisposable(String normalForm) {
    return disposable.contains(normalForm.substring(normalForm.indexOf('@') + 1));
  }

  private static Set<String> lower(Collection<String> domains) {
    return domains.stream()
        .map(domain -> domain.toLowerCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet());
  }
}
