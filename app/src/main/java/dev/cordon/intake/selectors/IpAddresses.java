package dev.cordon.intake.selectors;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** IP addresses in canonical form (RFC 5952); IPv4 addresses mapped into IPv6 become IPv4. */
final class IpAddresses {

  private static final int LONGEST = 64;

  private IpAddresses() {}

  /** The addresses of a list, in its order; a single address is a list of one. */
  static List<String> normaliseList(String raw) {
    List<String> found = new ArrayList<>();
    for (String part : raw.split("[,;\\s]+")) {
      String address = normalise(part);
      if (address != null && !found.contains(address)) {
        found.add(address);
      }
    }
    return found;
  }

  static @Nullable String normalise(String raw) {
    String text = Blanks.strip(raw);
    if (text.startsWith("[") && text.indexOf(']') > 0) {
      text = text.substring(1, text.indexOf(']'));
    }
    if (text.isEmpty() || text.length() > LONGEST || !isShaped(text)) {
      return null;
    }
    try {
      return canonical(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException notAnAddress) {
      return null;
    }
  }

  /** The address in 4 or 16 bytes; 16 zero bytes and other lengths are none. */
  static @Nullable String ofBytes(byte[] bytes) {
    boolean isZero = true;
    for (byte next : bytes) {
      isZero &= next == 0;
    }
    if (isZero || bytes.length != 4 && bytes.length != 16) {
      return null;
    }
    try {
      return canonical(InetAddress.getByAddress(bytes));
    } catch (UnknownHostException impossible) {
      return null;
    }
  }

  private static boolean isShaped(String text) {
    int dots = 0;
    boolean colon = false;
    int digits = 0;
    for (int index = 0; index < text.length(); index++) {
      char sign = text.charAt(index);
      if (sign == '.') {
        dots++;
        digits = 0;
      } else if (sign == ':') {
        colon = true;
        digits = 0;
      } else if (Character.digit(sign, 16) < 0 || ++digits > 4) {
        return false;
      }
    }
    return colon || dots == 3;
  }

  private static String canonical(InetAddress address) {
    if (!(address instanceof Inet6Address)) {
      return address.getHostAddress();
    }
    byte[] bytes = address.getAddress();
    int[] groups = new int[8];
    for (int index = 0; index < 8; index++) {
      groups[index] = (bytes[index * 2] & 0xFF) << 8 | bytes[index * 2 + 1] & 0xFF;
    }
    return compressed(groups);
  }

  private static String compressed(int[] groups) {
    int longestStart = -1;
    int longest = 1;
    for (int start = 0; start < 8; start++) {
      int end = start;
      while (end < 8 && groups[end] == 0) {
        end++;
      }
      if (end - start > longest) {
        longest = end - start;
        longestStart = start;
      }
    }
    StringBuilder text = new StringBuilder();
    for (int index = 0; index < 8; index++) {
      if (index == longestStart) {
        text.append("::");
        index += longest - 1;
        continue;
      }
      if (!text.isEmpty() && text.charAt(text.length() - 1) != ':') {
        text.append(':');
      }
      text.append(Integer.toHexString(groups[index]));
    }
    return text.toString();
  }
}
