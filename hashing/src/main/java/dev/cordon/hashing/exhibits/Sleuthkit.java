package dev.cordon.hashing.exhibits;

import dev.cordon.decoder.Confined;
import dev.cordon.decoder.Contents;
import dev.cordon.hashing.HashingException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * The programs of The Sleuth Kit over one disk image: mmls, fls and icat, each under limits of the
 * system and without a network. What they print is hostile: lines are bounded in length and in
 * number by the caller, and contents come by pipe.
 */
final class Sleuthkit {

  private static final long MEGABYTES = 4096;
  private static final long PROCESSOR_SECONDS = 6 * 3600;
  private static final int LONGEST_LINE = 1 << 16;
  private static final int MOST_REREADINGS = 200;

  private final Path image;

  Sleuthkit(Path image) {
    this.image = image.toAbsolutePath().normalize();
    for (String program : List.of("mmls", "fls", "icat")) {
      if (!isThere(program)) {
        throw new HashingException(
            "disk images need "
                + program
                + " of The Sleuth Kit, which is not here; install it (Debian: apt-get install"
                + " sleuthkit)");
      }
    }
  }

  static boolean isThere(String program) {
    return List.of("/usr/bin", "/bin", "/usr/local/bin").stream()
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  /** The partitions; empty where the image has no table, and is one volume or nothing. */
  List<Partition> partitions() throws IOException {
    List<String> lines = new ArrayList<>();
    lines(List.of("mmls"), line -> lines.add(line) && lines.size() < 5000);
    return Partition.of(lines);
  }

  /**
   * Lists the files of a volume.
   *
   * @param taker told each file; false ends the listing
   * @return whether fls went through; it does not where there is no file system it knows
   */
  boolean files(long offset, Predicate<String> taker) throws IOException {
    return lines(List.of("fls", "-r", "-p", "-l", "-u", "-F", "-o", String.valueOf(offset)), taker)
        & lines(List.of("fls", "-r", "-p", "-l", "-d", "-F", "-o", String.valueOf(offset)), taker);
  }

  private boolean lines(List<String> command, Predicate<String> taker) throws IOException {
    Process process = start(command, List.of());
    boolean isEnded = false;
    try (InputStream stream = new BufferedInputStream(process.getInputStream(), 1 << 16)) {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      int next = stream.read();
      while (next >= 0 && !isEnded) {
        if (next == '\n') {
          isEnded = !taker.test(line.toString(StandardCharsets.UTF_8));
          line.reset();
        } else if (line.size() < LONGEST_LINE) {
          line.write(next);
        }
        next = isEnded ? -1 : stream.read();
      }
      if (!isEnded && line.size() > 0) {
        isEnded = !taker.test(line.toString(StandardCharsets.UTF_8));
      }
      return !isEnded && process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped", stopped);
    } finally {
      end(process);
    }
  }

  private Process start(List<String> command, List<String> after) throws IOException {
    List<String> whole = new ArrayList<>(command);
    whole.add(image.toString());
    whole.addAll(after);
    // Segments of a split image lie beside the first.
    String shown = String.valueOf(image.getParent());
    return new ProcessBuilder(
            Confined.of(whole, List.of(shown), MEGABYTES, PROCESSOR_SECONDS).command())
        .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  /** Hashes a file's content as icat gives it, at most so many bytes. */
  Hashes hashes(Hasher hasher, long offset, ListedFile file) {
    try (Piped piped = new Piped(offset, file.address(), Long.MAX_VALUE)) {
      Hashes hashes =
          hasher.of(
              piped.stream(file.size()),
              Optional.of(size -> new Piped(offset, file.address(), size)));
      long read = hashes.digests().map(digests -> digests.size()).orElse(0L);
      boolean isShort = hashes.digests().isPresent() && read < file.size();
      return isShort
          ? new Hashes(
              hashes.digests(),
              hashes.frames(),
              hashes.reason(),
              "%d of %d bytes could be read".formatted(read, file.size()),
              hashes.marks())
          : hashes;
    } catch (IOException unreadable) {
      return Hashes.none("can not be read: " + unreadable.getMessage());
    }
  }

  /** Has an archive's members read; false when a cap ended the walk. */
  boolean archive(long offset, ListedFile file, ArchiveExhibit archive, String place) {
    try (Piped piped = new Piped(offset, file.address(), Long.MAX_VALUE)) {
      return archive.membersOf(piped.stream(file.size()), place, file.name());
    } catch (IOException unreadable) {
      return archive.unreadable(place, file.name(), unreadable);
    }
  }

  /**
   * A content by pipe: forward it is read on, backward it is begun anew, a bounded number of times.
   */
  private final class Piped implements Contents, AutoCloseable {

    private final long offset;
    private final String address;
    private final long size;
    private Process process;
    private InputStream stream;
    private long place;
    private int rereadings;

    Piped(long offset, String address, long size) throws IOException {
      this.offset = offset;
      this.address = address;
      this.size = size;
      process = start(List.of("icat", "-r", "-o", String.valueOf(offset)), List.of(address));
      stream = new BufferedInputStream(process.getInputStream(), 1 << 16);
    }

    /** What comes, ended where metadata say it ends: icat may give slack or garbage beyond. */
    InputStream stream(long most) {
      return new InputStream() {
        private long left = most;

        @Override
        public int read() throws IOException {
          byte[] one = new byte[1];
          return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
          if (left <= 0) {
            return -1;
          }
          int count = stream.read(into, from, (int) Math.min(length, left));
          left -= Math.max(count, 0);
          return count;
        }
      };
    }

    @Override
    public long size() {
      return size;
    }

    @Override
    public int read(long position, byte[] into, int length) throws IOException {
      if (position < place) {
        if (++rereadings > MOST_REREADINGS) {
          throw new IOException("it would have to be read from its start too often");
        }
        end(process);
        process = start(List.of("icat", "-r", "-o", String.valueOf(offset)), List.of(address));
        stream = new BufferedInputStream(process.getInputStream(), 1 << 16);
        place = 0;
      }
      stream.skipNBytes(position - place);
      place = position;
      int count = stream.readNBytes(into, 0, (int) Math.min(length, Math.max(0, size - position)));
      place += count;
      if (place >= size && rereadings == MOST_REREADINGS) {
        close();
      }
      return count == 0 ? -1 : count;
    }

    @Override
    public void close() {
      end(process);
    }
  }
}
