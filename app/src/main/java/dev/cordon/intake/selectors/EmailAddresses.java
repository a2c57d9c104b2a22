package dev.cordon.intake.selectors;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** E-mail addresses as mailboxes. */
final class EmailAddresses {

  private static final int LONGEST = 320;

  private EmailAddresses() {}

  /** The mailbox, or null when the text is no address. */
  static @Nullable String normalise(String raw, MailboxRules rules) {
    String text = Blanks.strip(raw);
    if (text.regionMatches(true, 0, "mailto:", 0, 7)) {
      text = text.substring(7);
    }
    int open = text.lastIndexOf('<');
    if (open >= 0 && text.endsWith(">")) {
      text = text.substring(open + 1, text.length() - 1);
    }
    int at = text.lastIndexOf('@');
    if (text.length() > LONGEST || at < 1 || at != text.indexOf('@')) {
      return null;
    }
    String domain = domain(text.substring(at + 1));
    String local = Normalizer.normalize(text.substring(0, at), Normalizer.Form.NFC);
    local = local.toLowerCase(Locale.ROOT);
    if (domain == null || local.chars().anyMatch(letter -> letter <= ' ' || letter == ',')) {
      return null;
    }
    int plus = local.indexOf('+');
    if (plus > 0 && rules.ignorePlus().contains(domain)) {
      local = local.substring(0, plus);
    }
    if (rules.ignoreDots().contains(domain)) {
      local = local.replace(".", "");
    }
    return local.isEmpty() ? null : local + "@" + domain;
  }

  private static @Nullable String domain(String text) {
    String domain = text.toLowerCase(Locale.ROOT);
    if (domain.endsWith(".")) {
      domain = domain.substring(0, domain.length() - 1);
    }
    try {
      domain = IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException notADomain) {
      return null;
    }
    boolean shaped = domain.indexOf('.') > 0 && !domain.endsWith(".") && !domain.contains("..");
    boolean clean =
        domain
            .chars()
            .allMatch(sign -> Character.isLetterOrDigit(sign) || sign == '.' || sign == '-');
    return shaped && clean ? domain : null;
  }
}
