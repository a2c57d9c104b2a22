package dev.cordon;

import java.io.PrintWriter;
import picocli.CommandLine;

/**
 * Runs one of the commands. Ends with 0 when done, 1 when something wrong was found, 2 for bad
 * usage or input, 3 for our fault. A refusal is one line: what, where, what to do.
 */
final class Commands {

  private static final int BAD_INPUT = 2;
  private static final int OUR_FAULT = 3;

  private Commands() {}

  static CommandLine of(Object command) {
    return new CommandLine(command)
        .setExecutionExceptionHandler((failure, line, parsed) -> explain(failure, line.getErr()))
        .setParameterExceptionHandler((wrong, arguments) -> {
          wrong.getCommandLine().getErr().println("cordon: " + wrong.getMessage());
          return BAD_INPUT;
        });
  }

  static int refuse(String message) {
    System.err.println("cordon: " + message);
    return BAD_INPUT;
  }

  private static int explain(Exception failure, PrintWriter err) {
    if (failure instanceof CordonException refusal) {
      err.println("cordon: " + refusal.getMessage());
      return BAD_INPUT;
    }
    String log = System.getProperty("cordon.log", "");
    err.println(
        "cordon: our fault: "
            + failure
            + (log.isEmpty() ? "" : "; the log " + log + " may say more"));
    failure.printStackTrace(err);
    return OUR_FAULT;
  }
}
