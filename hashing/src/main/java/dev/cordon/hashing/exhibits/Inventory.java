package dev.cordon.hashing.exhibits;

import dev.cordon.decoder.DecodedFrame;
import dev.cordon.hashing.FrameText;
import dev.cordon.hashing.HashingException;
import dev.cordon.hashing.JsonLine;
import dev.cordon.hashing.SafeText;
import dev.cordon.hashing.provenance.MarkText;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The inventory on a disk: {@code inventory.jsonl}, a line for each item in the order of the walk,
 * {@code names.jsonl}, which alone holds names, and {@code codes.jsonl}, which alone holds
 * perceptual hashes. Lines are only appended, so that after a kill the whole lines are what was
 * done: the next run compares its walk with them and goes on behind the last. For one thread.
 */
final class Inventory implements AutoCloseable {

  private static final String NOTE =
      "{\"note\":\"Names and paths of an exhibit are sealed text: they can hold what identifies a"
          + " child or describes abuse. Read them only with a reason, keep this file apart from the"
          + " inventory, never put it into logs or mails.\"}";

  private static final String CODES_NOTE =
      "{\"note\":\"Perceptual hashes can be partly inverted. Keep this file apart from the inventory,"
          + " never put it into logs, figures or exports that were not asked for.\",\"handling\":\"H3\"}";

  private final Path folder;
  private final long done;
  private final @Nullable BufferedReader earlier;
  private final BufferedWriter lines;
  private final BufferedWriter names;
  private final BufferedWriter codes;
  private long items;

  Inventory(Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    long whole = cut(inventory(), Long.MAX_VALUE);
    long named = cut(names(), whole + 1) - 1;
    long coded = cut(codes(), whole + 1) - 1;
    done = Math.min(whole, Math.max(0, Math.min(named, coded)));
    cut(inventory(), done);
    cut(names(), done + 1);
    cut(codes(), done + 1);
    earlier = done == 0 ? null : Files.newBufferedReader(inventory());
    lines = append(inventory());
    names = append(names());
    codes = append(codes());
    begin(names, names(), NOTE);
    begin(codes, codes(), CODES_NOTE);
  }

  private static void begin(BufferedWriter writer, Path path, String note) throws IOException {
    if (Files.size(path) == 0) {
      writer.write(note + "\n");
      writer.flush();
    }
  }

  private Path codes() {
    return folder.resolve("codes.jsonl");
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
   * Passes over an item an earlier run has taken, and says what it wrote.
   *
   * @throws HashingException where the walk meets something else than it did
   */
  Earlier pass(Find find) throws IOException {
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
    return Earlier.of(line);
  }

  /** What an earlier run has written of an item, as far as it is counted. */
  record Earlier(boolean isRead, boolean isDecoded, long size) {

    private static final Pattern SIZE = Pattern.compile("\"size\":(\\d{1,18}),");

    static Earlier of(String line) {
      Matcher size = SIZE.matcher(line);
      boolean isRead = size.find();
      return new Earlier(
          isRead, line.contains(",\"decode_path\":"), isRead ? Long.parseLong(size.group(1)) : 0);
    }
  }

  /** Appends an item; the name first, so that no line of the inventory is without one. */
  void add(Find find, Hashes hashes) throws IOException {
    items++;
    names.write("{\"item\":" + items + ",\"name\":" + SafeText.json(find.name()) + "}\n");
    names.flush();
    codes.write(codes(items, hashes) + "\n");
    codes.flush();
    lines.write(line(items, find, hashes) + "\n");
    lines.flush();
  }

  private static String codes(long item, Hashes hashes) {
    JsonLine line = new JsonLine().number("item", item);
    if (!hashes.frames().isEmpty()) {
      DecodedFrame first = hashes.frames().getFirst();
      line.text("pdq", first.hash().code().hex()).number("pdq_quality", first.hash().quality());
    }
    if (hashes.frames().size() > 1) {
      line.raws("frames", hashes.frames().stream().map(FrameText::json).toList());
    }
    return line.toString();
  }

  private static String line(long item, Find find, Hashes hashes) {
    JsonLine line =
        new JsonLine()
            .number("item", item)
            .text("place", find.place())
            .text("state", find.isDeleted() ? "deleted" : "present");
    hashes
        .digests()
        .ifPresent(all ->
            line.number("size", all.size())
                .textIfAny("md5", all.md5())
                .textIfAny("sha1", all.sha1())
                .textIfAny("sha256", all.sha256()));
    if (!hashes.frames().isEmpty()) {
      DecodedFrame first = hashes.frames().getFirst();
      line.text("format", first.format())
          .number("width", first.width())
          .number("height", first.height())
          .number("pdq_quality", first.hash().quality())
          .text("decode_path", first.path());
    }
    if (hashes.frames().size() > 1) {
      line.number("frames", hashes.frames().size());
    }
    hashes.marks().ifPresent(marks -> line.raw("marks", MarkText.json(marks)));
    return line.textIfAny("reason", hashes.reason())
        .textIfAny("warning", hashes.warning())
        .toString();
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
    codes.close();
    if (earlier != null) {
      earlier.close();
    }
  }
}
