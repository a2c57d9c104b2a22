package dev.cordon.cli;

import dev.cordon.exchange.ExchangeException;
import dev.cordon.exchange.Receipt;
import dev.cordon.exchange.TimeStamps;
import dev.cordon.kernel.KernelException;
import dev.cordon.kernel.merkle.LogPolicy;
import dev.cordon.kernel.merkle.NoteKey;
import dev.cordon.kernel.merkle.Tiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Checks a ledger, a package, a receipt, a proof or a certificate from its files alone, without a
 * server and without network.
 */
@Command(
    name = "verify",
    description =
        "Checks a ledger, a package, a receipt, a proof or a certificate, offline; says exactly which check"
            + " failed.",
    mixinStandardHelpOptions = true)
public final class VerifyCommand implements Callable<Integer> {

  private static final int LARGEST_BYTES = 16 << 20;

  private static final int FOUND_WRONG = 1;
  private static final int BAD_INPUT = 2;
  private static final int OUR_FAULT = 3;

  @Parameters(
      index = "0",
      paramLabel = "PATH",
      description =
          "a ledger's directory, a data directory, a package (sealed file, TAR or folder), or the"
              + " file of a receipt, a proof or a certificate")
  private Path path = Path.of("");

  @Option(
      names = "--key",
      paramLabel = "KEY",
      description =
          "a trusted key, NAME+ID+KEY, or a file holding one a line; may be given several times"
              + " (default for a ledger: the file 'key' beside it; for a receipt: the key in it)")
  private List<String> keys = new ArrayList<>();

  @Option(
      names = "--source",
      paramLabel = "FILE",
      description = "with a receipt: the file that was handed over, to be compared with it")
  private @Nullable Path source;

