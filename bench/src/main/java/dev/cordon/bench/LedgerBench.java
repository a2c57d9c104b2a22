package dev.cordon.bench;

import dev.cordon.kernel.merkle.LogVerifier;
import dev.cordon.kernel.merkle.LogWriter;
import dev.cordon.kernel.merkle.NoteSigner;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/*
 * The files of a ledger alone: entries of the size the server's have, published in batches, each durable when the batch's
 * checkpoint stands; then the whole of it verified, beside SHA-256 over the same bytes, read from the same files.
 */
/** Measures writing and verifying a ledger's files; the answer of each is checked. */
public final class LedgerBench {

  private static final int ENTRY_SIZE_BYTES = 500;
  private static final int BUFFER_SIZE_BYTES = 1 << 16;

  private final PrintStream out;
  private final Path folder;
  private final long entries;
  private final int batch;
  private final NoteSigner signer = NoteSigner.generate("ledger.bench.invalid");

  private LedgerBench(String[] arguments, PrintStream out) {
    this.out = out;
    this.folder = Path.of(arguments[0]).toAbsolutePath();
    this.entries = Long.parseLong(arguments[1]);
    this.batch = Integer.parseInt(arguments[2]);
  }

  /** Arguments: an empty folder, how many entries, how many a batch. */
  public static void main(String[] arguments) throws Exception {
    System.exit(new LedgerBench(arguments, System.out).run() ? 0 : 1);
  }

  private boolean run() throws IOException, NoSuchAlgorithmException {
    double writing = seconds(this::write);
    out.printf(
        "written %d entries of %d bytes in batches of %d: %.0f a second, durable%n",
        entries, ENTRY_SIZE_BYTES, batch, entries / writing);
    double plain = seconds(this::hashPlainly);
    boolean[] held = new boolean[1];
    double verifying = seconds(() -> held[0] = verify());
    out.printf(
        "verified in %.2f s; SHA-256 over the same bytes, one after the other, %.2f s: %.2f times;"
            + " heap at most %d MB%n",
        verifying, plain, verifying / plain, Runtime.getRuntime().maxMemory() >> 20);
    double again = seconds(() -> held[0] &= verify());
    out.printf("verified again in %.2f s: %.2f times%n", again, again / plain);
    out.println(held[0] ? "every check held" : "WRONG: a check failed");
    return held[0];
  }

  private void write() {
    LogWriter writer = LogWriter.open(folder, signer);
    byte[] entry = new byte[ENTRY_SIZE_BYTES];
    Arrays.fill(entry, (byte) 'x');
    for (long number = writer.size(); number < entries; number++) {
      ByteBuffer.wrap(entry).putLong(number);
      writer.append(entry);
      if ((number + 1) % batch == 0) {
        writer.publish();
      }
    }
    writer.publish();
  }

  private boolean verify() {
    List<LogVerifier.Step> steps = LogVerifier.verify(folder, signer.key());
    return steps.stream().allMatch(LogVerifier.Step::held)
        && steps.stream().anyMatch(step -> step.detail().startsWith(entries + " entries"));
  }

  private void hashPlainly() throws IOException, NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    byte[] buffer = new byte[BUFFER_SIZE_BYTES];
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        try (InputStream in = Files.newInputStream(file)) {
          int read = in.read(buffer);
          while (read >= 0) {
            digest.update(buffer, 0, read);
            read = in.read(buffer);
          }
        }
      }
    }
    out.printf("SHA-256 %02x…%n", digest.digest()[0]);
  }

  private interface Work {
    void run() throws IOException, NoSuchAlgorithmException;
  }

  private static double seconds(Work work) throws IOException, NoSuchAlgorithmException {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }
}
