package dev.cordon.evidence.custody;

import dev.cordon.CordonException;
import dev.cordon.evidence.CustodyAct;
import dev.cordon.evidence.CustodyFile;
import dev.cordon.exchange.Receipt;
import dev.cordon.kernel.digest.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The bundle for the defence: the report, CASE/UCO, a receipt for each act, the ledger's key, and
 * how to check them without Cordon. {@code SHA256SUMS} names every other file.
 */
final class Bundle {

  private static final String HOW =
      """
      What this is
        custody.pdf        the custody report, for people
        custody.jsonld     the same as CASE/UCO 1.4.0, for programs
        proofs/            one file for each act: its words, the entry of the ledger that commits to them, the way to the root
        unproved.txt       acts without a proof, and why
        SHA256SUMS         the digest of every file here

      How to check it, without network and without us
        1. sha256sum -c SHA256SUMS
        2. for each file in proofs/:  cordon verify proofs/FILE --key KEY
           KEY is the ledger's key. It stands in key.txt; compare it with the one you were given by another way.
        3. The words in a proof ("statement") are the act as the report shows it: compare number, time, holder and seals.
        4. The acts of an exhibit are numbered from 1 without gaps. A number that is missing is an act that was kept from you.
        5. cordon validate custody.jsonld

      What it does not prove
        That what was written was true when it was written; that nothing happened that nobody wrote down. Gaps that can be
        seen from the records are named in the report.
      """;

  private final Map<String, byte[]> files = new LinkedHashMap<>();

  private Bundle() {}

  static byte[] of(byte[] report, byte[] caseDocument, List<CustodyFile> exhibits, Instant at) {
    Bundle bundle = new Bundle();
    bundle.files.put("READ-ME.txt", bytes(HOW));
    bundle.files.put("custody.pdf", report);
    bundle.files.put("custody.jsonld", caseDocument);
    StringBuilder unproved = new StringBuilder();
    for (CustodyFile file : exhibits) {
      for (CustodyAct act : file.acts()) {
        bundle.proof(file, act, unproved);
      }
    }
    bundle.files.put("unproved.txt", bytes(unproved.isEmpty() ? "none\n" : unproved.toString()));
    bundle.sums();
    return bundle.zip(at);
  }

  private void proof(CustodyFile file, CustodyAct act, StringBuilder unproved) {
    Receipt proof = file.proofs().get(act.id());
    String name = file.exhibit().number() + "-act-%03d".formatted(act.number());
    if (proof == null) {
      unproved
          .append(name)
          .append(": ")
          .append(
              act.statement() == null
                  ? "its words were erased by order, or it is from before acts were bound to the ledger"
                  : "no checkpoint covers its entry yet, or its opening was destroyed by order")
          .append('\n');
      return;
    }
    files.put("proofs/" + name + "-" + act.id() + ".json", proof.toBytes());
    files.putIfAbsent("key.txt", bytes(proof.key() + "\n"));
  }

  private void sums() {
    StringBuilder sums = new StringBuilder();
    files.forEach(
        (name, bytes) -> sums.append(Sha256.hex(bytes)).append("  ").append(name).append('\n'));
    files.put("SHA256SUMS", bytes(sums.toString()));
  }

  private byte[] zip(Instant at) {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream();
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        entry.setLastModifiedTime(FileTime.from(at));
        zip.putNextEntry(entry);
        zip.write(file.getValue());
        zip.closeEntry();
      }
      zip.finish();
      return out.toByteArray();
    } catch (IOException failed) {
      throw new CordonException("The bundle could not be packed.", failed);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
