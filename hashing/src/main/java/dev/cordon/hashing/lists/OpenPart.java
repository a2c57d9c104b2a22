package dev.cordon.hashing.lists;

import dev.cordon.formats.lists.HashKind;
import dev.cordon.hashing.HashingException;
import dev.cordon.kernel.KernelException;
import dev.cordon.kernel.digest.Digests;
import dev.cordon.kernel.hamming.Code256;
import dev.cordon.kernel.hamming.HammingIndex;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** One part of a list, open to be asked. Safe for many threads. */
final class OpenPart implements AutoCloseable {

  static final String DESCRIPTION = "part.json";
  static final String ROWS = "rows";
  static final String PDQ = "pdq";
  static final String PDQ_ROWS = "pdq-rows";

  private final ListPart part;
  private final RowFile rows;
  private final Map<HashKind, DigestFile> digests = new EnumMap<>(HashKind.class);
  private final @Nullable HammingIndex pdq;
  private final @Nullable PositionRows pdqRows;

  private OpenPart(Path folder, ListPart part) throws IOException {
    this.part = part;
    rows = RowFile.open(folder.resolve(ROWS));
    HammingIndex index = null;
    PositionRows positions = null;
    for (HashKind kind : HashKind.values()) {
      if (!part.hashes().containsKey(kind.text())) {
        continue;
      }
      if (kind == HashKind.PDQ) {
        index = HammingIndex.open(folder.resolve(PDQ));
        positions = PositionRows.open(folder.resolve(PDQ_ROWS));
      } else {
        digests.put(kind, DigestFile.open(folder.resolve(kind.text()), kind));
      }
    }
    pdq = index;
    pdqRows = positions;
  }

  static OpenPart open(Path folder, String sha256) throws IOException {
    ListPart part = description(folder, sha256);
    for (ListPart.Stored stored : part.stored()) {
      Path file = folder.resolve(stored.name());
      if (!Files.exists(file) || Files.size(file) != stored.bytes()) {
        throw new HashingException(
            "list '%s': %s is missing or not %d bytes long; add the list again"
                .formatted(part.terms().name(), stored.name(), stored.bytes()));
      }
    }
    try {
      return new OpenPart(folder, part);
    } catch (KernelException damaged) {
      throw new HashingException(
          "list '%s' is damaged: %s".formatted(part.terms().name(), damaged.getMessage()), damaged);
    }
  }

  static ListPart description(Path folder, String sha256) throws IOException {
    Path file = folder.resolve(DESCRIPTION);
    byte[] bytes = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
    if (!ListStore.sha256(bytes).equals(sha256)) {
      throw new HashingException("the description of a list is missing or was changed");
    }
    try {
      return ListStore.MAPPER.readValue(bytes, ListPart.class);
    } catch (JacksonException damaged) {
      throw new HashingException("the description of a list is damaged", damaged);
    }
  }

  /** What differs from its checksum. */
  static List<String> check(Path folder, ListPart part) throws IOException {
    List<String> wrong = new ArrayList<>();
    byte[] piece = new byte[1 << 18];
    for (ListPart.Stored stored : part.stored()) {
      Path file = folder.resolve(stored.name());
      CRC32C checksum = new CRC32C();
      if (Files.exists(file)) {
        try (InputStream in = Files.newInputStream(file)) {
          for (int read = in.read(piece); read > 0; read = in.read(piece)) {
            checksum.update(piece, 0, read);
          }
        }
      }
      if (checksum.getValue() != stored.crc32c() || Files.size(file) != stored.bytes()) {
        wrong.add(part.terms().name() + ": " + stored.name() + " is not what was stored");
      }
    }
    return wrong;
  }

  ListPart part() {
    return part;
  }

  void exact(Digests wanted, ListStore.Found found) {
    exact(HashKind.SHA256, wanted.sha256(), found);
    exact(HashKind.SHA1, wanted.sha1(), found);
    exact(HashKind.MD5, wanted.md5(), found);
  }

  private void exact(HashKind kind, String hex, ListStore.Found found) {
    DigestFile file = digests.get(kind);
    if (file == null || hex.isEmpty()) {
      return;
    }
    int[] count = new int[1];
    file.find(
        HexFormat.of().parseHex(hex),
        row -> {
          if (count[0]++ < ListStore.MOST_MATCHES) {
            found.add(match(kind, 0, row));
          } else {
            found.more(1);
          }
          return count[0] < 1_000_000;
        });
  }

  void similar(Code256 code, ListStore.Found found) {
    HammingIndex index = pdq;
    PositionRows positions = pdqRows;
    if (index == null || positions == null) {
      return;
    }
    PriorityQueue<Long> nearest =
        new PriorityQueue<>(ListStore.MOST_MATCHES + 1, Comparator.reverseOrder());
    index.search(
        code,
        part.terms().radius(),
        (position, distance) -> {
          nearest.add((long) distance << 40 | position);
          if (nearest.size() > ListStore.MOST_MATCHES) {
            nearest.remove();
            found.more(1);
          }
        });
    nearest.stream()
        .sorted()
        .forEach(near -> {
          long row = positions.row(near & (1L << 40) - 1);
          found.add(match(HashKind.PDQ, (int) (near >>> 40), row));
        });
  }

  private ListMatch match(HashKind kind, int distance, long number) {
    RowFile.Row row = rows.row(number);
    Optional<Category> category =
        row.category() == 0 || row.category() >= part.categories().size()
            ? Optional.empty()
            : Optional.of(part.categories().get(row.category()));
    String file =
        row.file() < part.files().size() ? part.files().get(row.file()).name() : "unknown";
    return new ListMatch(
        part.terms(),
        kind,
        distance,
        category,
        row.claims(),
        row.isWithdrawn(),
        file,
        row.offset(),
        row.line());
  }

  @Override
  public void close() {
    rows.close();
    digests.values().forEach(DigestFile::close);
    if (pdq != null) {
      pdq.close();
    }
    if (pdqRows != null) {
      pdqRows.close();
    }
  }
}
