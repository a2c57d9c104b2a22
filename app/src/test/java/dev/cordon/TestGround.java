package dev.cordon;

import dev.cordon.access.FreshProof;
import dev.cordon.ground.DataDirectory;
import dev.cordon.ground.Ground;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** One real ground per test process: its own data directory and PostgreSQL, removed at the end. */
public final class TestGround implements ApplicationContextInitializer<GenericApplicationContext> {

  /** The ground of this process, started when first asked for. */
  public static Ground ground() {
    return Holder.GROUND;
  }

  @Override
  public void initialize(GenericApplicationContext context) {
    // A destroy method would stop the database with the first context that closes.
    context.registerBean(
        Ground.class, TestGround::ground, definition -> definition.setDestroyMethodName(""));
    // Most tests act as members without a browser: their acts count as freshly proved, and a
    // password is enough for those
    // that sign in. Tests of signing in say otherwise.
    context.registerBean(
        FreshProof.class, () -> authentication -> authentication.getDetails() == null);
    context
        .getEnvironment()
        .getPropertySources()
        .addLast(
            new MapPropertySource(
                "tests",
                Map.of(
                    "cordon.sign-in.second-factor", "optional",
                    // Entries that come by themselves would stand between those of a test.
                    "cordon.oversight.denied-every", "24h")));
  }

  private static final class Holder {

    private static final Ground GROUND = start();

    private static Ground start() {
      try {
        Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
        Path root = Files.createTempDirectory(target, "test-data-");
        Ground ground = Ground.embedded(DataDirectory.open(root));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(ground, root)));
        return ground;
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }

    private static void stop(Ground ground, Path root) {
      ground.close();
      try (Stream<Path> paths = Files.walk(root)) {
        for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      } catch (IOException left) {
        // What is left lies in target.
      }
    }
  }
}
