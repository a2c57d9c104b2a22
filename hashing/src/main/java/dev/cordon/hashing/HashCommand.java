package dev.cordon.hashing;

import dev.cordon.decoder.DecodeRequest;
import dev.cordon.decoder.Decoders;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code hash}: digests and perceptual hashes of files and folders. */
@Command(
    name = "hash",
    mixinStandardHelpOptions = true,
    description =
        "MD5, SHA-1 and SHA-256 of each file, and PDQ of each picture; or the reason it could not be"
            + " decoded. Folders are walked, links are not followed. No part of a picture is written"
            + " anywhere.")
public final class HashCommand implements Callable<Integer> {

  private static final String MOST_FILES = "100000000";

  @Parameters(arity = "1..*", paramLabel = "PATH", description = "files and folders")
  private List<Path> paths = new ArrayList<>();

  @Option(names = "--json", description = "one JSON object a line")
  private boolean json;

  @Option(
      names = "--fast",
      description =
          "decode large JPEGs at a part of their size; the hash is within 10 bits at quality 80 and"
              + " above, and decode_path tells")
  private boolean fast;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "files under way at once (default: as many as processors)")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--most-files",
      paramLabel = "N",
      defaultValue = MOST_FILES,
      description = "where a walk ends, with what was found kept (default: " + MOST_FILES + ")")
  private long mostFiles;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "60",
      description = "the longest a picture may take to decode (default: 60)")
  private long seconds;

  @Option(
      names = "--in-process",
      description =
          "decode with Java's own decoders in this process instead of in a locked-down one: the bits"
              + " of the reference, fewer forms, no videos")
  private boolean inProcess;

  @Spec private CommandSpec specification = CommandSpec.create();

  /** Runs the command and ends with its exit code. */
  public static void main(String[] arguments) {
    System.setProperty("java.awt.headless", "true");
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return Commands.of(new HashCommand(), "hash");
  }

  @Override
  public Integer call() {
    CommandLine line = specification.commandLine();
    if (threads < 1 || threads > 256 || mostFiles < 1 || seconds < 1) {
      return Commands.refuse(
          line, "hash", "--threads is 1 to 256, --most-files and --seconds are at least 1");
    }
    for (Path path : paths) {
      if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
        return Commands.refuse(line, "hash", "there is no " + SafeText.plain(path.toString()));
      }
    }
    if (inProcess) {
      try (Decoding decoding = new Decoding(fast, seconds)) {
        return hash(PictureDecoder.of(decoding));
      }
    }
    DecodeRequest request = DecodeRequest.USUAL.within(Duration.ofSeconds(seconds));
    try (Decoders decoders = new Decoders(threads)) {
      line.getErr().println("cordon hash: pictures are decoded apart: " + decoders.isolation());
      return hash(PictureDecoder.of(decoders, fast ? request.reduced() : request));
    }
  }

  private int hash(PictureDecoder decoder) {
    CommandLine line = specification.commandLine();
    PrintWriter out = line.getOut();
    try (HashRun run =
        new HashRun(
            decoder,
            threads,
            file -> out.println(json ? file.json() : file.line()),
            line.getErr())) {
      boolean isComplete = run.hash(paths, mostFiles);
      out.flush();
      if (!isComplete) {
        line.getErr()
            .println("cordon hash: something could not be read; its lines say what and why");
      }
      return isComplete ? Commands.DONE : Commands.FOUND_WRONG;
    }
  }
}
