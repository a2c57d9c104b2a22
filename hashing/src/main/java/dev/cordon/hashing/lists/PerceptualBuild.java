package dev.cordon.hashing.lists;

import dev.cordon.formats.lists.ListedHash;
import dev.cordon.kernel.hamming.Code256;
import dev.cordon.kernel.hamming.CodeList;
import dev.cordon.kernel.hamming.HammingIndex;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Builds the index of a list's perceptual hashes outside the heap, in blocks. For one thread. */
final class PerceptualBuild implements AutoCloseable {

  private static final int BLOCK_CODES = 4 << 20;

  private final Path folder;
  private @Nullable HammingIndex index;
  private @Nullable CodeList block;
  private @Nullable StoreFile rows;

  PerceptualBuild(Path folder) {
    this.folder = folder;
  }

  void add(ListedHash hash, long row) throws IOException {
    CodeList codes = block;
    StoreFile positions = rows;
    if (codes == null || positions == null) {
      index = new HammingIndex();
      codes = new CodeList();
      block = codes;
      positions = new StoreFile(folder.resolve(OpenPart.PDQ_ROWS));
      rows = positions;
    }
    codes.add(Code256.parse(HexFormat.of().formatHex(hash.bytes())));
    positions.write(ByteBuffer.allocate(Integer.BYTES).putInt((int) row).array());
    if (codes.size() == BLOCK_CODES) {
      flush(codes);
    }
  }

  private void flush(CodeList codes) {
    if (index != null) {
      index.insertAll(codes);
    }
    codes.clear();
  }

  /** Writes the index, where there is one. */
  void end(StoredFiles stored) throws IOException {
    if (index == null || block == null || rows == null) {
      return;
    }
    flush(block);
    index.save(folder.resolve(OpenPart.PDQ));
    stored.add(OpenPart.PDQ, folder.resolve(OpenPart.PDQ));
    stored.add(OpenPart.PDQ_ROWS, rows);
  }

  @Override
  public void close() throws IOException {
    if (block != null) {
      block.close();
      block = null;
    }
    if (index != null) {
      index.close();
    }
    if (rows != null) {
      rows.close();
    }
  }
}
