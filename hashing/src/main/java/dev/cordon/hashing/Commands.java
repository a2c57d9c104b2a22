package dev.cordon.hashing;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** What the commands of this module have in common. */
public final class Commands {

  /** Done. */
  public static final int DONE = 0;

  /** Something was found wrong. */
  public static final int FOUND_WRONG = 1;

  /** Bad usage or input. */
  public static final int BAD_INPUT = 2;

  /** Our fault. */
  public static final int OUR_FAULT = 3;

  private Commands() {}

  /** A command line that tells failures by exit codes. */
  public static CommandLine of(Object command, String name) {
    return new CommandLine(command)
        .setOut(
            new PrintWriter(
                new BufferedWriter(
                    new OutputStreamWriter(
                        new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8),
                    1 << 16)))
        .setParameterExceptionHandler((wrong, arguments) ->
            refuse(wrong.getCommandLine(), name, String.valueOf(wrong.getMessage())))
        .setExecutionExceptionHandler((failure, line, parsed) -> {
          line.getOut().flush();
          if (failure instanceof HashingException named) {
            return refuse(line, name, String.valueOf(named.getMessage()));
          }
          line.getErr().println("cordon " + name + ": our fault: " + failure);
          return OUR_FAULT;
        });
  }

  /** Says why a command does not run. */
  public static int refuse(CommandLine line, String name, String message) {
    line.getErr().println("cordon " + name + ": " + message);
    return BAD_INPUT;
  }
}
