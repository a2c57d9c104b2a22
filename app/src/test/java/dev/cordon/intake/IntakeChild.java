package dev.cordon.intake;

import dev.cordon.formats.content.PackedLimits;
import dev.cordon.keys.KeyRing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Takes files into a vault one by one and reads the first again; as a process of its own it can be
 * killed. Prints what it does; stands still at the step it is told to.
 */
final class IntakeChild {

  private static final byte[] KEY = new byte[KeyRing.KEY_SIZE_BYTES];

  private IntakeChild() {}

  /** A ring of one known key, so that another process opens the same vault. */
  static VaultKey key() {
    return VaultKey.of(
        new KeyRing() {
          @Override
          public int newest() {
            return 1;
          }

          @Override
          public List<Integer> versions() {
            return List.of(1);
          }

          @Override
          public byte[] derive(int version, String use) {
            return KeyRing.derive(KEY, use);
          }
        });
  }

  /** Vault, step to stand still at ({@code file:STEP} or none), files. */
  public static void main(String[] arguments) throws IOException {
    List<Path> files = Arrays.stream(arguments, 2, arguments.length).map(Path::of).toList();
    try {
      work(Path.of(arguments[0]), files, arguments[1]);
      System.out.println("DONE");
    } catch (IntakeException refused) {
      System.out.println("REFUSED " + refused.getMessage());
      System.out.println("LEFT " + left(Path.of(arguments[0])));
    }
    System.out.flush();
  }

  /** All the work, or what is left of it. */
  static Vault work(Path folder, List<Path> files, String standStill) {
    Vault vault = Vault.open(folder, key());
    for (Path file : files) {
      String name = file.getFileName().toString();
      try (Intake intake = intake(vault)) {
        intake.take(Original.of(file), name, cause(), at(name, standStill));
      }
    }
    Optional<Edition> first = VaultEditions.all(vault).stream().findFirst();
    if (first.isPresent() && first.get().number() == 1) {
      SourceReport report = first.get().report();
      try (Intake intake = intake(vault)) {
        intake.retake(
            vault.original(report.sha256(), RecordPermission.LOCAL),
            report,
            cause(),
            at("retake", standStill));
      }
    }
    return vault;
  }

  /** What must be the same after every kill: records, their order, reports; and no leftover. */
  static Map<String, String> state(Vault vault) throws IOException {
    Map<String, String> state = new TreeMap<>();
    for (Edition edition : VaultEditions.all(vault)) {
      state.put(
          edition.report().name(),
          edition.number() + edition.digest() + edition.order() + edition.report());
      state.put(
          edition.report().name() + " folders",
          String.valueOf(names(vault.records(edition.source()).getParent()).size()));
    }
    state.put("sealed", names(vault.sources()).toString());
    state.put("records", names(vault.records()).toString());
    state.put("work", names(vault.work()).toString());
    return state;
  }

  private static IntakeProgress at(String name, String standStill) {
    return new IntakeProgress() {
      @Override
      public void read(long bytes) {}

      @Override
      public void step(IntakeStep step) {
        if (standStill.equals(name + ":" + step)) {
          System.out.println("AT " + standStill);
          System.out.flush();
          while (true) {
            java.util.concurrent.locks.LockSupport.park();
          }
        }
      }
    };
  }

  private static Intake intake(Vault vault) {
    return new Intake(vault, OperationFacts.UNKNOWN, PackedLimits.STANDARD, true);
  }

  private static Edition.Cause cause() {
    return new Edition.Cause(Instant.EPOCH, null, "a test");
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  private static long left(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).count();
    }
  }
}
