package dev.cordon.intake.selectors;

import org.jspecify.annotations.Nullable;

/**
 * The numbers of an IP address: read strictly, without exceptions, and written as RFC 5952 section
 * 4 says. Special blocks by RFC 6890, 6598 (shared), 6052 (NAT64), 3056 (6to4), 4380 (Teredo).
 */
final class IpGroups {

  /** What {@link #version4} answers where a number begins with a zero. */
  static final long LEADING_ZERO = -2;

  private static final long NONE = -1;

  private IpGroups() {}

  /** Four decimal numbers; negative where there are none. */
  static long version4(String text, int start, int end) {
    long address = 0;
    int parts = 0;
    int index = start;
    boolean zero = false;
    while (index < end) {
      int digits = 0;
      int number = 0;
      int first = index;
      while (index < end && text.charAt(index) >= '0' && text.charAt(index) <= '9') {
        number = number * 10 + text.charAt(index) - '0';
        if (++digits > 4) {
          return NONE;
        }
        index++;
      }
      zero |= digits > 1 && text.charAt(first) == '0';
      if (digits == 0 || number > 255 || ++parts > 4) {
        return NONE;
      }
      address = address << 8 | number;
      if (index < end && (text.charAt(index) != '.' || ++index == end)) {
        return NONE;
      }
    }
    if (parts != 4) {
      return NONE;
    }
    return zero ? LEADING_ZERO : address;
  }

  /** Eight groups, or null where the text is no IPv6 address. */
  static int @Nullable [] version6(String text) {
    int[] groups = new int[8];
    int count = 0;
    int gap = -1;
    int index = 0;
    int length = text.length();
    if (length < 2 || text.charAt(0) == ':' && text.charAt(1) != ':') {
      return null;
    }
    while (index < length) {
      if (text.startsWith("::", index)) {
        if (gap >= 0) {
          return null;
        }
        gap = count;
        index += 2;
        continue;
      }
      if (count == 8) {
        return null;
      }
      int end = index;
      int number = 0;
      while (end < length && Character.digit(text.charAt(end), 16) >= 0 && text.charAt(end) < 128) {
        number = number << 4 | Character.digit(text.charAt(end), 16);
        if (++end - index > 4) {
          return null;
        }
      }
      if (end < length && text.charAt(end) == '.') {
        long last = version4(text, index, length);
        if (last < 0 || count > 6) {
          return null;
        }
        groups[count++] = (int) (last >>> 16);
        groups[count++] = (int) last & 0xFFFF;
        index = length;
        continue;
      }
      if (end == index) {
        return null;
      }
      groups[count++] = number;
      if (end < length && text.charAt(end) != ':') {
        return null;
      }
      boolean single = end < length && !text.startsWith("::", end);
      if (single && end + 1 == length) {
        return null;
      }
      index = single ? end + 1 : end;
    }
    return spread(groups, count, gap);
  }

  private static int @Nullable [] spread(int[] groups, int count, int gap) {
    if (gap < 0) {
      return count == 8 ? groups : null;
    }
    if (count > 7) {
      return null;
    }
    int[] all = new int[8];
    System.arraycopy(groups, 0, all, 0, gap);
    System.arraycopy(groups, gap, all, 8 - (count - gap), count - gap);
    return all;
  }

  /** The canonical text; a mapped IPv4 address is written as IPv4. */
  static String text(int[] groups) {
    if (isMapped(groups)) {
      return IpAddresses.dotted(groups[6] << 16 | groups[7]);
    }
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
    StringBuilder text = new StringBuilder(39);
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

  static boolean isMapped(int[] groups) {
    return zeros(groups, 0, 5) && groups[5] == 0xFFFF;
  }

  /** What block an IPv4 address is of, where it says nothing about where somebody is. */
  static @Nullable String scope4(int address) {
    int first = address >>> 24;
    if (first == 10 || address >>> 20 == 0xAC1 || address >>> 16 == 0xC0A8) {
      return "private";
    }
    if (address >>> 22 == 0x6440 >>> 6) {
      return "shared";
    }
    if (first == 127) {
      return "loopback";
    }
    if (address >>> 16 == 0xA9FE) {
      return "link-local";
    }
    return address == 0 ? "unspecified" : null;
  }

  /** What block an IPv6 address is of, or which other address it carries. */
  static @Nullable String scope6(int[] groups) {
    if (isMapped(groups)) {
      return "mapped";
    }
    if (groups[0] == 0x2002) {
      return "6to4";
    }
    if (groups[0] == 0x64 && groups[1] == 0xFF9B && (groups[2] == 1 || zeros(groups, 2, 6))) {
      return "nat64";
    }
    if (groups[0] == 0x2001 && groups[1] == 0) {
      return "teredo";
    }
    if (groups[0] >>> 9 == 0x7E) {
      return "private";
    }
    if (groups[0] >>> 6 == 0x3FA) {
      return "link-local";
    }
    if (!zeros(groups, 0, 7)) {
      return null;
    }
    return groups[7] == 0 ? "unspecified" : groups[7] == 1 ? "loopback" : null;
  }

  private static boolean zeros(int[] groups, int start, int end) {
    for (int index = start; index < end; index++) {
      if (groups[index] != 0) {
        return false;
      }
    }
    return true;
  }
}
