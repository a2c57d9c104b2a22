package dev.cordon.intake.selectors;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Addresses of wallets, with a verdict on their checksum: it holds, it fails (mistyped or
 * invented), the form has none, or the form is not known. Thread-safe.
 *
 * <p>Forms: Base58Check (Bitcoin, Litecoin, Dogecoin, Dash, Tron, Zcash, XRP Ledger), Bech32 and
 * Bech32m (BIP 173, 350), CashAddr, EIP-55, Monero. An address that looks like two currencies' is
 * named after the more common one.
 */
public final class Wallets {

  private static final int LONGEST = 128;
  private static final int EVM_DIGITS = 40;
  private static final Set<String> SCHEMES =
      Set.of(
          "bitcoin",
          "litecoin",
          "ethereum",
          "monero",
          "tron",
          "dogecoin",
          "dash",
          "zcash",
          "bitcoincash",
          "ripple",
          "xrpl",
          "solana");
  private static final Map<String, String> SEGWIT =
      Map.of(
          "bc",
          "bitcoin",
          "tb",
          "bitcoin-test",
          "bcrt",
          "bitcoin-test",
          "ltc",
          "litecoin",
          "tltc",
          "litecoin-test");
  private static final Map<String, String> BECH32 =
      Map.of(
          "addr",
          "cardano",
          "stake",
          "cardano",
          "cosmos",
          "cosmos",
          "osmo",
          "osmosis",
          "bnb",
          "binance",
          "thor",
          "thorchain",
          "zs",
          "zcash",
          "inj",
          "injective",
          "erd",
          "multiversx");
  private static final Map<Integer, String> BASE58 =
      Map.ofEntries(
          Map.entry(0x00, "bitcoin"),
          Map.entry(0x05, "bitcoin"),
          Map.entry(0x30, "litecoin"),
          Map.entry(0x32, "litecoin"),
          Map.entry(0x1E, "dogecoin"),
          Map.entry(0x16, "dogecoin"),
          Map.entry(0x4C, "dash"),
          Map.entry(0x10, "dash"),
          Map.entry(0x41, "tron"),
          Map.entry(0x6F, "bitcoin-test"),
          Map.entry(0xC4, "bitcoin-test"));
  private static final Set<Integer> MONERO = Set.of(18, 19, 42, 53, 54, 63, 24, 25, 36);
  private static final String BASE58_STARTS = "13LMDA97XTmn2t";

  private Wallets() {}

  /** What the checksum says. */
  public enum Verdict {
    /** It holds. */
    HOLDS("checksum-holds"),
    /** It fails: mistyped or invented. */
    FAILS("checksum-fails"),
    /** The form is known and has none, or was written without it. */
    NONE("no-checksum"),
    /** The form is not known. */
    UNKNOWN("form-unknown");

    private final String word;

    Verdict(String word) {
      this.word = word;
    }

    /** The word in a record's verdict. */
    public String word() {
      return word;
    }
  }

  private record Judged(Verdict verdict, @Nullable String network) {}

  private static final Judged UNKNOWN = new Judged(Verdict.UNKNOWN, null);

  /**
   * The address, letter case folded where its form knows none, and the verdict with its network.
   */
  static NormalValue normalise(String raw) {
    String address = address(raw);
    if (address.isEmpty()) {
      return NormalValue.blank();
    }
    if (address.length() > LONGEST) {
      return NormalValue.none("too-long");
    }
    Judged judged = judge(address);
    String network = judged.network;
    String verdict =
        network == null ? judged.verdict.word() : judged.verdict.word() + " " + network;
    return new NormalValue(folded(address), verdict);
  }

  /** What the checksum of an address as written says. */
  public static Verdict verdict(String raw) {
    String address = address(raw);
    return address.isEmpty() || address.length() > LONGEST
        ? Verdict.UNKNOWN
        : judge(address).verdict;
  }

  private static String address(String raw) {
    String text = Blanks.strip(raw);
    int scheme = text.indexOf(':');
    if (scheme > 0 && SCHEMES.contains(text.substring(0, scheme).toLowerCase(Locale.ROOT))) {
      text = text.substring(scheme + 1);
    }
    int query = text.indexOf('?');
    return query > 0 ? text.substring(0, query) : text;
  }

