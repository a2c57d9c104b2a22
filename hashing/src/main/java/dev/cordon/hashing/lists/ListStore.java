package dev.cordon.hashing.lists;

import dev.cordon.hashing.HashingException;
import dev.cordon.kernel.digest.Digests;
import dev.cordon.kernel.hamming.Code256;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The lists in a folder. {@code lists.json} names the parts that are in force; it is replaced as a
 * whole, so that a kill leaves the store as it was. Safe for many threads to ask.
 */
public final class ListStore implements AutoCloseable {

  /** The most rows told for one hash and part; further ones are counted. */
  static final int MOST_MATCHES = 100;

  static final JsonMapper MAPPER = JsonMapper.builder().build();

  private static final String INDEX = "lists.json";

  /** What {@code lists.json} holds: names of parts, with the CRC-32C of their description. */
  record Index(List<Entry> parts) {
    record Entry(String folder, String list, String sha256) {}
  }

  private final List<OpenPart> parts;

  private ListStore(List<OpenPart> parts) {
    this.parts = parts;
  }

  /**
   * Opens the lists of a folder.
   *
   * @throws HashingException where there are none, or a part is damaged
   */
  public static ListStore open(Path folder) throws IOException {
    List<OpenPart> open = new ArrayList<>();
    try {
      for (Index.Entry entry : index(folder).parts()) {
        open.add(OpenPart.open(folder.resolve(entry.folder()), entry.sha256()));
      }
      if (open.isEmpty()) {
        throw new HashingException("there are no lists in it; add one with ./cordon lists add");
      }
      return new ListStore(List.copyOf(open));
    } catch (IOException | RuntimeException failed) {
      open.forEach(OpenPart::close);
      throw failed;
    }
  }

  static Index index(Path folder) throws IOException {
    Path file = folder.resolve(INDEX);
    if (!Files.exists(file)) {
      return new Index(List.of());
    }
    try {
      return MAPPER.readValue(Files.readAllBytes(file), Index.class);
    } catch (JacksonException damaged) {
      throw new HashingException("lists.json of the list store is damaged", damaged);
    }
  }

  /** The parts in force, in the order they were added. */
  public List<ListPart> parts() {
    return parts.stream().map(OpenPart::part).toList();
  }

  /** Every row that holds one of the digests. */
  public Found exact(Digests digests) {
    Found found = new Found();
    parts.forEach(part -> part.exact(digests, found));
    return found;
  }

  /** Every row with a perceptual hash within its list's radius. */
  public Found similar(Code256 code) {
    Found found = new Found();
    parts.forEach(part -> part.similar(code, found));
    return found;
  }

  /** What was found: the nearest rows of each part, and how many more there are. */
  public static final class Found {

    private final List<ListMatch> matches = new ArrayList<>();
    private long more;

    void add(ListMatch match) {
      matches.add(match);
    }

    void more(long count) {
      more += count;
    }

    /** The rows. */
    public List<ListMatch> matches() {
      return List.copyOf(matches);
    }

    /** How many rows are not told. */
    public long more() {
      return more;
    }
  }

  /** Checks each stored byte against its checksum; what is wrong, one line each. */
  static List<String> check(Path folder) throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Index.Entry entry : index(folder).parts()) {
      Path part = folder.resolve(entry.folder());
      try {
        wrong.addAll(OpenPart.check(part, OpenPart.description(part, entry.sha256())));
      } catch (HashingException damaged) {
        wrong.add(entry.list() + ": " + damaged.getMessage());
      }
    }
    return wrong;
  }

  /**
   * Puts a part that is complete into force, in place of its list's earlier ones or beside them.
   */
  static void enforce(Path folder, String part, ListPart description, String sha256)
      throws IOException {
    List<Index.Entry> entries = new ArrayList<>();
    for (Index.Entry entry : index(folder).parts()) {
      if (description.isUpdate() || !entry.list().equals(description.terms().name())) {
        entries.add(entry);
      }
    }
    entries.add(new Index.Entry(part, description.terms().name(), sha256));
    replace(folder.resolve(INDEX), MAPPER.writeValueAsBytes(new Index(entries)));
    sweep(folder, entries);
  }

  private static void replace(Path file, byte[] bytes) throws IOException {
    Path part = file.resolveSibling("." + file.getFileName() + ".part");
    Files.deleteIfExists(part);
    try (StoreFile to = new StoreFile(part)) {
      to.write(bytes, 0, bytes.length);
    }
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Removes folders of parts that are not in force: earlier ones, and what a kill has left. */
  static void sweep(Path folder, List<Index.Entry> inForce) throws IOException {
    Set<String> kept = new TreeSet<>(inForce.stream().map(Index.Entry::folder).toList());
    try (Stream<Path> listed = Files.list(folder)) {
      for (Path path : listed.sorted().toList()) {
        String name = path.getFileName().toString();
        if (name.matches("part-[0-9a-f-]{36}") && !kept.contains(name)) {
          remove(path);
        }
      }
    }
  }

  static void remove(Path folder) throws IOException {
    try (Stream<Path> listed = Files.list(folder)) {
      for (Path file : listed.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  /** Makes the folder, for its owner alone, and keeps others from adding until it is closed. */
  static Lock lock(Path folder) throws IOException {
    Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    FileChannel channel =
        FileChannel.open(
            folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = channel.tryLock();
    if (lock == null) {
      channel.close();
      throw new HashingException("another process adds a list to this folder; try again later");
    }
    return channel::close;
  }

  /** A lock that is given back. */
  interface Lock extends AutoCloseable {
    @Override
    void close() throws IOException;
  }

  static String sha256(byte[] bytes) {
    return dev.cordon.kernel.digest.ThreeDigests.of(bytes).sha256();
  }

  static byte[] described(ListPart part) {
    return MAPPER.writeValueAsString(part).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    parts.forEach(OpenPart::close);
  }
}
