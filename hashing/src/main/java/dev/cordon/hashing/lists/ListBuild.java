package dev.cordon.hashing.lists;

import dev.cordon.formats.FormatException;
import dev.cordon.formats.Position;
import dev.cordon.formats.lists.HashKind;
import dev.cordon.formats.lists.HashLists;
import dev.cordon.formats.lists.ListEntry;
import dev.cordon.formats.lists.ListHandler;
import dev.cordon.formats.lists.ListOutcome;
import dev.cordon.formats.lists.ListedHash;
import dev.cordon.formats.lists.VendorHash;
import dev.cordon.formats.sqlite.RandomBytes;
import dev.cordon.hashing.HashingException;
import dev.cordon.hashing.JsonLine;
import dev.cordon.hashing.Progress;
import dev.cordon.hashing.SafeText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads the files of a list into a new part's folder. Nothing of it is in force before {@link
 * #part} is written and {@link ListStore} is told. For one thread.
 */
final class ListBuild implements ListHandler, AutoCloseable {

  private static final long MOST_ROWS = 4_000_000_000L;
  private static final int MOST_FILES = 65_000;

  private final Path folder;
  private final ListRequest request;
  private final Progress progress;
  private final StoreFile rowsFile;
  private final StoreFile vendorFile;
  private final StoreFile quarantine;
  private final PerceptualBuild perceptual;
  private final Map<HashKind, DigestSorter> sorters = new EnumMap<>(HashKind.class);
  private final Map<HashKind, Long> counts = new EnumMap<>(HashKind.class);
  private final Map<String, Long> vendors = new TreeMap<>();
  private final Categories categories = new Categories();
  private final StoredFiles stored = new StoredFiles();
  private int file = -1;
  private long rows;
  private long broken;

  ListBuild(Path folder, ListRequest request, Progress progress) throws IOException {
    this.folder = folder;
    this.request = request;
    this.progress = progress;
    rowsFile = new StoreFile(folder.resolve(OpenPart.ROWS));
    vendorFile = new StoreFile(folder.resolve("vendor.jsonl"));
    quarantine = new StoreFile(folder.resolve("quarantine.jsonl"));
    perceptual = new PerceptualBuild(folder);
  }

  /** Reads one file after those before it. */
  ListPart.Origin read(Path path) throws IOException {
    if (++file >= MOST_FILES) {
      throw new HashingException("a list of more than " + MOST_FILES + " files");
    }
    categories.begin();
    String name = String.valueOf(path.getFileName());
    try {
      Source source = new Source(path);
      ListOutcome outcome = source.read(request.assumed(), this);
      boolean isCut = !outcome.end().isEmpty() && !request.takesCutFiles();
      if (isCut) {
        throw new HashingException(
            "%s %s; nothing was added. Get it anew, or take what can be read with --take-cut"
                .formatted(SafeText.plain(name), outcome.end()));
      }
      String profile = categories.end(outcome.profile(), request.profile(), SafeText.plain(name));
      return new ListPart.Origin(
          name,
          Files.size(path),
          source.sha256(),
          outcome.form().name(),
          profile,
          outcome.model(),
          outcome.end());
    } catch (FormatException refused) {
      throw new HashingException(SafeText.plain(name) + ": " + refused.getMessage(), refused);
    } catch (UncheckedIOException failed) {
      throw new IOException(failed.getCause());
    }
  }

  @Override
  public void entry(ListEntry entry) {
    try {
      if (rows >= MOST_ROWS) {
        throw new HashingException("a list of more than " + MOST_ROWS + " rows");
      }
      RowFile.write(rowsFile, entry, file, categories.number(entry.category()));
      for (ListedHash hash : entry.hashes()) {
        hash(hash);
      }
      for (VendorHash hash : entry.vendorHashes()) {
        vendor(hash);
      }
      rows++;
      progress.advance(1, 0);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void hash(ListedHash hash) throws IOException {
    counts.merge(hash.kind(), 1L, Long::sum);
    if (hash.kind() == HashKind.PDQ) {
      perceptual.add(hash, rows);
      return;
    }
    DigestSorter sorter = sorters.get(hash.kind());
    if (sorter == null) {
      sorter = new DigestSorter(folder, hash.kind().text(), hash.kind().bytes());
      sorters.put(hash.kind(), sorter);
    }
    sorter.add(hash, rows);
  }

  private void vendor(VendorHash hash) throws IOException {
    if (vendors.size() < 1000 || vendors.containsKey(hash.name())) {
      vendors.merge(hash.name(), 1L, Long::sum);
    } else {
      vendors.merge("others", 1L, Long::sum);
    }
    line(
        vendorFile,
        new JsonLine().number("row", rows).text("name", hash.name()).text("value", hash.value()));
  }

  @Override
  public void broken(Position position, String reason) {
    broken++;
    try {
      line(
          quarantine,
          new JsonLine()
              .number("file", file + 1L)
              .number("byte", position.byteOffset())
              .number("line", position.line())
              .text("reason", reason));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void line(StoreFile to, JsonLine line) throws IOException {
    byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
    to.write(bytes, 0, bytes.length);
  }

  /** Sorts and writes everything, the description last; returns it. */
  ListPart part(java.util.List<ListPart.Origin> origins, String added) throws IOException {
    if (rows == 0) {
      throw new HashingException("not one row holds a hash; " + broken + " rows are broken");
    }
    stored.add(OpenPart.ROWS, rowsFile);
    stored.add("vendor.jsonl", vendorFile);
    stored.add("quarantine.jsonl", quarantine);
    for (Map.Entry<HashKind, DigestSorter> entry : sorters.entrySet()) {
      String name = entry.getKey().text();
      stored.add(name, DigestFile.write(folder.resolve(name), entry.getKey(), entry.getValue()));
    }
    perceptual.end(stored);
    Map<String, Long> hashes = new TreeMap<>();
    counts.forEach((kind, count) -> hashes.put(kind.text(), count));
    ListPart part =
        new ListPart(
            request.terms(),
            added,
            request.isUpdate(),
            origins,
            rows,
            broken,
            hashes,
            vendors,
            categories.all(),
            stored.all());
    try (StoreFile description = new StoreFile(folder.resolve(OpenPart.DESCRIPTION))) {
      description.write(ListStore.described(part));
    }
    progress.end();
    return part;
  }

  @Override
  public void close() throws IOException {
    rowsFile.close();
    vendorFile.close();
    quarantine.close();
    perceptual.close();
    for (DigestSorter sorter : sorters.values()) {
      sorter.close();
    }
  }

  /** A file with the digest of what was read of it. */
  private static final class Source {

    private final Path path;
    private String sha256 = "";

    Source(Path path) {
      this.path = path;
    }

    ListOutcome read(@Nullable HashKind assumed, ListHandler handler) throws IOException {
      byte[] head;
      try (InputStream start = Files.newInputStream(path)) {
        head = start.readNBytes(16);
      }
      if (HashLists.isSqlite(head)) {
        sha256 = digest(path);
        try (var channel = Files.newByteChannel(path)) {
          return HashLists.readSqlite(RandomBytes.of(channel), handler);
        }
      }
      try (DigestedStream stream = new DigestedStream(Files.newInputStream(path))) {
        ListOutcome outcome = HashLists.read(stream, assumed, handler);
        sha256 = stream.sha256();
        return outcome;
      }
    }

    private static String digest(Path path) throws IOException {
      try (DigestedStream stream = new DigestedStream(Files.newInputStream(path))) {
        return stream.sha256();
      }
    }

    String sha256() {
      return sha256;
    }
  }
}
