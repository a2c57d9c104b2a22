package dev.cordon.exercise.platform;

import dev.cordon.exercise.cast.Cast;
import dev.cordon.exercise.cast.Dice;
import dev.cordon.exercise.cast.Relation;
import dev.cordon.exercise.cast.Trait;

/** Browsers, payment-page device marks and refund wallets. Immutable. */
public final class Devices {
  private static final String BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
  private static final String BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

  private final long seed;
  private final Cast cast;

  public Devices(long seed, Cast cast) {
    this.seed = seed;
    this.cast = cast;
  }

  /** The browser line of one of a person's devices. */
  public String browser(int person, int device) {
    Dice dice = Dice.of(seed, "browser", person * 8L + device % 3);
    int version = 104 + dice.below(24);
    return switch (dice.below(8)) {
      case 0, 1 ->
          "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/"
              + version
              + ".0.0.0 Safari/537.36";
      case 2 ->
          "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:"
              + version
              + ".0) Gecko/20100101 Firefox/"
              + version
              + ".0";
      case 3 ->
          "Mozilla/5.0 (X11; Linux x86_64; rv:"
              + version
              + ".0) Gecko/20100101 Firefox/"
              + version
              + ".0";
      case 4 ->
          "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/"
              + version
              + ".0.0.0 Mobile Safari/537.36";
      case 5 ->
          "Mozilla/5.0 (iPhone; CPU iPhone OS 17_"
              + dice.below(6)
              + " like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.1 Mobile/15E148 Safari/604.1";
      case 6 ->
          "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17."
              + dice.below(6)
              + " Safari/605.1.15";
      default ->
          "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/"
              + version
              + ".0.0.0 Safari/537.36 Edg/"
              + version
              + ".0.0.0";
    };
  }

  /** The mark a payment page leaves on a device. */
  public String mark(int person, int ordinal, Tie tie) {
    int leader = cast.leader(person, Relation.SHARED_DEVICE);
    if (leader >= 0 || cast.has(person, Trait.PUBLIC_COMPUTER)) {
      int place = (leader >= 0 ? leader : person) % (1 + cast.size() / 3000);
      return Dice.of(seed, "public-mark", place).uuid();
    }
    return Dice.of(seed, "mark", person * 16L + (tie.sharesDevice() ? 0 : ordinal)).uuid();
  }

  /** The device id a mail provider knows for a mailbox. */
  public String providerDevice(int person, int variant) {
    return Dice.of(seed, "provider-device", person * 16L + variant).uuid();
  }

  /** The wallet refunds of an account go to. */
  public String wallet(int person, int ordinal, Tie tie) {
    int leader = cast.leader(person, Relation.EXCHANGE_WALLET);
    if (leader >= 0 || cast.has(person, Trait.LENDS_WALLET)) {
      int exchange = (leader >= 0 ? leader : person) % (1 + cast.size() / 3000);
      return "1" + Dice.of(seed, "exchange", exchange).letters(BASE58, 33);
    }
    Dice dice = Dice.of(seed, "wallet", person * 16L + (tie.sharesWallet() ? 0 : ordinal));
    return dice.chance(0.7) ? unusable(dice) : "1" + dice.letters(BASE58, 33);
  }

  /**
   * A text in the form of a bech32 address whose checksum is wrong, so that nothing can be sent to
   * it.
   */
  public static String unusable(Dice dice) {
    String data = dice.letters(BECH32, 38);
    while (checksumHolds(data)) {
      data = dice.letters(BECH32, 38);
    }
    return "bc1q" + data;
  }

  /** Whether "bc1q" + data would be a valid address (BIP 173). */
  static boolean checksumHolds(String data) {
    int[] generators = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};
    int check = 1;
    String values = "q" + data;
    for (int i = -5; i < values.length(); i++) {
      int value = i < 0 ? new int[] {3, 3, 0, 2, 3}[i + 5] : BECH32.indexOf(values.charAt(i));
      int top = check >>> 25;
      check = (check & 0x1ffffff) << 5 ^ value;
      for (int bit = 0; bit < 5; bit++) {
        check ^= (top >>> bit & 1) == 1 ? generators[bit] : 0;
      }
    }
    return check == 1;
  }
}
