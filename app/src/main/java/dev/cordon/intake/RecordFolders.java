package dev.cordon.intake;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where the records of sources lie, {@code records/<source>/<number>/}: the highest number counts.
 *
 * <p>A folder gets its number by one rename, when all in it is on the disk; so whoever looks finds
 * the old records or the new, whole. Who reads takes a {@link Reading}: what it reads is deleted
 * only when the last reading of it is closed. What a killed process left is removed by {@link
 * #settle}. Thread-safe within the process; a vault belongs to one process.
 */
final class RecordFolders {

  private static final Map<Path, RecordFolders> KNOWN = new ConcurrentHashMap<>();
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");
  private static final Pattern SOURCE =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final String MOVING = ".moving-";
  private static final List<String> KEPT = List.of("report.json", "edition.json", "identities");

  private final Path root;
  private final Map<Path, Integer> readings = new HashMap<>();

  private RecordFolders(Path root) {
    this.root = root;
  }

  /** The folders below this root, one object for each root of the process. */
  static RecordFolders of(Path root) {
    return KNOWN.computeIfAbsent(root.toAbsolutePath().normalize(), RecordFolders::new);
  }

  /** The folders that counted at one moment; they stay until closed. */
  final class Reading implements AutoCloseable {

    private final Map<SourceId, Path> folders;
    private boolean isClosed;

    private Reading(Map<SourceId, Path> folders) {
      this.folders = folders;
    }

    /** All of them, in the order of the sources' ids. */
    List<Path> folders() {
      return List.copyOf(folders.values());
    }

    /** The sources that have records, in the order of their ids. */
    List<SourceId> sources() {
      return List.copyOf(folders.keySet());
    }

    /** The folder of one source; none when it has no records. */
    Optional<Path> folder(SourceId source) {
      return Optional.ofNullable(folders.get(source));
    }

    @Override
    public void close() {
      release(this);
    }
  }

  /** The records that count now. */
  synchronized Reading read() {
    Map<SourceId, Path> folders = new TreeMap<>(java.util.Comparator.comparing(SourceId::toString));
    for (Path source : sourceFolders()) {
      highest(source)
          .ifPresent(number ->
              folders.put(
                  SourceId.parse(source.getFileName().toString()),
                  source.resolve(Integer.toString(number))));
    }
    folders.values().forEach(folder -> readings.merge(folder, 1, Integer::sum));
    return new Reading(folders);
  }

  /** The folder of a source's records that counts now; none when there is none. */
  synchronized Optional<Path> current(SourceId source) {
    Path folder = folder(source);
    OptionalInt highest = highest(folder);
    return highest.isEmpty()
        ? Optional.empty()
        : Optional.of(folder.resolve(Integer.toString(highest.getAsInt())));
  }

  /** The folder that the next records of the source will be. */
  synchronized Path next(SourceId source) {
    return folder(source).resolve(Integer.toString(highest(folder(source)).orElse(0) + 1));
  }

  /**
   * Makes a folder the source's records, whole and durably; the earlier ones are deleted when
   * nobody reads them any more. The folder is moved; report, edition and identities that it lacks
   * are taken over from the earlier records.
   */
  synchronized void replace(SourceId source, Path made) throws IOException {
    Optional<Path> before = current(source);
    if (before.isPresent()) {
      takeOver(before.get(), made);
    }
    sync(made);
    Path folder = Files.createDirectories(folder(source));
    force(root);
    Path target = next(source);
    Files.move(made, target, StandardCopyOption.ATOMIC_MOVE);
    force(folder);
    deleteEarlier(folder);
  }

  /** Whether earlier records of the source are still on the disk because somebody reads them. */
  synchronized boolean hasEarlier(SourceId source) {
    return numbers(folder(source)).size() > 1;
  }

  /**
   * Brings records of the layout without numbers into this one and removes what a killed process
   * left. Can itself be killed and run again.
   */
  synchronized void settle() throws IOException {
    for (Path moving : below(root)) {
      if (moving.getFileName().toString().startsWith(MOVING)) {
        finishMoving(moving);
      }
    }
    for (Path source : sourceFolders()) {
      if (isWithoutNumbers(source)) {
        Path moving = root.resolve(MOVING + source.getFileName());
        Files.move(source, moving, StandardCopyOption.ATOMIC_MOVE);
        force(root);
        finishMoving(moving);
      } else {
        deleteEarlier(source);
      }
    }
  }

  private void finishMoving(Path moving) throws IOException {
    Path source = root.resolve(moving.getFileName().toString().substring(MOVING.length()));
    Files.createDirectories(source);
    Files.move(moving, source.resolve("1"), StandardCopyOption.ATOMIC_MOVE);
    force(source);
    force(root);
  }

  private static boolean isWithoutNumbers(Path source) throws IOException {
    try (Stream<Path> entries = Files.list(source)) {
      return entries.anyMatch(entry -> !NUMBER.matcher(entry.getFileName().toString()).matches());
    }
  }

  private void deleteEarlier(Path source) throws IOException {
    OptionalInt highest = highest(source);
    if (highest.isEmpty()) {
      Files.deleteIfExists(source);
      return;
    }
    for (int number : numbers(source)) {
      Path folder = source.resolve(Integer.toString(number));
      if (number != highest.getAsInt() && !readings.containsKey(folder)) {
        Vault.deleteAll(folder);
        force(source);
      }
    }
  }

  private synchronized void release(Reading reading) {
    if (reading.isClosed) {
      return;
    }
    reading.isClosed = true;
    for (Path folder : reading.folders.values()) {
      readings.computeIfPresent(folder, (path, count) -> count == 1 ? null : count - 1);
    }
    try {
      for (Path folder : reading.folders.values()) {
        Path source = folder.getParent();
        if (source != null && !readings.containsKey(folder) && numbers(source).size() > 1) {
          deleteEarlier(source);
        }
      }
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException("earlier records cannot be deleted", failure);
    }
  }

  private static void takeOver(Path before, Path made) throws IOException {
    for (String name : KEPT) {
      Path kept = before.resolve(name);
      Path missing = made.resolve(name);
      if (!Files.exists(kept) || Files.exists(missing)) {
        continue;
      }
      try (Stream<Path> files = Files.walk(kept)) {
        for (Path file : files.toList()) {
          Files.copy(file, missing.resolve(kept.relativize(file).toString()));
        }
      }
    }
  }

  /** Puts all files on the disk, read-only. */
  private static void sync(Path made) throws IOException {
    try (Stream<Path> files = Files.walk(made)) {
      for (Path file : files.toList()) {
        if (Files.isRegularFile(file)) {
          Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
        }
        force(file);
      }
    }
  }

  static void force(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private Path folder(SourceId source) {
    return root.resolve(source.toString());
  }

  private static OptionalInt highest(Path source) {
    return numbers(source).stream().mapToInt(Integer::intValue).max();
  }

  private static List<Integer> numbers(Path source) {
    return below(source).stream()
        .map(path -> path.getFileName().toString())
        .filter(name -> NUMBER.matcher(name).matches())
        .map(Integer::valueOf)
        .toList();
  }

  private List<Path> sourceFolders() {
    return below(root).stream()
        .filter(path -> SOURCE.matcher(path.getFileName().toString()).matches())
        .toList();
  }

  private static List<Path> below(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return new ArrayList<>(entries.sorted().toList());
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(folder + " cannot be read", failure);
    }
  }
}
