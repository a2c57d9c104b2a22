package dev.cordon.cli;

import dev.cordon.kernel.merkle.LogProof;
import dev.cordon.kernel.merkle.OpenedCheckpoint;
import dev.cordon.kernel.merkle.ProofException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One entry by its proof: a file of C2SP tlog-proof beside the entry's bytes. */
final class ProofVerification {

  private ProofVerification() {}

  /** Whether the bytes say of themselves that they are such a file. */
  static boolean recognises(byte[] bytes) {
    byte[] header = (LogProof.HEADER + "\n").getBytes(StandardCharsets.UTF_8);
    return bytes.length >= header.length
        && new String(bytes, 0, header.length, StandardCharsets.UTF_8)
            .equals(LogProof.HEADER + "\n");
  }

  static List<Finding> of(byte[] bytes, byte[] entry, Trust trust) {
    List<Finding> findings = new ArrayList<>();
    try {
      LogProof proof = LogProof.parse(new String(bytes, StandardCharsets.UTF_8));
      findings.add(new Finding("form", true, LogProof.HEADER));
      OpenedCheckpoint opened = proof.verify(entry, trust.asPolicy());
      findings.add(
          new Finding(
              "checkpoint",
              true,
              opened.checkpoint().origin() + ", signed by a trusted key" + witnesses(opened)));
      findings.add(
          new Finding(
              "inclusion",
              true,
              "the entry is leaf " + proof.place() + " of " + opened.checkpoint().size()));
    } catch (ProofException refused) {
      findings.add(
          new Finding(
              refused.check().name().toLowerCase(Locale.ROOT),
              false,
              String.valueOf(refused.getMessage())));
    }
    return findings;
  }

  private static String witnesses(OpenedCheckpoint opened) {
    StringBuilder words = new StringBuilder();
    opened
        .cosignatures()
        .forEach(signed ->
            words
                .append(", cosigned by ")
                .append(signed.witness().name())
                .append(" at ")
                .append(signed.at()));
    return words.toString();
  }
}