  @Option(
      names = "--entry",
      paramLabel = "FILE",
      description = "with a proof (.tlog-proof): the entry's exact bytes")
  private @Nullable Path entry;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description =
          "whom to believe, instead of --key: logs, witnesses and how many of them must have"
              + " cosigned (C2SP tlog-policy)")
  private @Nullable Path policy;

  @Option(
      names = "--time-stamp-authority",
      paramLabel = "FILE",
      description =
          "certificates of time-stamp authorities you trust, PEM; for a ledger's time stamps")
  private @Nullable Path authorities;

  @Option(
      names = "--identity",
      paramLabel = "FILE",
      description =
          "with a sealed package (.age): the file with the secret key it is sealed to, as"
              + " age-keygen writes it")
  private @Nullable Path identity;

  @Option(
      names = "--recipient",
      paramLabel = "NAME",
      description =
          "with a package: the agency it must be for, by name or id; may be given several times")
  private List<String> recipients = new ArrayList<>();

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
    Trust trust;
    try {
      trust = trust();
    } catch (KernelException | ExchangeException | IOException refused) {
      return refuse(
          specification.commandLine(),
          "a key, policy or certificate can not be read: " + refused.getMessage());
    }
    if (PackageVerification.isFirstForm(path)) {
      return verifyPackage(trust.logs());
    }
    if (PackageVerification.isPackage(path)) {
      return verifyBag(trust.logs());
    }
    if (Files.isRegularFile(path)) {
      return verifyFile(trust);
    }
    Path ledger = Files.isDirectory(path.resolve("ledger")) ? path.resolve("ledger") : path;
    if (!Files.isRegularFile(ledger.resolve("checkpoint"))) {
      return refuse(
          specification.commandLine(),
          path
              + " is neither a ledger (a directory with a file 'checkpoint') nor a package (a"
              + " folder with a file 'bagit.txt' or 'manifest.json') nor a file. Point"
              + " to one of them.");
    }
    return verifyLedger(ledger, trust);
  }

  private int verifyBag(List<NoteKey> trusted) {
    if (trusted.isEmpty()) {
      return refuse(
          specification.commandLine(),
          "a package needs the key of the agency that signed it: give it with --key.");
    }
    try {
      return report(
          PackageVerification.of(
              path, Optional.ofNullable(identity), trusted, Set.copyOf(recipients)));
    } catch (ExchangeException | IOException unreadable) {
      return refuse(specification.commandLine(), String.valueOf(unreadable.getMessage()));
    }
  }

  private int verifyPackage(List<NoteKey> trusted) {
    if (trusted.isEmpty()) {
      return refuse(
          specification.commandLine(),
          "a package needs the key of the agency that signed it: give it with --key.");
    }
    return report(Verification.ofPackage(path, trusted));
  }

  private int verifyFile(Trust trust) {
    try {
      if (Files.size(path) > LARGEST_BYTES) {
        return refuse(
            specification.commandLine(),
            path
                + " is larger than a receipt or certificate can be ("
                + LARGEST_BYTES
                + " bytes).");
      }
      byte[] json = Files.readAllBytes(path);
      if (ProofVerification.recognises(json)) {
        return verifyProof(json, trust);
      }
      return Verification.isCertificate(json)
          ? verifyCertificate(json, trust.logs())
          : verifyReceipt(json, trust.logs());
    } catch (IOException unreadable) {
      return refuse(specification.commandLine(), path + " can not be read: " + unreadable);
    }
  }

  private int verifyReceipt(byte[] json, List<NoteKey> trusted) {
    List<NoteKey> keysToUse = trusted.isEmpty() ? keyIn(json) : trusted;
    int result = report(Verification.ofReceipt(json, keysToUse, Optional.ofNullable(source)));
    if (trusted.isEmpty()) {
      note("the key was taken from the receipt itself; who can forge it can put another key in.");
    }
    return result;
  }

  /** The key a receipt brings along; none where it is no receipt, which the checks then say. */
  private static List<NoteKey> keyIn(byte[] json) {
    try {
      return List.of(NoteKey.parse(Receipt.read(json).key()));
    } catch (ExchangeException | KernelException malformed) {
      return List.of();
    }
  }

  private void note(String what) {
    specification
        .commandLine()
        .getErr()
        .println(
            "note: "
                + what
                + " Compare it with the one you were given, or give that one with --key.");
  }

  private int verifyCertificate(byte[] json, List<NoteKey> trusted) {
    if (trusted.isEmpty()) {
      return refuse(
          specification.commandLine(),
          "a certificate needs the key of the ledger it stands in: give it with --key.");
    }
    return report(Verification.ofCertificate(json, trusted));
  }

  private int verifyProof(byte[] proof, Trust trust) throws IOException {
    Path bytes = entry;
    if (bytes == null || trust.isEmpty()) {
      return refuse(
          specification.commandLine(),
          "a proof needs the entry it is about (--entry) and the key of its log (--key or"
              + " --policy).");
    }
    if (Files.size(bytes) > Tiles.LARGEST_ENTRY_BYTES) {
      return refuse(
          specification.commandLine(),
          bytes + " is larger than an entry can be (" + Tiles.LARGEST_ENTRY_BYTES + " bytes).");
    }
    return report(ProofVerification.of(proof, Files.readAllBytes(bytes), trust));
  }

  private int verifyLedger(Path ledger, Trust trust) {
    if (!trust.isEmpty()) {
      return report(LedgerVerification.of(ledger, trust));
    }
    Path beside = ledger.resolve("key");
    try {
      int result = report(LedgerVerification.of(ledger, trust.orKeys(read(beside))));
      note("the key was taken from " + beside + "; who can change the ledger can change it too.");
      return result;
    } catch (KernelException | IOException refused) {
      return refuse(
          specification.commandLine(),
          "no key to verify with: " + beside + " can not be read. Give the key with --key.");
    }
  }

  private Trust trust() throws IOException {
    Path policyFile = policy;
    Path authorityFile = authorities;
    return new Trust(
        trustedKeys(),
        policyFile == null
            ? Optional.empty()
            : Optional.of(LogPolicy.parse(Files.readString(policyFile))),
        authorityFile == null
            ? List.of()
            : TimeStamps.certificates(Files.readAllBytes(authorityFile)));
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
