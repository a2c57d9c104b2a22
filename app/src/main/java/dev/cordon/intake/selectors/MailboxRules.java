package dev.cordon.intake.selectors;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What is known of mail providers: which spellings are one mailbox, which boxes are disposable. */
public record MailboxRules(Set<String> ignoreDots, Set<String> ignorePlus, Set<String> disposable) {

  /** Nothing is known: every spelling is a mailbox of its own. */
  public static final MailboxRules UNKNOWN = new MailboxRules(Set.of(), Set.of(), Set.of());

  /** Copies the sets, in lower case, international names as they travel (UTS 46). */
  public MailboxRules {
    ignoreDots = lower(ignoreDots);
    ignorePlus = lower(ignorePlus);
    disposable = lower(disposable);
  }

  /** Whether the normal form's mailbox is of a disposable-mail service. */
  public boolean isDisposable(String normalForm) {
    return disposable.contains(normalForm.substring(normalForm.lastIndexOf('@') + 1));
  }

  private static String ascii(String domain) {
    String name = Domains.ascii(domain);
    return name == null ? domain.toLowerCase(Locale.ROOT) : name;
  }

  private static Set<String> lower(Collection<String> domains) {
    return domains.stream().map(MailboxRules::ascii).collect(Collectors.toUnmodifiableSet());
  }
}
