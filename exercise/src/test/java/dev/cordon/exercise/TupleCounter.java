package dev.cordon.exercise;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** Counts tuples of a gzipped dump byte by byte, knowing nothing of how it was written. */
final class TupleCounter {
  private TupleCounter() {}

  static Map<String, Long> count(Path dump) throws IOException {
    Map<String, Long> counts = new TreeMap<>();
    try (InputStream in =
        new BufferedInputStream(new GZIPInputStream(Files.newInputStream(dump)), 1 << 16)) {
      StringBuilder line = new StringBuilder();
      int c;
      while ((c = in.read()) >= 0) {
        if (c != '\n') {
          line.append((char) c);
        }
        if (c == '\n' && line.indexOf("CREATE TABLE `") == 0) {
          counts.put(line.substring(14, line.length() - 3), 0L);
        }
        if (c == ' '
            && line.length() < 90
            && line.toString().matches("INSERT INTO `\\w+` VALUES ")) {
          counts.merge(line.substring(13, line.length() - 9), tuples(in), Long::sum);
          line.setLength(0);
        }
        if (c == '\n' || line.length() > 200) {
          line.setLength(c == '\n' ? 0 : 100);
        }
      }
    }
    return counts;
  }

  /** Tuples up to the semicolon that ends the statement. */
  private static long tuples(InputStream in) throws IOException {
    long count = 0;
    int depth = 0;
    boolean quoted = false;
    int c;
    while ((c = in.read()) >= 0) {
      if (quoted) {
        if (c == '\\') {
          in.read();
        } else if (c == '\'') {
          quoted = false;
        }
      } else if (c == '\'') {
        quoted = true;
      } else if (c == '(') {
        count += depth++ == 0 ? 1 : 0;
      } else if (c == ')') {
        depth--;
      } else if (c == ';') {
        return count;
      }
    }
    throw new IOException("the statement does not end");
  }

  static String text(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    if (file.toString().endsWith(".gz")) {
      try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
        bytes = in.readAllBytes();
      }
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
