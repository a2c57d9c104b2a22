package dev.cordon.exercise;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code exercise}: writes an invented operation's files. */
@Command(
    name = "exercise",
    mixinStandardHelpOptions = true,
    description =
        "Writes an invented operation: the files of a seized platform, its truth, its field reports.")
public final class ExerciseCommand implements Callable<Integer> {
  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "same seed and size, same bytes (default: 1)")
  private long seed;

  @Option(
      names = "--size",
      defaultValue = "S",
      description = "S, M or L: about 10^5, 10^7, 10^8 records (default: S)")
  private Size size = Size.S;

  @Option(names = "--out", required = true, description = "the folder to write to")
  private @Nullable Path out;

  @Override
  public Integer call() {
    if (out == null) {
      return 2;
    }
    System.out.printf(
        "size %s, seed %d: needs about %s in %s%n",
        size, seed, DiskNeed.of(size.extent()).text(), out);
    long began = System.nanoTime();
    Exercise.Written written =
        Exercise.write(
            seed,
            size,
            out,
            (what, records) ->
                System.out.printf("%5d s  %s: %,d%n", seconds(began), what, records));
    System.out.printf(
        "%,d records in %s (%d s)%n", written.records(), written.platform(), seconds(began));
    return 0;
  }

  private static long seconds(long began) {
    return (System.nanoTime() - began) / 1_000_000_000;
  }

  /**
   * Entry of the launcher: exits 0 when done, 2 on bad usage or too little disk, 3 on our fault.
   */
  public static void main(String[] arguments) {
    CommandLine command = new CommandLine(new ExerciseCommand());
    command.setExecutionExceptionHandler((failure, line, parsed) -> {
      System.err.println("cordon exercise: " + failure.getMessage());
      return failure instanceof ExerciseException ? 2 : 3;
    });
    System.exit(command.execute(arguments));
  }
}
