package dev.cordon.intake.selectors;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Normal forms of selectors and facts by their kind. Thread-safe. */
public final class Normaliser {

  /** The version of the rules; it changes whenever a normal form may. */
  public static final int VERSION = 1;

  private final MailboxRules mailboxes;

  /** Applies these rules to mailboxes. */
  public Normaliser(MailboxRules mailboxes) {
    this.mailboxes = mailboxes;
  }

  /** The normal form of a selector, or null where the value has none. */
  public @Nullable String selector(String kind, String raw, @Nullable String countryHint) {
    return switch (kind) {
      case "EMAIL", "RECOVERY_EMAIL", "TYPED_EMAIL" -> EmailAddresses.normalise(raw, mailboxes);
      case "PHONE" -> PhoneNumbers.normalise(raw, countryHint);
      case "IP" -> ip(raw);
      case "HANDLE", "TYPED_HANDLE", "DISPLAY_NAME", "MESSENGER" -> Handles.normalise(raw);
      case "HANDLE_SKELETON" -> Handles.skeleton(raw);
      case "WALLET", "DEPOSIT_ADDRESS" -> Wallets.normalise(raw);
      case "TRANSACTION_HASH", "DEVICE" -> lower(raw);
      default -> nonBlank(raw);
    };
  }

  /** The normal form of a fact, or null where the value has none. */
  public @Nullable String fact(String kind, String raw) {
    return switch (kind) {
      case "PERSON_NAME" -> PersonNames.key(raw);
      case "CITY", "ADDRESS", "COMPANY", "PROFILE_LOCATION" -> PersonNames.fold(raw);
      case "BILLING_COUNTRY", "SHIPPING_COUNTRY", "CARD_COUNTRY" -> country(raw);
      case "POSTCODE" -> postcode(raw);
      case "LANGUAGE", "CARD_FUNDING" -> lower(raw);
      default -> nonBlank(raw);
    };
  }

  /** The canonical address, the first of a list; or null. */
  public @Nullable String ip(String raw) {
    String one = IpAddresses.normalise(raw);
    if (one != null) {
      return one;
    }
    List<String> all = IpAddresses.normaliseList(raw);
    return all.isEmpty() ? null : all.getFirst();
  }

  /** All canonical addresses of a list, in its order. */
  public List<String> ips(String raw) {
    String one = IpAddresses.normalise(raw);
    return one == null ? IpAddresses.normaliseList(raw) : List.of(one);
  }

  /** The canonical address these 4 or 16 bytes are, or null. */
  public @Nullable String ip(byte[] bytes) {
    return IpAddresses.ofBytes(bytes);
  }

  private static @Nullable String country(String raw) {
    String text = Blanks.strip(raw).toUpperCase(Locale.ROOT);
    boolean isCode =
        text.length() == 2 && text.chars().allMatch(sign -> sign >= 'A' && sign <= 'Z');
    return isCode ? text : null;
  }

  private static @Nullable String postcode(String raw) {
    StringBuilder key = new StringBuilder();
    for (int index = 0; index < raw.length() && key.length() < 20; index++) {
      if (Character.isLetterOrDigit(raw.charAt(index))) {
        key.append(raw.charAt(index));
      }
    }
    return key.isEmpty() ? null : key.toString().toUpperCase(Locale.ROOT);
  }

  private static @Nullable String lower(String raw) {
    String text = nonBlank(raw);
    return text == null ? null : text.toLowerCase(Locale.ROOT);
  }

  private static @Nullable String nonBlank(String raw) {
    String text = Blanks.strip(raw);
    return text.isEmpty() ? null : text;
  }
}
