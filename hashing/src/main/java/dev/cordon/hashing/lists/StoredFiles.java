package dev.cordon.hashing.lists;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/** Collects the files of a part with their checksums. */
final class StoredFiles {

  private final List<ListPart.Stored> all = new ArrayList<>();

  /** Closes a file and notes it. */
  void add(String name, StoreFile file) throws IOException {
    file.close();
    all.add(new ListPart.Stored(name, file.length(), file.checksum()));
  }

  /** Reads a file another has written, and notes it. */
  void add(String name, Path path) throws IOException {
    CRC32C checksum = new CRC32C();
    long length = 0;
    byte[] piece = new byte[1 << 18];
    try (InputStream in = Files.newInputStream(path);
        FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
      for (int read = in.read(piece); read > 0; read = in.read(piece)) {
        checksum.update(piece, 0, read);
        length += read;
      }
      channel.force(true);
    }
    all.add(new ListPart.Stored(name, length, checksum.getValue()));
  }

  List<ListPart.Stored> all() {
    return List.copyOf(all);
  }
}
