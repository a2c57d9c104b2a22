package dev.cordon.intake;

import dev.cordon.keys.Aead;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Seals the texts of one source as {@code FOLDER/texts/run-N}. Nothing is written in the clear.
 * Memory is bounded by one run. Not thread-safe.
 */
public final class TextWriter implements AutoCloseable {

  static final Comparator<SealedText> ORDER =
      Comparator.<SealedText, String>comparing(text -> text.origin().table())
          .thenComparing(SealedText::thread)
          .thenComparing(SealedText::at, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(text -> text.origin().row());

  private static final long RUN_BYTES = 24L << 20;
  private static final int BLOCK_BYTES = 64 << 10;
  private static final int ENTRY_BYTES = 160;

  private final Path folder;
  private final SourceId source;
  private String system;
  private final VaultKey key;
  private final long runBytes;
  private final RowSet erased;
  private final MessageDigest digest = RecordDigest.sha256();
  private long written;
  private final List<SealedText> waiting = new ArrayList<>();
  private long waitingBytes;
  private int runs;

  /** Writes below the folder of the source's records, under the vault's newest key. */
  public TextWriter(Path folder, SourceId source, String system, VaultKey key) {
    this(folder, source, system, key, RowSet.NONE);
  }

  /** The same, but the texts of erased rows are not written. */
  public TextWriter(Path folder, SourceId source, String system, VaultKey key, RowSet erased) {
    this(folder, source, system, key, RUN_BYTES, erased);
  }

  TextWriter(Path folder, SourceId source, String system, VaultKey key, long runBytes) {
    this(folder, source, system, key, runBytes, RowSet.NONE);
  }

  private TextWriter(
      Path folder, SourceId source, String system, VaultKey key, long runBytes, RowSet erased) {
    this.folder = folder.resolve(TextBlocks.FOLDER);
    this.source = source;
    this.system = system;
    this.key = key;
    this.runBytes = runBytes;
    this.erased = erased;
  }

  /** How many texts were written. */
  long written() {
    return written;
  }

  /** SHA-256 over the texts in the order of their blocks; to be asked once, when closed. */
  byte[] digest() {
    return digest.digest();
  }

  /** The texts from here on are of this system. */
  public void begin(String ofSystem) throws IOException {
    if (!ofSystem.equals(system)) {
      flush();
      system = ofSystem;
    }
  }

  /** Appends one text. */
  public void write(SealedText text) throws IOException {
    if (!erased.isEmpty() && erased.contains(text.origin())) {
      return;
    }
    written++;
    String thread = new TextThread(system, text.origin().table(), text.thread()).thread();
    waiting.add(
        thread.equals(text.thread())
            ? text
            : new SealedText(
                text.origin(),
                text.kind(),
                text.account(),
                thread,
                text.key(),
                text.at(),
                text.text()));
    waitingBytes += ENTRY_BYTES + text.text().length();
    if (waitingBytes >= runBytes) {
      flush();
    }
  }

  @Override
  public void close() throws IOException {
    flush();
  }

  private void flush() throws IOException {
    if (waiting.isEmpty()) {
      return;
    }
    Files.createDirectories(folder);
    int version = key.newest();
    Aead aead = new Aead(key.derive(version, TextBlocks.USE));
    String name = TextBlocks.runName(version, ++runs);
    waiting.sort(ORDER);
    Run run = new Run(aead, runs);
    try (DataOutputStream blocks =
        new DataOutputStream(
            new BufferedOutputStream(
                Files.newOutputStream(
                    folder.resolve(name + ".blocks"), StandardOpenOption.CREATE_NEW)))) {
      for (SealedText text : waiting) {
        run.add(text, blocks);
      }
      run.endBlock(blocks);
    }
    Files.write(folder.resolve(name + ".index"), run.index(system), StandardOpenOption.CREATE_NEW);
    waiting.clear();
    waitingBytes = 0;
  }

  /** One run while it is written. */
  private final class Run {

    private final Aead aead;
    private final int number;
    private final List<TextSummary> threads = new ArrayList<>();
    private final ByteArrayOutputStream places = new ByteArrayOutputStream();
    private final DataOutputStream placesOut = new DataOutputStream(places);
    private ByteArrayOutputStream block = new ByteArrayOutputStream();
    private @Nullable SealedText first;
    private int inBlock;
    private int blocksWritten;
    private long offset;

    Run(Aead aead, int number) {
      this.aead = aead;
      this.number = number;
    }

    void add(SealedText text, DataOutputStream blocks) throws IOException {
      if (first == null) {
        first = text;
      }
      TextBlocks.write(new DataOutputStream(block), text);
      inBlock++;
      count(text);
      if (block.size() >= BLOCK_BYTES) {
        endBlock(blocks);
      }
    }

    private void count(SealedText text) {
      TextThread thread = new TextThread(system, text.origin().table(), text.thread());
      Instant at = text.at();
      int last = threads.size() - 1;
      if (last >= 0 && threads.get(last).thread().equals(thread)) {
        threads.set(last, threads.get(last).with(at));
      } else {
        threads.add(new TextSummary(thread, 1, at, at));
      }
    }

    void endBlock(DataOutputStream blocks) throws IOException {
      SealedText begin = first;
      if (begin == null) {
        return;
      }
      byte[] plain = block.toByteArray();
      digest.update(plain);
      byte[] sealed = TextBlocks.seal(plain, aead, source, number, blocksWritten);
      blocks.write(sealed);
      TextBlocks.text(placesOut, begin.origin().table());
      TextBlocks.text(placesOut, begin.thread());
      placesOut.writeLong(offset);
      placesOut.writeInt(sealed.length);
      placesOut.writeInt(inBlock);
      offset += sealed.length;
      blocksWritten++;
      block = new ByteArrayOutputStream();
      first = null;
      inBlock = 0;
    }

    byte[] index(String ofSystem) throws IOException {
      ByteArrayOutputStream index = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(index);
      TextBlocks.text(out, ofSystem);
      out.writeInt(blocksWritten);
      places.writeTo(out);
      out.writeInt(threads.size());
      for (TextSummary one : threads) {
        TextBlocks.text(out, one.thread().channel());
        TextBlocks.text(out, one.thread().thread());
        out.writeLong(one.messages());
        TextBlocks.time(out, one.firstAt());
        TextBlocks.time(out, one.lastAt());
      }
      return TextBlocks.seal(index.toByteArray(), aead, source, number, TextBlocks.INDEX);
    }
  }
}
