package dev.cordon.casework;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Validates a CASE/UCO file; offline. */
@Command(
    name = "validate",
    description =
        "Validates CASE/UCO 1.4.0 in JSON-LD: SHACL results with their severity, and terms that"
            + " are not in CASE or UCO. Offline.",
    mixinStandardHelpOptions = true)
public final class ValidateCommand implements Callable<Integer> {

  private static final int FOUND_WRONG = 1;
  private static final int BAD_INPUT = 2;
  private static final int OUR_FAULT = 3;

  @Parameters(index = "0", paramLabel = "FILE.jsonld", description = "the file to validate")
  private Path file = Path.of("");

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description =
          "the least severity that makes the file fail: info, warning or violation (the default)")
  private String failOn = "violation";

  @Option(names = "--json", description = "one JSON object a line, a summary last")
  private boolean json;

  @Spec private CommandSpec specification = CommandSpec.create();

  /** Runs the command and ends with its exit code. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new ValidateCommand())
        .setParameterExceptionHandler((wrong, arguments) ->
            refuse(wrong.getCommandLine(), String.valueOf(wrong.getMessage())))
        .setExecutionExceptionHandler((failure, line, parsed) -> {
          line.getErr().println("cordon validate: our fault: " + failure);
          return OUR_FAULT;
        });
  }

  @Override
  public Integer call() {
    Finding.Severity least;
    try {
      least = Finding.Severity.valueOf(failOn.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      return refuse(
          specification.commandLine(),
          "--fail-on takes info, warning or violation, not '" + failOn + "'.");
    }
    try {
      if (Files.isRegularFile(file) && Files.size(file) > CaseDocument.LARGEST_BYTES) {
        return refuse(
            specification.commandLine(),
            file + " is larger than the " + CaseDocument.LARGEST_BYTES + " bytes read at once.");
      }
      byte[] document = Files.readAllBytes(file);
      CaseValidator.Result result = new CaseValidator().validate(document);
      report(result, least);
      return result.isFreeOf(least) ? 0 : FOUND_WRONG;
    } catch (CaseException refused) {
      return refuse(specification.commandLine(), file + ": " + refused.getMessage());
    } catch (IOException unreadable) {
      return refuse(specification.commandLine(), file + " can not be read: " + unreadable);
    }
  }

  private void report(CaseValidator.Result result, Finding.Severity least) {
    PrintWriter out = specification.commandLine().getOut();
    result.findings().forEach(finding -> out.println(json ? line(finding) : words(finding)));
    boolean conforms = result.isFreeOf(least);
    out.println(
        json
            ? "{\"conforms\":%s,\"version\":\"%s\",\"triples\":%d,\"findings\":%d}"
                .formatted(
                    conforms, CaseValidator.VERSION, result.triples(), result.findings().size())
            : (conforms ? "conforms" : "does NOT conform")
                + " to CASE/UCO "
                + CaseValidator.VERSION
                + ": "
                + result.triples()
                + " statements, "
                + result.findings().size()
                + " findings");
    out.flush();
  }

  private static String words(Finding finding) {
    return finding.severity().name().toLowerCase(Locale.ROOT)
        + " "
        + finding.constraint()
        + " at "
        + finding.focus()
        + (finding.path() == null ? "" : " " + finding.path())
        + (finding.value() == null ? "" : " '" + finding.value() + "'")
        + ": "
        + finding.message();
  }

  private static String line(Finding finding) {
    return "{\"severity\":\"%s\",\"constraint\":%s,\"focus\":%s,\"path\":%s,\"value\":%s,\"message\":%s}"
        .formatted(
            finding.severity().name().toLowerCase(Locale.ROOT),
            quoted(finding.constraint()),
            quoted(finding.focus()),
            quoted(finding.path()),
            quoted(finding.value()),
            quoted(finding.message()));
  }

  /** A JSON string, RFC 8259 section 7; control characters and those beyond ASCII escaped. */
  private static String quoted(@Nullable String text) {
    if (text == null) {
      return "null";
    }
    StringBuilder line = new StringBuilder("\"");
    for (int at = 0; at < text.length(); at++) {
      char one = text.charAt(at);
      if (one == '"' || one == '\\') {
        line.append('\\').append(one);
      } else if (one < ' ' || one > '~') {
        line.append("\\u%04x".formatted((int) one));
      } else {
        line.append(one);
      }
    }
    return line.append('"').toString();
  }

  private static int refuse(CommandLine line, String message) {
    line.getErr().println("cordon validate: " + message);
    return BAD_INPUT;
  }
}
