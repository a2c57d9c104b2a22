package dev.cordon.intake;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Puts the digests of a source's data sets together. The result is keyed under the operation's
 * first key: it stands in reports and outlives erased rows, and nobody without the key can try
 * values against it. Not thread-safe.
 */
final class SummaryDigest {

  private final VaultKey key;
  private final MessageDigest whole = RecordDigest.sha256();
  private final Map<String, Long> kinds = new TreeMap<>();

  SummaryDigest(VaultKey key) {
    this.key = key;
  }

  /**
   * Adds a data set, in the order of {@link RecordKind} with the texts last; an empty one is none.
   */
  void add(String dataSet, long records, byte[] digest) {
    if (records == 0) {
      return;
    }
    kinds.put(dataSet, records);
    whole.update(dataSet.getBytes(StandardCharsets.US_ASCII));
    whole.update(digest);
  }

  RecordSummary of(List<RecordSummary.Reason> reasons) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.derive(key.oldest(), "record digests"), "HmacSHA256"));
      return new RecordSummary(
          kinds, reasons, HexFormat.of().formatHex(mac.doFinal(whole.digest())));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
