package dev.cordon.intake.selectors;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * IP addresses in canonical form (RFC 5952 section 4). IPv4 addresses mapped into IPv6 become IPv4;
 * other embeddings are noted and left as they are. Thread-safe.
 *
 * <p>Verdicts without a normal form: {@code not-an-address}, {@code leading-zero} (octal to some
 * programs, decimal to others). With one: {@code mapped}, {@code 6to4}, {@code nat64}, {@code
 * teredo}, {@code port}, {@code zone-id}, {@code private}, {@code shared}, {@code loopback}, {@code
 * link-local}, {@code unspecified}.
 */
final class IpAddresses {

  private static final int LONGEST = 80;
  private static final int MOST_PORT = 65_535;

  private IpAddresses() {}

  /** The addresses of a list, in its order, each once; a single address is a list of one. */
  static List<NormalValue> normaliseList(String raw) {
    List<NormalValue> found = new ArrayList<>();
    int start = 0;
    for (int index = 0; index <= raw.length(); index++) {
      boolean ends = index == raw.length() || isSeparator(raw.charAt(index));
      if (ends && index > start) {
        NormalValue one = normalise(raw.substring(start, index));
        if (one.value() != null && !isIn(found, one.value())) {
          found.add(one);
        }
      }
      start = ends ? index + 1 : start;
    }
    return found;
  }

  static NormalValue normalise(String raw) {
    String text = Blanks.strip(raw);
    if (text.isEmpty()) {
      return NormalValue.blank();
    }
    if (text.length() > LONGEST) {
      return NormalValue.none("not-an-address");
    }
    if (text.charAt(0) == '[') {
      return bracketed(text);
    }
    if (text.indexOf(':') < 0 || text.indexOf('.') > 0 && isOneColon(text)) {
      return version4(text);
    }
    return version6(text);
  }

  /** The address in 4 or 16 bytes; zero bytes alone and other lengths are none. */
  static @Nullable String ofBytes(byte[] bytes) {
    boolean isZero = true;
    for (byte next : bytes) {
      isZero &= next == 0;
    }
    if (isZero || bytes.length != 4 && bytes.length != 16) {
      return null;
    }
    if (bytes.length == 4) {
      return dotted(word(bytes, 0) << 16 | word(bytes, 2));
    }
    int[] groups = new int[8];
    for (int index = 0; index < 8; index++) {
      groups[index] = word(bytes, index * 2);
    }
    return IpGroups.text(groups);
  }

  private static NormalValue bracketed(String text) {
    int close = text.indexOf(']');
    if (close < 0) {
      return NormalValue.none("not-an-address");
    }
    NormalValue inside = version6(text.substring(1, close));
    if (close == text.length() - 1 || inside.value() == null) {
      return inside;
    }
    return text.charAt(close + 1) == ':' && isPort(text, close + 2)
        ? inside.and("port")
        : NormalValue.none("not-an-address");
  }

  private static NormalValue version4(String text) {
    int colon = text.indexOf(':');
    int end = colon < 0 ? text.length() : colon;
    long address = IpGroups.version4(text, 0, end);
    if (address < 0) {
      return NormalValue.none(address == IpGroups.LEADING_ZERO ? "leading-zero" : "not-an-address");
    }
    if (colon >= 0 && !isPort(text, colon + 1)) {
      return NormalValue.none("not-an-address");
    }
    String plain = dotted((int) address);
    String scope = IpGroups.scope4((int) address);
    NormalValue normal = scope == null ? NormalValue.of(plain) : new NormalValue(plain, scope);
    return colon < 0 ? normal : normal.and("port");
  }

  private static NormalValue version6(String text) {
    int percent = text.indexOf('%');
    if (percent == text.length() - 1 && percent >= 0) {
      return NormalValue.none("not-an-address");
    }
    int[] groups = IpGroups.version6(percent < 0 ? text : text.substring(0, percent));
    if (groups == null) {
      return NormalValue.none("not-an-address");
    }
    String note = IpGroups.scope6(groups);
    NormalValue normal = new NormalValue(IpGroups.text(groups), note);
    if (IpGroups.isMapped(groups)) {
      String scope = IpGroups.scope4(groups[6] << 16 | groups[7]);
      normal = scope == null ? normal : normal.and(scope);
    }
    return percent < 0 ? normal : normal.and("zone-id");
  }

  static String dotted(int address) {
    return new StringBuilder(15)
        .append(address >>> 24)
        .append('.')
        .append(address >>> 16 & 0xFF)
        .append('.')
        .append(address >>> 8 & 0xFF)
        .append('.')
        .append(address & 0xFF)
        .toString();
  }

  private static boolean isPort(String text, int start) {
    if (start >= text.length() || text.length() - start > 5) {
      return false;
    }
    int port = 0;
    for (int index = start; index < text.length(); index++) {
      int digit = text.charAt(index) - '0';
      if (digit < 0 || digit > 9) {
        return false;
      }
      port = port * 10 + digit;
    }
    return port <= MOST_PORT;
  }

  private static boolean isOneColon(String text) {
    return text.indexOf(':') == text.lastIndexOf(':');
  }

  private static boolean isSeparator(char sign) {
    return sign == ',' || sign == ';' || Blanks.isBlank(sign);
  }

  private static boolean isIn(List<NormalValue> found, String address) {
    for (NormalValue one : found) {
      if (address.equals(one.value())) {
        return true;
      }
    }
    return false;
  }

  private static int word(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
  }
}
