package dev.cordon.intake.selectors;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Normal forms of selectors and facts by their kind, each with its verdict. A normal form depends
 * on kind, value, country hint, mailbox rules and {@link #VERSION}, on nothing else. Thread-safe.
 */
public final class Normaliser {

  /** The version of the rules; it changes whenever a normal form or a verdict may. */
  public static final int VERSION = 2;

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final Map<String, String> ALPHA_3 = alpha3();
  private static final int LONGEST_POSTCODE = 20;

  private final MailboxRules mailboxes;

  /** Applies these rules to mailboxes. */
  public Normaliser(MailboxRules mailboxes) {
    this.mailboxes = mailboxes;
  }

  /**
   * The normal form of a selector and its verdict.
   *
   * @param countryHint two letters: where a telephone number without calling code was written
   */
  public NormalValue normalSelector(String kind, String raw, @Nullable String countryHint) {
    return switch (kind) {
      case "EMAIL", "RECOVERY_EMAIL", "TYPED_EMAIL" -> EmailAddresses.normalise(raw, mailboxes);
      case "PHONE" -> PhoneNumbers.normalise(raw, countryHint);
      case "IP" -> address(raw);
      case "IP_FORWARDED" -> IpAddresses.normalise(raw);
      case "HANDLE", "TYPED_HANDLE", "DISPLAY_NAME" -> Handles.normalise(raw);
      case "MESSENGER" -> Handles.messenger(raw);
      case "HANDLE_SKELETON" -> skeleton(raw);
      case "WALLET", "DEPOSIT_ADDRESS" -> Wallets.normalise(raw);
      case "TRANSACTION", "TRANSACTION_HASH" -> Numbers.transaction(raw);
      case "DEVICE" -> Numbers.device(raw);
      case "CARD" -> Numbers.card(raw);
      case "BANK_ACCOUNT", "IBAN" -> Numbers.bankAccount(raw);
      default -> stripped(raw);
    };
  }

  /** The normal form of a selector, or null where the value has none. */
  public @Nullable String selector(String kind, String raw, @Nullable String countryHint) {
    return normalSelector(kind, raw, countryHint).value();
  }

  /** The normal form of a fact and its verdict. */
  public NormalValue normalFact(String kind, String raw) {
    return switch (kind) {
      case "PERSON_NAME" -> PersonNames.key(raw);
      case "CITY", "ADDRESS", "COMPANY", "PROFILE_LOCATION" -> PersonNames.fold(raw);
      case "BILLING_COUNTRY", "SHIPPING_COUNTRY", "CARD_COUNTRY" -> country(raw);
      case "POSTCODE" -> postcode(raw);
      case "LANGUAGE", "CARD_FUNDING" -> lower(raw);
      default -> stripped(raw);
    };
  }

  /** The normal form of a fact, or null where the value has none. */
  public @Nullable String fact(String kind, String raw) {
    return normalFact(kind, raw).value();
  }

  /** The canonical address, the first of a list, and its verdict. */
  public NormalValue address(String raw) {
    NormalValue one = IpAddresses.normalise(raw);
    if (one.value() != null) {
      return one;
    }
    List<NormalValue> all = IpAddresses.normaliseList(raw);
    return all.isEmpty() ? one : all.getFirst().and("list");
  }

  /** All canonical addresses of a list, in its order; a single address is a list of one. */
  public List<NormalValue> addresses(String raw) {
    NormalValue one = IpAddresses.normalise(raw);
    return one.value() == null ? IpAddresses.normaliseList(raw) : List.of(one);
  }

  /** The canonical address, the first of a list; or null. */
  public @Nullable String ip(String raw) {
    return address(raw).value();
  }

  /** The canonical address these 4 or 16 bytes are, or null. */
  public @Nullable String ip(byte[] bytes) {
    return IpAddresses.ofBytes(bytes);
  }

  private static NormalValue skeleton(String raw) {
    String key = Handles.skeleton(raw);
    return key == null ? NormalValue.blank() : NormalValue.of(key);
  }

  private static NormalValue country(String raw) {
    String text = Blanks.strip(raw).toUpperCase(Locale.ROOT);
    if (text.isEmpty()) {
      return NormalValue.blank();
    }
    boolean isCode = text.length() == 2 && isLetter(text.charAt(0)) && isLetter(text.charAt(1));
    if (isCode) {
      return COUNTRIES.contains(text)
          ? NormalValue.of(text)
          : new NormalValue(text, "unassigned-code");
    }
    String alpha2 = ALPHA_3.get(text);
    return alpha2 == null ? NormalValue.none("not-a-country-code") : NormalValue.of(alpha2);
  }

  private static NormalValue postcode(String raw) {
    StringBuilder key = new StringBuilder();
    for (int index = 0; index < raw.length() && key.length() < LONGEST_POSTCODE; index++) {
      if (Character.isLetterOrDigit(raw.charAt(index))) {
        key.append(raw.charAt(index));
      }
    }
    return key.isEmpty()
        ? NormalValue.blank()
        : NormalValue.of(key.toString().toUpperCase(Locale.ROOT));
  }

  private static NormalValue lower(String raw) {
    String text = Blanks.strip(raw);
    return text.isEmpty() ? NormalValue.blank() : NormalValue.of(text.toLowerCase(Locale.ROOT));
  }

  private static NormalValue stripped(String raw) {
    String text = Blanks.strip(raw);
    return text.isEmpty() ? NormalValue.blank() : NormalValue.of(text);
  }

  private static boolean isLetter(char sign) {
    return sign >= 'A' && sign <= 'Z';
  }

  private static Map<String, String> alpha3() {
    Map<String, String> codes = new TreeMap<>();
    for (String country : Locale.getISOCountries()) {
      codes.put(Locale.of("", country).getISO3Country(), country);
    }
    return codes;
  }
}