  private static String folded(String address) {
    String lower = address.toLowerCase(Locale.ROOT);
    boolean noCase = lower.startsWith("0x") || prefix(lower) != null || isCash(lower);
    return noCase ? lower : address;
  }

  private static Judged judge(String address) {
    String lower = address.toLowerCase(Locale.ROOT);
    boolean mixed = !address.equals(lower) && !address.equals(address.toUpperCase(Locale.ROOT));
    String prefix = prefix(lower);
    if (prefix != null) {
      String segwit = SEGWIT.get(prefix);
      boolean holds = !mixed && (segwit == null ? Bech32.holds(lower) : Bech32.isSegwit(lower));
      return judged(holds, segwit == null ? BECH32.get(prefix) : segwit);
    }
    if (lower.startsWith("0x")) {
      return evm(address.substring(2));
    }
    if (isCash(lower)) {
      return judged(!mixed, "bitcoin-cash");
    }
    if ((address.length() == 95 || address.length() == 106)
        && Base58.isWritten(address, Base58.BITCOIN)) {
      return monero(address);
    }
    return base58(address);
  }

  /** The part before the separator where it is one of a known network; null otherwise. */
  private static @Nullable String prefix(String lower) {
    int separator = lower.indexOf('1');
    if (separator < 2) {
      return null;
    }
    String prefix = lower.substring(0, separator);
    boolean known = SEGWIT.containsKey(prefix) || BECH32.containsKey(prefix);
    return known ? prefix : null;
  }

  private static boolean isCash(String lower) {
    return lower.length() == 42
        && (lower.charAt(0) == 'q' || lower.charAt(0) == 'p')
        && Bech32.isCash("bitcoincash", lower);
  }

  private static Judged evm(String digits) {
    if (digits.length() != EVM_DIGITS || !isHex(digits)) {
      return UNKNOWN;
    }
    String lower = digits.toLowerCase(Locale.ROOT);
    if (digits.equals(lower) || digits.equals(digits.toUpperCase(Locale.ROOT))) {
      return new Judged(Verdict.NONE, "evm");
    }
    byte[] hash = Base58.keccak256(lower.getBytes(StandardCharsets.US_ASCII));
    for (int index = 0; index < EVM_DIGITS; index++) {
      int nibble = hash[index / 2] >> (index % 2 == 0 ? 4 : 0) & 15;
      char expected = lower.charAt(index);
      if (nibble >= 8) {
        expected = Character.toUpperCase(expected);
      }
      if (digits.charAt(index) != expected) {
        return judged(false, "evm");
      }
    }
    return judged(true, "evm");
  }

  private static Judged monero(String address) {
    byte[] bytes = Base58.decodeBlocks(address);
    boolean holds =
        bytes != null && MONERO.contains(bytes[0] & 0xFF) && Base58.hasKeccakCheck(bytes);
    return judged(holds, "monero");
  }

  private static Judged base58(String address) {
    if (address.length() < 25 || address.length() > 36) {
      return UNKNOWN;
    }
    if (address.charAt(0) == 'r' && Base58.isWritten(address, Base58.RIPPLE)) {
      byte[] bytes = Base58.decode(address, Base58.RIPPLE);
      return judged(
          bytes != null && bytes.length == 25 && bytes[0] == 0 && Base58.hasSha256Check(bytes),
          "xrp");
    }
    if (BASE58_STARTS.indexOf(address.charAt(0)) < 0) {
      return UNKNOWN;
    }
    byte[] bytes = Base58.decode(address, Base58.BITCOIN);
    if (bytes == null) {
      return UNKNOWN;
    }
    if (bytes.length == 26 && (bytes[0] & 0xFF) == 0x1C) {
      return judged(Base58.hasSha256Check(bytes), "zcash");
    }
    if (bytes.length != 25 || !Base58.hasSha256Check(bytes)) {
      return judged(false, null);
    }
    return judged(true, BASE58.get(bytes[0] & 0xFF));
  }

  private static Judged judged(boolean holds, @Nullable String network) {
    return new Judged(holds ? Verdict.HOLDS : Verdict.FAILS, network);
  }

  private static boolean isHex(String text) {
    for (int index = 0; index < text.length(); index++) {
      if (text.charAt(index) > 127 || Character.digit(text.charAt(index), 16) < 0) {
        return false;
      }
    }
    return true;
  }
}
