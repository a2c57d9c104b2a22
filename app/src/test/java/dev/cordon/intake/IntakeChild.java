package dev.cordon.intake;

import dev.cordon.formats.content.PackedLimits;
import dev.cordon.formats.profiles.Profiles;
import dev.cordon.intake.internal.Findings;
import dev.cordon.intake.internal.Judge;
import dev.cordon.intake.internal.Judgement;
import dev.cordon.keys.KeyRing;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

  /** A source whose media an earlier judge did not see. */
  static final String SHOWN = "shown.csv";

  /** By which the first source is read again: a profile of one's own says something else. */
  private static final Profiles OWN =
      Profiles.shipped()
          .with(
              List.of(
                  Profiles.read(
                      "own.yaml",
                      new ByteArrayInputStream(
                          """
                          name: own
                          tables:
                            - name: charges
                              form: csv
                              recognise: [charge_id, card_last4, created]
                              key: [charge_id]
                              mappings:
                                - holder: {order: charge_id}
                                  selectors: [{kind: HANDLE, column: card_last4}]
                          """
                              .getBytes(StandardCharsets.UTF_8)))));

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
      try (Intake intake = name.equals(SHOWN) ? blind(vault) : intake(vault)) {
        intake.take(Original.of(file), name, cause(), at(name, standStill));
      }
    }
    Optional<Edition> first = VaultEditions.all(vault).stream().findFirst();
    if (first.isPresent() && first.get().number() == 1) {
      SourceReport report = first.get().report();
      try (Intake intake = intake(vault, OWN)) {
        intake.retake(
            vault.original(report.sha256(), RecordPermission.LOCAL),
            report,
            cause(),
            at("retake", standStill));
      }
    }
    destroyCopy(vault, standStill);
    return vault;
  }

  /** The copy of a source in which media were found later: it is read again, then destroyed. */
  private static void destroyCopy(Vault vault, String standStill) {
    Optional<Edition> shown =
        VaultEditions.all(vault).stream()
            .filter(edition -> edition.report().name().equals(SHOWN))
            .findFirst();
    if (shown.isEmpty() || !vault.holds(shown.get().report().sha256())) {
      return;
    }
    SourceReport report = shown.get().report();
    IntakeProgress progress = at("shown", standStill);
    if (shown.get().number() == 1) {
      try (Intake intake = intake(vault)) {
        intake.retake(
            vault.original(report.sha256(), RecordPermission.LOCAL),
            report,
            cause(),
            progress,
            true);
      }
    }
    try {
      vault.destroyCopy(report.sha256());
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
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
    return intake(vault, Profiles.shipped());
  }

  private static Intake intake(Vault vault, Profiles profiles) {
    return new Intake(vault, OperationFacts.UNKNOWN, profiles, PackedLimits.STANDARD, true);
  }

  /** Stands in for a judge of an earlier version, which saw no media. */
  private static Intake blind(Vault vault) {
    Intake.Judging blind =
        (original, name, facts, profiles, limits, progress) -> {
          Judgement seen = Judge.judge(original, name, facts, profiles, limits, progress);
          Findings found = seen.findings();
          return new Judgement(
              seen.id(),
              seen.sha256(),
              seen.sizeBytes(),
              seen.damage(),
              new Findings(found.content(), List.of(), 0, 0, found.groups(), found.keys(), null),
              seen.members());
        };
    return new Intake(
        vault,
        OperationFacts.UNKNOWN,
        Profiles.shipped(),
        PackedLimits.STANDARD,
        true,
        RowSet.NONE,
        blind);
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
