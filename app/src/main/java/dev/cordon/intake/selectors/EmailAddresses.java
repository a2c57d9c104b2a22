package dev.cordon.intake.selectors;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;

/**
 * E-mail addresses as mailboxes: RFC 5321 and 5322 for the form, RFC 6531 for letters beyond ASCII,
 * what is known of the provider for dots and plus signs. Letter case never matters.
 *
 * <p>Verdicts without a normal form: {@code no-at}, {@code several}, {@code comment}, {@code
 * not-an-address}, {@code not-a-domain}, {@code address-literal}, {@code too-long}. With one:
 * {@code unquoted} (quotes that meant nothing are dropped), {@code quoted}, {@code odd-dots},
 * {@code invisible-removed}, {@code disposable}.
 */
final class EmailAddresses {

  private static final int LONGEST = 512;
  private static final int LONGEST_LOCAL = 64;
  private static final String SPECIAL = "!#$%&'*+-/=?^_`{|}~.";

  private EmailAddresses() {}

  static NormalValue normalise(String raw, MailboxRules rules) {
    String visible = Blanks.withoutInvisible(raw);
    String text = bare(Blanks.strip(visible));
    if (text.isEmpty()) {
      return NormalValue.blank();
    }
    if (text.length() > LONGEST) {
      return NormalValue.none("too-long");
    }
    NormalValue mailbox = text.charAt(0) == '"' ? quoted(text, rules) : plain(text, rules);
    boolean removed = visible.length() != raw.length() && mailbox.value() != null;
    return removed && !Blanks.strip(raw).equals(Blanks.strip(visible))
        ? mailbox.and("invisible-removed")
        : mailbox;
  }

  /** Without a scheme, a display name or angle brackets. */
  private static String bare(String text) {
    String bare = text;
    if (bare.regionMatches(true, 0, "mailto:", 0, 7)) {
      int query = bare.indexOf('?');
      bare = Blanks.strip(query < 0 ? bare.substring(7) : bare.substring(7, query));
    }
    int open = bare.lastIndexOf('<');
    return open >= 0 && bare.endsWith(">")
        ? Blanks.strip(bare.substring(open + 1, bare.length() - 1))
        : bare;
  }

  private static NormalValue plain(String text, MailboxRules rules) {
    int at = text.lastIndexOf('@');
    if (at < 1) {
      return NormalValue.none("no-at");
    }
    if (text.indexOf('(') >= 0 || text.indexOf(')') >= 0) {
      return NormalValue.none("comment");
    }
    if (at != text.indexOf('@')) {
      return NormalValue.none("several");
    }
    String local = folded(text.substring(0, at));
    if (!isAtoms(local)) {
      return NormalValue.none("not-an-address");
    }
    return mailbox(local, text.substring(at + 1), rules);
  }

  private static NormalValue quoted(String text, MailboxRules rules) {
    StringBuilder content = new StringBuilder();
    int index = 1;
    while (index < text.length() && text.charAt(index) != '"') {
      if (text.charAt(index) == '\\' && index + 1 < text.length()) {
        index++;
      }
      content.append(text.charAt(index));
      index++;
    }
    if (index + 1 >= text.length() || text.charAt(index + 1) != '@' || content.isEmpty()) {
      return NormalValue.none("not-an-address");
    }
    String local = folded(content.toString());
    String domain = text.substring(index + 2);
    if (isAtoms(local) && !hasOddDots(local)) {
      NormalValue mailbox = mailbox(local, domain, rules);
      return mailbox.value() == null ? mailbox : mailbox.and("unquoted");
    }
    String name = Domains.ascii(domain);
    if (name == null || isTooLong(local)) {
      return NormalValue.none(name == null ? noDomain(domain) : "too-long");
    }
    String written = local.replace("\\", "\\\\").replace("\"", "\\\"");
    return new NormalValue('"' + written + "\"@" + name, "quoted");
  }

  private static NormalValue mailbox(String written, String domain, MailboxRules rules) {
    String name = Domains.ascii(domain);
    if (name == null) {
      return NormalValue.none(noDomain(domain));
    }
    if (isTooLong(written)) {
      return NormalValue.none("too-long");
    }
    String local = written;
    int plus = local.indexOf('+');
    if (plus > 0 && rules.ignorePlus().contains(name)) {
      local = local.substring(0, plus);
    }
    if (rules.ignoreDots().contains(name)) {
      local = local.replace(".", "");
    }
    if (local.isEmpty()) {
      return NormalValue.none("not-an-address");
    }
    NormalValue mailbox = NormalValue.of(local + '@' + name);
    if (hasOddDots(local)) {
      mailbox = mailbox.and("odd-dots");
    }
    return rules.disposable().contains(name) ? mailbox.and("disposable") : mailbox;
  }

  private static String noDomain(String domain) {
    return domain.startsWith("[") ? "address-literal" : "not-a-domain";
  }

  private static String folded(String local) {
    return Normalizer.normalize(local, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }

  private static boolean isTooLong(String local) {
    return local.length() > LONGEST_LOCAL
        || local.getBytes(StandardCharsets.UTF_8).length > LONGEST_LOCAL;
  }

  private static boolean isAtoms(String local) {
    for (int index = 0; index < local.length(); index++) {
      char sign = local.charAt(index);
      boolean known =
          sign >= 'a' && sign <= 'z'
              || sign >= '0' && sign <= '9'
              || sign > 127 && !Blanks.isBlank(sign) && !Character.isISOControl(sign)
              || SPECIAL.indexOf(sign) >= 0;
      if (!known) {
        return false;
      }
    }
    return !local.isEmpty();
  }

  /** Whether dots stand where RFC 5322 has none; some providers gave such addresses out. */
  private static boolean hasOddDots(String local) {
    return local.charAt(0) == '.'
        || local.charAt(local.length() - 1) == '.'
        || local.contains("..");
  }
}
