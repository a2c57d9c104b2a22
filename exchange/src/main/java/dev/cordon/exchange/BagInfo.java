package dev.cordon.exchange;

import dev.cordon.exchange.PackageRefusedException.Check;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a bag says of itself: labels and values, a line each (RFC 8493, section 2.2.2). */
final class BagInfo {

  private static final String OXUM = "Payload-Oxum:";

  private BagInfo() {}

  /** The file of these labels, in their order; a value must be one line. */
  static byte[] bytes(Map<String, String> labels) {
    StringBuilder text = new StringBuilder();
    labels.forEach((label, value) -> {
      if (!label.matches("[A-Za-z][A-Za-z0-9-]*")) {
        throw new ExchangeException("a label has letters, digits and hyphens, not '" + label + "'");
      }
      String line = value.strip().replaceAll("\\s+", " ");
      text.append(label).append(": ").append(line).append('\n');
    });
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Bytes and number of the payload's files. */
  static String oxum(Collection<byte[]> payload) {
    return payload.stream().mapToLong(content -> content.length).sum() + "." + payload.size();
  }

  /** Where the bag states its payload's size, it must be that. */
  static void requireOxum(byte @Nullable [] info, Collection<byte[]> payload) {
    if (info == null) {
      return;
    }
    for (String line : BagList.text(Bag.INFO, info).split("\r\n|\r|\n", -1)) {
      if (line.regionMatches(true, 0, OXUM, 0, OXUM.length())) {
        String stated = line.substring(OXUM.length()).strip();
        if (!stated.equals(oxum(payload))) {
          throw new PackageRefusedException(
              Check.SIZES,
              "the payload is " + oxum(payload) + " (bytes.files), not as bag-info.txt says");
        }
      }
    }
  }
}
