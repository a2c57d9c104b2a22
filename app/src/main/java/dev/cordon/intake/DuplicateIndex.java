package dev.cordon.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the keys of rows to find those that come again, within a file and from file to file.
 *
 * <p>The rule: of equal rows the one of the source taken in first counts, within a source the first
 * in its order; all later ones are duplicates and point to it. A source keeps its place when it is
 * read again. So the answer depends on the sources and their places, not on when which was read
 * again: what earlier sources hold is read from their {@link Identities} when a group of rows is
 * first asked for.
 *
 * <p>Holds keyed digests only, outside the heap. Not thread-safe.
 */
public final class DuplicateIndex implements AutoCloseable {

  private static final int ROW_BITS = 44;

  private record Table(SourceId source, String name) {}

  /** Rows that may repeat each other: a name of its own for files, and where its keys go. */
  private static final class Group {

    private final String name;
    private final byte[] label;
    private final boolean isOfOneSource;
    private Identities.@Nullable Writer writer;

    Group(String name, byte[] label, boolean isOfOneSource) {
      this.name = name;
      this.label = label;
      this.isOfOneSource = isOfOneSource;
    }
  }

  private final Vault vault;
  private final byte[] secret;
  private final List<Table> tables = new ArrayList<>();
  private final Map<String, Group> groups = new HashMap<>();
  private final Map<String, Group> used = new TreeMap<>();
  private List<Edition> before = List.of();
  private @Nullable SourceId reading;
  private Path records;
  private KeyTable keys;

  /** Keeps its file in the vault's work folder and its digests under a key of the vault. */
  public DuplicateIndex(Vault vault) {
    this.vault = vault;
    this.records = vault.work();
    this.secret = vault.key().derive(vault.key().oldest(), "duplicates");
    this.keys = new KeyTable(vault.work());
  }

  /**
   * A source is read from now on: its keys go beside these records, and it repeats rows of these
   * editions, which come before it.
   */
  void begin(SourceId source, List<Edition> earlier, Path recordsFolder) {
    reading = source;
    before = List.copyOf(earlier);
    records = recordsFolder;
    used.clear();
  }

  /** The source is read: the groups it has a part in, each with a digest of its keys. */
  Map<String, String> end() throws IOException {
    Map<String, String> digests = new TreeMap<>();
    for (Group group : used.values()) {
      Identities.Writer writer = group.writer;
      if (writer != null) {
        digests.put(group.name, writer.finish());
        group.writer = null;
      }
    }
    reading = null;
    return digests;
  }

  /** Forgets everything, so that nothing of a source that was not taken in stays. */
  void forget() {
    closeWriters();
    reading = null;
    groups.clear();
    used.clear();
    tables.clear();
    keys.close();
    keys = new KeyTable(vault.work());
  }

  /**
   * The row that had this key in this group first, or null when this is the first, which is then
   * remembered. A group whose name begins with the source's id holds for that source alone.
   */
  public @Nullable Origin first(String group, byte[] key, Origin origin) {
    Group asked = groups.get(group);
    if (asked == null) {
      asked = open(group, origin.source());
    }
    if (!asked.isOfOneSource && asked.writer == null && origin.source().equals(reading)) {
      use(asked, origin.source());
    }
    ByteBuffer digest = digest(asked, key);
    long high = digest.getLong();
    long low = digest.getLong();
    Origin first = firstOrRemember(high, low, origin);
    if (first == null) {
      write(asked, high, low, origin);
    }
    return first;
  }

  private @Nullable Origin firstOrRemember(long high, long low, Origin origin) {
    long known = keys.putIfAbsent(high, low, (long) number(origin) << ROW_BITS | origin.row());
    if (known == 0) {
      return null;
    }
    Table table = tables.get((int) (known >>> ROW_BITS));
    return new Origin(table.source, table.name, known & ((1L << ROW_BITS) - 1));
  }

  private Group open(String group, SourceId source) {
    byte[] label = group.getBytes(StandardCharsets.UTF_8);
    String name = HexFormat.of().formatHex(digest(secret, label), 0, 16);
    Group opened = new Group(name, label, group.startsWith(source + "/"));
    if (!opened.isOfOneSource) {
      load(opened);
    }
    groups.put(group, opened);
    return opened;
  }

  /** What the sources before this one hold, the first of each key. */
  private void load(Group group) {
    try (RecordFolders.Reading folders = vault.folders().read()) {
      for (Edition edition : before) {
        Path folder = folders.folder(edition.source()).orElse(null);
        if (folder != null && edition.order().groups().containsKey(group.name)) {
          Identities.read(
              vault,
              folder,
              edition.source(),
              group.name,
              (high, low, table, row) ->
                  firstOrRemember(high, low, new Origin(edition.source(), table, row)));
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void use(Group group, SourceId source) {
    try {
      group.writer = new Identities.Writer(vault, records, source, group.name);
      used.put(group.name, group);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void write(Group group, long high, long low, Origin origin) {
    Identities.Writer writer = group.writer;
    if (writer == null) {
      return;
    }
    try {
      writer.add(high, low, origin.table(), origin.row());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void closeWriters() {
    for (Group group : used.values()) {
      Identities.Writer writer = group.writer;
      group.writer = null;
      try {
        if (writer != null) {
          writer.close();
        }
      } catch (IOException abandoned) {
        // The file is in a work folder that is deleted.
        continue;
      }
    }
  }

  @Override
  public void close() {
    closeWriters();
    keys.close();
  }

  private int number(Origin origin) {
    for (int index = tables.size() - 1; index >= 0; index--) {
      Table table = tables.get(index);
      if (table.name.equals(origin.table()) && table.source.equals(origin.source())) {
        return index;
      }
    }
    tables.add(new Table(origin.source(), origin.table()));
    return tables.size() - 1;
  }

  private ByteBuffer digest(Group group, byte[] key) {
    return ByteBuffer.wrap(digest(secret, group.label, new byte[1], key));
  }

  private static byte[] digest(byte[]... parts) {
    MessageDigest digest = RecordDigest.sha256();
    for (byte[] part : parts) {
      digest.update(part);
    }
    return digest.digest();
  }
}
