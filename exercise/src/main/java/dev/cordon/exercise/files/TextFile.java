package dev.cordon.exercise.files;

import dev.cordon.exercise.ExerciseException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/**
 * A text file written once from front to back, gzipped (without a time in its header) when its name
 * ends in .gz; knows its SHA-256 and size when closed. For one thread.
 */
public final class TextFile implements AutoCloseable {
  private final Path path;
  private final MessageDigest digest;
  private final OutputStream out;
  private final byte[] buffer = new byte[1 << 16];
  private int used;
  private boolean closed;
  private byte[] finished = new byte[0];

  public TextFile(Path path) {
    this.path = path;
    try {
      digest = MessageDigest.getInstance("SHA-256");
      Files.createDirectories(path.toAbsolutePath().getParent());
      OutputStream file =
          new DigestOutputStream(
              new BufferedOutputStream(Files.newOutputStream(path), 1 << 16), digest);
      out = path.toString().endsWith(".gz") ? new GZIPOutputStream(file, 1 << 15) : file;
    } catch (IOException | NoSuchAlgorithmException e) {
      throw new ExerciseException("cannot write " + path + ": " + e.getMessage(), e);
    }
  }

  /** Appends text as UTF-8. */
  public TextFile text(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        put((byte) c);
      } else {
        int end = i + 1;
        while (end < text.length() && text.charAt(end) >= 0x80) {
          end++;
        }
        bytes(text.substring(i, end).getBytes(StandardCharsets.UTF_8));
        i = end - 1;
      }
    }
    return this;
  }

  /** Appends bytes as they are. */
  public TextFile bytes(byte[] bytes) {
    for (byte each : bytes) {
      put(each);
    }
    return this;
  }

  private void put(byte value) {
    if (used == buffer.length) {
      flush();
    }
    buffer[used++] = value;
  }

  private void flush() {
    try {
      out.write(buffer, 0, used);
      used = 0;
    } catch (IOException e) {
      throw new ExerciseException("cannot write " + path + ": " + e.getMessage(), e);
    }
  }

  public String name() {
    return path.getFileName().toString();
  }

  /** Hex SHA-256 of the closed file. */
  public String sha256() {
    if (!closed) {
      throw new ExerciseException(path + " is not closed yet");
    }
    return HexFormat.of().formatHex(digestOnce());
  }

  private byte[] digestOnce() {
    if (finished.length == 0) {
      finished = digest.digest();
    }
    return finished;
  }

  /** Size of the closed file on disk. */
  public long size() {
    try {
      return Files.size(path);
    } catch (IOException e) {
      throw new ExerciseException("cannot read the size of " + path, e);
    }
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    flush();
    closed = true;
    try {
      out.close();
    } catch (IOException e) {
      throw new ExerciseException("cannot finish " + path + ": " + e.getMessage(), e);
    }
  }
}
