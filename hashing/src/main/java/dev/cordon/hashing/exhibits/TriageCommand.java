package dev.cordon.hashing.exhibits;

import dev.cordon.decoder.DecodeRequest;
import dev.cordon.decoder.Decoders;
import dev.cordon.hashing.Commands;
import dev.cordon.hashing.HashingException;
import dev.cordon.hashing.SafeText;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code triage}: an inventory of what lies on an exhibit. */
@Command(
    name = "triage",
    mixinStandardHelpOptions = true,
    description =
        "Makes an inventory of a folder, an archive or a disk image: place, size, digests and PDQ of"
            + " each file, or the reason there are none. Names go to a file of their own. May be ended"
            + " at any moment and run again: it goes on where it stood. No part of a picture is"
            + " written anywhere.")
public final class TriageCommand implements Callable<Integer> {

  @Parameters(paramLabel = "EXHIBIT", description = "a folder, archive, disk image or file")
  private Path exhibit = Path.of("");

  @Option(names = "--out", paramLabel = "DIR", required = true, description = "where it is written")
  private Path out = Path.of("");

  @Option(
      names = "--image",
      description = "read the exhibit as a disk image, whatever its name and first bytes say")
  private boolean isImage;

  @Option(
      names = "--fast",
      description = "decode large JPEGs at a part of their size; decode_path tells")
  private boolean fast;

  @Option(names = "--threads", paramLabel = "N", description = "files under way at once")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--most-files", paramLabel = "N", defaultValue = "20000000")
  private long mostFiles;

  @Option(names = "--most-bytes", paramLabel = "N", defaultValue = "100000000000000")
  private long mostBytes;

  @Option(names = "--most-minutes", paramLabel = "N", defaultValue = "20160")
  private long mostMinutes;

  @Spec private CommandSpec specification = CommandSpec.create();

  /** Runs the command and ends with its exit code. */
  public static void main(String[] arguments) {
    System.setProperty("java.awt.headless", "true");
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return Commands.of(new TriageCommand(), "triage");
  }

  @Override
  public Integer call() throws IOException {
    CommandLine line = specification.commandLine();
    if (!Files.exists(exhibit, LinkOption.NOFOLLOW_LINKS)) {
      return Commands.refuse(line, "triage", "there is no " + SafeText.plain(exhibit.toString()));
    }
    if (threads < 1 || threads > 256 || mostFiles < 1 || mostBytes < 1 || mostMinutes < 1) {
      return Commands.refuse(
          line, "triage", "--threads is 1 to 256, all that begins with --most at least 1");
    }
    if (out.toAbsolutePath().normalize().startsWith(exhibit.toAbsolutePath().normalize())) {
      return Commands.refuse(line, "triage", "--out lies within the exhibit; choose another place");
    }
    Caps caps = new Caps(mostFiles, 200, mostBytes, Duration.ofMinutes(mostMinutes));
    try (Decoders decoders = new Decoders(threads);
        Inventory inventory = new Inventory(out);
        TriageRun run = new TriageRun(inventory, caps, threads, line.getErr())) {
      if (inventory.done() > 0) {
        line.getErr().println("cordon triage: goes on after item " + inventory.done());
      }
      DecodeRequest request = fast ? DecodeRequest.USUAL.reduced() : DecodeRequest.USUAL;
      walk(new Hasher(decoders, request), caps, run);
      run.end(decoders.isolation());
      run.remarks().forEach(remark -> line.getErr().println("cordon triage: " + remark));
      line.getOut().println(run.items() + " files; " + SafeText.plain(out.toString()));
      line.getOut().flush();
      return run.remarks().isEmpty() ? Commands.DONE : Commands.FOUND_WRONG;
    }
  }

  private void walk(Hasher hasher, Caps caps, Sink sink) throws IOException {
    boolean isFile = Files.isRegularFile(exhibit, LinkOption.NOFOLLOW_LINKS);
    if (isImage && !isFile) {
      throw new HashingException("an image is a file");
    }
    if (isFile && (isImage || looksLikeImage(exhibit))) {
      new ImageExhibit(exhibit, hasher, caps, sink).walk();
    } else {
      new FolderExhibit(exhibit, hasher, caps, sink).walk();
    }
  }

  /** Told by its name, or by a boot sector, partition table or file system where they stand. */
  private static boolean looksLikeImage(Path file) throws IOException {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    if (name.matches(".*\\.(e01|001|dd|img|raw|vmdk|vhd)")) {
      return true;
    }
    byte[] head = new byte[2048];
    try (RandomAccessFile input = new RandomAccessFile(file.toFile(), "r")) {
      if (input.length() < head.length) {
        return false;
      }
      input.readFully(head);
    }
    boolean isEwf = new String(head, 0, 3, StandardCharsets.ISO_8859_1).equals("EVF");
    boolean hasBootSector = (head[510] & 0xff) == 0x55 && (head[511] & 0xff) == 0xaa;
    boolean isExt = (head[1080] & 0xff) == 0x53 && (head[1081] & 0xff) == 0xef;
    return isEwf || hasBootSector || isExt;
  }
}
