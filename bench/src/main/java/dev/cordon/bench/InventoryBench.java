package dev.cordon.bench;

import dev.cordon.kernel.digest.ThreeDigests;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder of many small files, and whether an inventory of it is whole. */
public final class InventoryBench {

  private static final int FILES_OF_A_FOLDER = 1000;

  private InventoryBench() {}

  /** {@code write FOLDER FILES} or {@code check INVENTORY FILES}. */
  public static void main(String[] arguments) throws IOException {
    long files = Long.parseLong(arguments[2]);
    if (arguments[0].equals("write")) {
      write(Path.of(arguments[1]), files);
    } else {
      check(Path.of(arguments[1]), files);
    }
  }

  private static void write(Path folder, long files) throws IOException {
    Path inner = folder;
    for (long file = 0; file < files; file++) {
      if (file % FILES_OF_A_FOLDER == 0) {
        inner = Files.createDirectories(folder.resolve("%06d".formatted(file / FILES_OF_A_FOLDER)));
      }
      Files.write(inner.resolve("%03d.txt".formatted(file % FILES_OF_A_FOLDER)), content(file));
    }
    System.out.printf("%,d files%n", files);
  }

  private static byte[] content(long file) {
    return ("file " + file).getBytes(StandardCharsets.US_ASCII);
  }

  /** Every file in its order, with the digest of its content; and as many in the order to look. */
  private static void check(Path out, long files) throws IOException {
    long lines = 0;
    try (BufferedReader inventory = Files.newBufferedReader(out.resolve("inventory.jsonl"))) {
      for (String line = inventory.readLine(); line != null; line = inventory.readLine()) {
        if (!line.contains(ThreeDigests.of(content(lines)).sha256())) {
          throw new IllegalStateException("WRONG: item " + lines + " has another content");
        }
        lines++;
      }
    }
    long reviewed;
    try (var review = Files.lines(out.resolve("review.jsonl"))) {
      reviewed = review.count();
    }
    if (lines != files || reviewed != files) {
      throw new IllegalStateException("WRONG: " + lines + " items, " + reviewed + " to look at");
    }
    System.out.printf("met     %,d files inventoried and put in order, each right%n", files);
  }
}
