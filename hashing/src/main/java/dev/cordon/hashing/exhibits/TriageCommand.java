package dev.cordon.hashing.exhibits;

import dev.cordon.decoder.DecodeRequest;
import dev.cordon.decoder.Decoders;
import dev.cordon.formats.marks.KeyedDigest;
import dev.cordon.hashing.Commands;
import dev.cordon.hashing.HashingException;
import dev.cordon.hashing.SafeText;
import dev.cordon.hashing.lists.ListStore;
import dev.cordon.hashing.provenance.MarksKey;
import dev.cordon.hashing.review.Export;
import dev.cordon.hashing.review.Order;
import dev.cordon.hashing.review.Review;
import dev.cordon.kernel.perceptual.PdqHash;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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

  @Option(
      names = "--lists",
      paramLabel = "DIR",
      description = "lists to compare with, as ./cordon lists keeps them")
  private @Nullable Path lists;

  @Option(
      names = "--beside",
      paramLabel = "DIR",
      description = "the inventory of another exhibit to be grouped with; may be given again")
  private List<Path> beside = new ArrayList<>();

  @Option(
      names = "--radius",
      paramLabel = "BITS",
      description = "within which pictures are grouped as similar, 0 to 31 (default: 31)")
  private int radius = PdqHash.SIMILAR_DISTANCE;

  @Option(
      names = "--order",
      paramLabel = "RULE",
      defaultValue = "order-2",
      description =
          "the written rule of the order: order-2 (unknown before known) or order-1 (lists change no"
              + " place); default: order-2")
  private String order = "order-2";

  @Option(
      names = "--report",
      description =
          "the exhibit is a phone extraction's report: take the files it lists with the digests it"
              + " says (XML of UFED is known by itself; text of XRY, tables and workbooks need this)")
  private boolean isReport;

  @Option(
      names = "--write",
      paramLabel = "FORM",
      split = ",",
      description = "also write csv, vics, case (several with commas)")
  private List<String> exports = new ArrayList<>();

  @Option(
      names = "--profile",
      paramLabel = "PROFILE",
      defaultValue = "Default",
      description = "the profile named in VICS (default: Default)")
  private String profile = "Default";

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description =
          "the operation's key for keyed digests of cameras and marks, 32 bytes or more; without it"
              + " one is made and kept in DIR/marks.key")
  private @Nullable Path key;

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
    if (radius < 0
        || radius > PdqHash.SIMILAR_DISTANCE
        || !profile.matches("[A-Za-z0-9_-]{1,40}")) {
      return Commands.refuse(line, "triage", "--radius is 0 to 31, --profile a word");
    }
    Order.named(order);
    List<Export> wanted = exports.stream().map(Export::named).toList();
    beside.forEach(Review::requireInventory);
    Caps caps = new Caps(mostFiles, 200, mostBytes, Duration.ofMinutes(mostMinutes));
    try (ListStore store = lists == null ? null : ListStore.open(lists);
        Decoders decoders = new Decoders(threads);
        Inventory inventory = new Inventory(out);
        TriageRun run = new TriageRun(inventory, caps, threads, line.getErr())) {
      if (inventory.done() > 0) {
        line.getErr().println("cordon triage: goes on after item " + inventory.done());
      }
      DecodeRequest request = fast ? DecodeRequest.USUAL.reduced() : DecodeRequest.USUAL;
      KeyedDigest keyed = key == null ? MarksKey.made(out.resolve("marks.key")) : MarksKey.of(key);
      if (Files.isDirectory(exhibit, LinkOption.NOFOLLOW_LINKS)) {
        PlaceCount.start(exhibit, caps, run::expects);
      }
      walk(new Hasher(decoders, request, keyed), keyed, caps, run);
      run.end(decoders.isolation());
      review(run, store, wanted);
      run.remarks().forEach(remark -> line.getErr().println("cordon triage: " + remark));
      line.getOut().println(run.items() + " files; " + SafeText.plain(out.toString()));
      line.getOut().flush();
      return run.remarks().isEmpty() ? Commands.DONE : Commands.FOUND_WRONG;
    }
  }

  /** What is said of the items; made anew in each run. */
  private void review(TriageRun run, @Nullable ListStore store, List<Export> wanted)
      throws IOException {
    Review review = new Review(out, beside, radius, Order.named(order));
    review.write(store);
    for (Export export : wanted) {
      export.write(out, profile);
    }
    review.remarks().forEach(run::remark);
  }

  private void walk(Hasher hasher, KeyedDigest keyed, Caps caps, TriageRun sink)
      throws IOException {
    boolean isFile = Files.isRegularFile(exhibit, LinkOption.NOFOLLOW_LINKS);
    if (isImage && !isFile) {
      throw new HashingException("an image is a file");
    }
    if (isReport && !isFile) {
      throw new HashingException("a report is a file");
    }
    if (isFile && (isReport || ReportExhibit.looksLikeReport(exhibit))) {
      new ReportExhibit(exhibit, keyed, sink).walk();
    } else if (isFile && (isImage || looksLikeImage(exhibit))) {
      new ImageExhibit(exhibit, hasher, caps, sink).walk(sink::expects);
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
