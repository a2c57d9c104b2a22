package dev.cordon.backup;

import dev.cordon.CordonException;
import dev.cordon.ground.DataDirectory;
import dev.cordon.ground.DatabaseAddress;
import dev.cordon.ground.Ground;
import dev.cordon.keys.OperationKeys;
import dev.cordon.keys.Passphrases;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.StandaloneLedger;
import dev.cordon.ledger.internal.LedgerKey;
import dev.cordon.ledger.internal.LedgerParts;
import dev.cordon.ledger.internal.Sequencer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import picocli.CommandLine;

/** A small installation with a vault and a ledger that is written to, without the server around. */
final class Installation implements AutoCloseable {

  static final String OPERATION = "5f0f5a5e-0000-4000-8000-000000000001";

  private final Path root;
  private final Path passphrase;
  private final Ground ground;
  private final Sequencer sequencer;
  private final DriverManagerDataSource application;

  private Installation(Path root, Path passphrase, Ground ground) {
    this.root = root;
    this.passphrase = passphrase;
    this.ground = ground;
    DatabaseAddress address = ground.address();
    this.application =
        new DriverManagerDataSource(
            address.url(), DatabaseAddress.APPLICATION, address.applicationPassword());
    LedgerKey key = LedgerParts.key(ground.directory());
    this.sequencer =
        LedgerParts.sequencer(
            JdbcClient.create(application),
            new JdbcTransactionManager(application),
            ground.directory(),
            key);
  }

  /** A new one in that folder, with its passphrase outside of it. */
  static Installation create(Path folder) throws IOException {
    Path passphrase = Files.writeString(folder.resolve("passphrase"), "correct horse battery\n");
    DataDirectory directory = DataDirectory.open(folder.resolve("data"));
    try (OperationKeys keys =
        OperationKeys.open(
            directory.secrets(),
            new Passphrases(
                Map.of(Passphrases.FILE_VARIABLE, passphrase.toString()),
                directory.secrets(),
                null))) {
      keys.prepareBackups();
    }
    Ground ground = Ground.embedded(directory);
    Installation made = new Installation(directory.root(), passphrase, ground);
    JdbcClient.create(made.application)
        .sql("select cordon.first_administrator('administrator', '!')")
        .query()
        .listOfRows();
    Path sources = Files.createDirectories(directory.vault().resolve(OPERATION + "/sources"));
    Files.createDirectories(directory.vault().resolve(OPERATION + "/records"));
    SplittableRandom random = new SplittableRandom(7);
    for (int number = 0; number < 3; number++) {
      byte[] bytes = new byte[700_000 * (number + 1)];
      random.nextBytes(bytes);
      Files.write(sources.resolve(Integer.toString(number).repeat(64)), bytes);
    }
    made.write(300);
    return made;
  }

  Path root() {
    return root;
  }

  Ground ground() {
    return ground;
  }

  Map<String, String> environment() {
    return Map.of(Passphrases.FILE_VARIABLE, passphrase.toString());
  }

  /** Writes so many entries and publishes them. */
  void write(int entries) {
    try (StandaloneLedger ledger = StandaloneLedger.of(ground)) {
      for (int number = 0; number < entries; number++) {
        ledger.append(entry(), "");
      }
    }
    sequencer.sequence();
  }

  long publish() {
    return sequencer.sequence();
  }

  private static Entry entry() {
    return Entry.ofInstallation(Act.ALTERATION, "test-change", "written while a backup is taken")
        .touching(UUID.randomUUID());
  }

  /** Writes from several threads and publishes all the time, until closed. */
  Load load() {
    return new Load();
  }

  final class Load implements AutoCloseable {

    private final AtomicBoolean goesOn = new AtomicBoolean(true);
    private final ConcurrentLinkedQueue<UUID> acknowledged = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<RuntimeException> failures = new ConcurrentLinkedQueue<>();
    private final List<Thread> threads = new ArrayList<>();

    private Load() {
      for (int writer = 0; writer < 3; writer++) {
        threads.add(Thread.ofPlatform().start(this::write));
      }
      threads.add(Thread.ofPlatform().start(this::publish));
    }

    private void write() {
      try (StandaloneLedger ledger = StandaloneLedger.of(ground)) {
        while (goesOn.get()) {
          acknowledged.add(ledger.append(entry(), "").value());
        }
      } catch (RuntimeException failed) {
        failures.add(failed);
      }
    }

    private void publish() {
      try {
        while (goesOn.get()) {
          sequencer.sequence();
        }
      } catch (RuntimeException failed) {
        failures.add(failed);
      }
    }

    /** Entries that are committed by now. */
    List<UUID> acknowledged() {
      return List.copyOf(acknowledged);
    }

    @Override
    public void close() throws InterruptedException {
      goesOn.set(false);
      for (Thread thread : threads) {
        thread.join();
      }
      if (!failures.isEmpty()) {
        throw new IllegalStateException(failures.peek());
      }
    }
  }

  /** What a command said and ended with. */
  record Outcome(int code, String out) {}

  /** Runs a command as the launcher does. */
  static Outcome run(Object command, String... arguments) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text, true);
    int code =
        new CommandLine(command)
            .setOut(out)
            .setErr(out)
            .setExecutionExceptionHandler((failure, line, parsed) -> {
              if (failure instanceof CordonException refusal) {
                out.println("cordon: " + refusal.getMessage());
                return 2;
              }
              failure.printStackTrace(out);
              return 3;
            })
            .execute(arguments);
    return new Outcome(code, text.toString());
  }

  Outcome backup(Path to, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("--data", root.toString(), "--to", to.toString()));
    arguments.addAll(List.of(more));
    return run(new BackupCommand(environment()), arguments.toArray(String[]::new));
  }

  Outcome restore(Path backup, Path target, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of(backup.toString(), "--data", target.toString()));
    arguments.addAll(List.of(more));
    return run(new RestoreCommand(environment()), arguments.toArray(String[]::new));
  }

  Outcome drill(Path backup, Path in, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(backup.toString(), "--in", in.toString(), "--data", root.toString()));
    arguments.addAll(List.of(more));
    return run(new DrillCommand(environment()), arguments.toArray(String[]::new));
  }

  @Override
  public void close() {
    ground.close();
  }
}
