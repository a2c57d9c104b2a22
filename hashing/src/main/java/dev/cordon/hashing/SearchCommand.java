package dev.cordon.hashing;

import dev.cordon.kernel.hamming.Code256;
import dev.cordon.kernel.perceptual.PdqHash;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code search}: all pairs of two lists of hashes within a radius. */
@Command(
    name = "search",
    mixinStandardHelpOptions = true,
    description =
        "Every pair of a hash of A and a hash of B that differ in at most RADIUS bits, none left"
            + " out. A and B: lines of 64 hex digits, or a table with a column 'pdq'.")
public final class SearchCommand implements Callable<Integer> {

  private static final int BLOCK_CODES = 8 << 20;
  private static final int COMPLAINTS_SHOWN = 1000;

  @Option(names = "--list", paramLabel = "A", required = true, description = "where to look")
  private Path list = Path.of("");

  @Option(names = "--query", paramLabel = "B", required = true, description = "what to look for")
  private Path query = Path.of("");

  @Option(
      names = "--radius",
      paramLabel = "BITS",
      description = "0 to 256 (default: 31, below which two pictures are called similar)")
  private int radius = PdqHash.SIMILAR_DISTANCE;

  @Option(
      names = "--json",
      description = "one JSON object a line: query, match, distance, and the lines they stand in")
  private boolean json;

  @Spec private CommandSpec specification = CommandSpec.create();

  /** Runs the command and ends with its exit code. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return Commands.of(new SearchCommand(), "search");
  }

  @Override
  public Integer call() {
    CommandLine line = specification.commandLine();
    if (radius < 0 || radius > Code256.BITS) {
      return Commands.refuse(line, "search", "a radius is 0 to 256, not " + radius);
    }
    for (Path file : new Path[] {list, query}) {
      if (!Files.isRegularFile(file)) {
        return Commands.refuse(
            line, "search", SafeText.plain(file.toString()) + " is not a file that can be read");
      }
    }
    return search(line);
  }

  private int search(CommandLine line) {
    PrintWriter out = line.getOut();
    AtomicLong broken = new AtomicLong();
    AtomicLong pairs = new AtomicLong();
    PairSearch search =
        new PairSearch(
            list,
            query,
            radius,
            BLOCK_CODES,
            complaints(list, broken),
            complaints(query, broken),
            line.getErr());
    try {
      search.run(pair -> {
        pairs.incrementAndGet();
        out.println(json ? json(pair) : plain(pair));
      });
    } catch (IOException unreadable) {
      out.flush();
      return Commands.refuse(line, "search", "a list can not be read: " + Reasons.of(unreadable));
    }
    out.flush();
    line.getErr().println("%d pairs; %d lines held no hash".formatted(pairs.get(), broken.get()));
    return broken.get() == 0 ? Commands.DONE : Commands.FOUND_WRONG;
  }

  private CodeInput.Complaints complaints(Path file, AtomicLong broken) {
    String name = SafeText.plain(file.toString());
    PrintWriter errors = specification.commandLine().getErr();
    return (number, reason) -> {
      long count = broken.incrementAndGet();
      if (count <= COMPLAINTS_SHOWN) {
        errors.println(name + ", line " + number + ": " + reason);
      }
      if (count == COMPLAINTS_SHOWN) {
        errors.println("further lines without a hash are counted and not named");
      }
    };
  }

  private static String json(PairSearch.Pair pair) {
    return "{\"query\":\"%s\",\"match\":\"%s\",\"distance\":%d,\"query_line\":%d,\"match_line\":%d}"
        .formatted(
            pair.query().hex(),
            pair.match().hex(),
            pair.distance(),
            pair.queryLine(),
            pair.matchLine());
  }

  private static String plain(PairSearch.Pair pair) {
    return "%s  %s  %d".formatted(pair.query().hex(), pair.match().hex(), pair.distance());
  }
}
