package dev.cordon.hashing.exhibits;

import dev.cordon.decoder.DecodedFrame;
import dev.cordon.hashing.FrameText;
import dev.cordon.hashing.HashingException;
import dev.cordon.hashing.SafeText;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * The inventory on a disk: {@code inventory.jsonl}, a line for each item in the order of the walk,
 * and {@code names.jsonl}, which alone holds names. Lines are only appended, so that after a kill
 * the whole lines are what was done: the next run compares its walk with them and goes on behind
 * the last. For one thread.
 */
final class Inventory implements AutoCloseable {

  private static final String NOTE =
      "{\"note\":\"Names and paths of an exhibit are sealed text: they can hold what identifies a"
          + " child or describes abuse. Read them only with a reason, keep this file apart from the"
          + " inventory, never put it into logs or mails.\"}";

  private final Path folder;
  private final long done;
  private final @Nullable BufferedReader earlier;
  private final BufferedWriter lines;
  private final BufferedWriter names;
  private long items;

  Inventory(Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    long whole = cut(inventory(), Long.MAX_VALUE);
    long named = cut(names(), whole + 1) - 1;
    done = Math.min(whole, Math.max(0, named));
    cut(inventory(), done);
    cut(names(), done + 1);
    earlier = done == 0 ? null : Files.newBufferedReader(inventory());
    lines = append(inventory());
    names = append(names());
    if (Files.size(names()) == 0) {
      names.write(NOTE + "\n");
      names.flush();
    }
  }

  private Path inventory() {
    return folder.resolve("inventory.jsonl");
  }

  private Path names() {
    return folder.resolve("names.jsonl");
  }

  private static BufferedWriter append(Path path) throws IOException {
    if (!Files.exists(path)) {
      Files.createFile(
          path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    return Files.newBufferedWriter(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /** Cuts a file behind its last whole line, or behind so many; how many lines are left. */
  private static long cut(Path path, long most) throws IOException {
    if (!Files.exists(path)) {
      return 0;
    }
    long count = 0;
    long end = 0;
    long place = 0;
    byte[] piece = new byte[1 << 16];
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      for (int read = file.read(piece); read > 0 && count < most; read = file.read(piece)) {
        for (int index = 0; index < read && count < most; index++) {
          place++;
          if (piece[index] == '\n') {
            count++;
            end = place;
          }
        }
      }
      file.setLength(end);
    }
    return count;
  }

  /** Whether the next item is in the inventory already. */
  boolean isKnown() {
    return items < done;
  }

  /** How many items an earlier run has left. */
  long done() {
    return done;
  }

  /**
   * Passes over an item an earlier run has taken.
   *
   * @throws HashingException where the walk meets something else than it did
   */
  void pass(Find find) throws IOException {
    items++;
    String line = earlier == null ? null : earlier.readLine();
    String expected = "{\"item\":" + items + ",\"place\":" + SafeText.json(find.place()) + ",";
    if (line == null || !line.startsWith(expected)) {
      throw new HashingException(
          "item "
              + items
              + " is not what it was when this inventory was begun; the exhibit or the limits have"
              + " changed: begin anew in an empty folder");
    }
  }

  /** Appends an item; the name first, so that no line of the inventory is without one. */
  void add(Find find, Hashes hashes) throws IOException {
    items++;
    names.write("{\"item\":" + items + ",\"name\":" + SafeText.json(find.name()) + "}\n");
    names.flush();
    lines.write(line(items, find, hashes) + "\n");
    lines.flush();
  }

  private static String line(long item, Find find, Hashes hashes) {
    StringBuilder line = new StringBuilder("{\"item\":" + item);
    text(line, "place", find.place());
    text(line, "state", find.isDeleted() ? "deleted" : "present");
    hashes
        .digests()
        .ifPresent(all -> {
          line.append(",\"size\":").append(all.size());
          text(line, "md5", all.md5());
          text(line, "sha1", all.sha1());
          text(line, "sha256", all.sha256());
        });
    if (!hashes.frames().isEmpty()) {
      DecodedFrame first = hashes.frames().getFirst();
      text(line, "format", first.format());
      line.append(",\"width\":").append(first.width());
      line.append(",\"height\":").append(first.height());
      text(line, "pdq", first.hash().code().hex());
      line.append(",\"pdq_quality\":").append(first.hash().quality());
      text(line, "decode_path", first.path());
    }
    if (hashes.frames().size() > 1) {
      line.append(",\"frames\":[");
      line.append(String.join(",", hashes.frames().stream().map(FrameText::json).toList()));
      line.append(']');
    }
    if (!hashes.reason().isEmpty()) {
      text(line, "reason", hashes.reason());
    }
    if (!hashes.warning().isEmpty()) {
      text(line, "warning", hashes.warning());
    }
    return line.append('}').toString();
  }

  private static void text(StringBuilder line, String key, String value) {
    line.append(",\"").append(key).append("\":").append(SafeText.json(value));
  }

  /** Writes what is said of the whole; last, so that its presence says the walk came to its end. */
  void end(String summary) throws IOException {
    Path part = folder.resolve("summary.json.part");
    Files.writeString(part, summary + "\n", StandardCharsets.UTF_8);
    Files.move(
        part,
        folder.resolve("summary.json"),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() throws IOException {
    lines.close();
    names.close();
    if (earlier != null) {
      earlier.close();
    }
  }
}
