package dev.cordon.cli;

import dev.cordon.exchange.PackageRefusedException;
import dev.cordon.kernel.KernelException;
import dev.cordon.kernel.merkle.NoteKey;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks a ledger, a package or a certificate from its files alone: no server, no network. */
@Command(
    name = "verify",
    description =
        "Checks a ledger, a package or a certificate, offline; says exactly which check failed.",
    mixinStandardHelpOptions = true)
public final class VerifyCommand implements Callable<Integer> {

  private static final int FOUND_WRONG = 1;
  private static final int BAD_INPUT = 2;
  private static final int OUR_FAULT = 3;

  @Parameters(
      index = "0",
      paramLabel = "PATH",
      description =
          "a ledger's directory, a data directory, a package's folder, or a certificate's file")
  private Path path = Path.of("");

  @Option(
      names = "--key",
      paramLabel = "KEY",
      description =
          "a trusted key, NAME+ID+KEY, or a file holding one a line; may be given several times"
              + " (default for a ledger: the file 'key' beside it)")
  private List<String> keys = new ArrayList<>();

  @Option(names = "--json", description = "one JSON object a line")
  private boolean json;

  @Spec private CommandSpec specification = CommandSpec.create();

  /** Runs the command and ends with its exit code. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new VerifyCommand())
        .setParameterExceptionHandler((wrong, arguments) ->
            refuse(wrong.getCommandLine(), String.valueOf(wrong.getMessage())))
        .setExecutionExceptionHandler((failure, line, parsed) -> {
          line.getErr().println("cordon verify: our fault: " + failure);
          return OUR_FAULT;
        });
  }

  @Override
  public Integer call() {
    List<NoteKey> trusted;
    try {
      trusted = trustedKeys();
    } catch (KernelException | IOException refused) {
      return refuse(specification.commandLine(), "a key can not be read: " + refused.getMessage());
    }
    if (Files.isRegularFile(path.resolve("manifest.json"))) {
      return verifyPackage(trusted);
    }
    if (Files.isRegularFile(path)) {
      return verifyCertificate(trusted);
    }
    Path ledger = Files.isDirectory(path.resolve("ledger")) ? path.resolve("ledger") : path;
    if (!Files.isRegularFile(ledger.resolve("checkpoint"))) {
      return refuse(
          specification.commandLine(),
          path
              + " is neither a ledger (a directory with a file 'checkpoint') nor a package (a"
              + " folder with a file 'manifest.json') nor a certificate (a file). Point to one of"
              + " them.");
    }
    return verifyLedger(ledger, trusted);
  }

  private int verifyPackage(List<NoteKey> trusted) {
    if (trusted.isEmpty()) {
      return refuse(
          specification.commandLine(),
          "a package needs the key of the agency that signed it: give it with --key.");
    }
    return report(Verification.ofPackage(path, trusted));
  }

  private int verifyCertificate(List<NoteKey> trusted) {
    if (trusted.isEmpty()) {
      return refuse(
          specification.commandLine(),
          "a certificate needs the key of the ledger it stands in: give it with --key.");
    }
    try {
      return report(Verification.ofCertificate(path, trusted));
    } catch (IOException | PackageRefusedException refused) {
      return refuse(specification.commandLine(), path + ": " + refused.getMessage());
    }
  }

  private int verifyLedger(Path ledger, List<NoteKey> trusted) {
    if (!trusted.isEmpty()) {
      return report(Verification.ofLedger(ledger, trusted));
    }
    Path beside = ledger.resolve("key");
    try {
      List<NoteKey> found = read(beside);
      int result = report(Verification.ofLedger(ledger, found));
      specification
          .commandLine()
          .getErr()
          .println(
              "note: the key was taken from "
                  + beside
                  + "; who can change the ledger can change it too. Compare it with the one you were"
                  + " given, or give that one with --key.");
      return result;
    } catch (KernelException | IOException refused) {
      return refuse(
          specification.commandLine(),
          "no key to verify with: " + beside + " can not be read. Give the key with --key.");
    }
  }

  private List<NoteKey> trustedKeys() throws IOException {
    List<NoteKey> trusted = new ArrayList<>();
    for (String key : keys) {
      if (key.contains("+")) {
        trusted.add(NoteKey.parse(key));
        continue;
      }
      trusted.addAll(read(Path.of(key)));
    }
    return trusted;
  }

  private static List<NoteKey> read(Path file) throws IOException {
    return Files.readString(file)
        .lines()
        .filter(line -> !line.isBlank())
        .map(NoteKey::parse)
        .toList();
  }

  private int report(List<Finding> findings) {
    PrintWriter out = specification.commandLine().getOut();
    findings.forEach(finding -> out.println(json ? finding.json() : finding.line()));
    boolean held = findings.stream().allMatch(Finding::held);
    if (!json) {
      out.println(held ? "verified: every check held" : "NOT verified");
    }
    out.flush();
    return held ? 0 : FOUND_WRONG;
  }

  private static int refuse(CommandLine line, String message) {
    line.getErr().println("cordon verify: " + message);
    return BAD_INPUT;
  }
}
