package dev.cordon.exercise;

import dev.cordon.exercise.files.AccessLog;
import dev.cordon.exercise.files.CardReturn;
import dev.cordon.exercise.files.CryptoInvoices;
import dev.cordon.exercise.files.Facts;
import dev.cordon.exercise.files.FieldReports;
import dev.cordon.exercise.files.ForumDump;
import dev.cordon.exercise.files.Manifest;
import dev.cordon.exercise.files.ProviderReturn;
import dev.cordon.exercise.files.ReferenceTables;
import dev.cordon.exercise.files.ShopDump;
import dev.cordon.exercise.files.TruthFiles;
import dev.cordon.exercise.platform.World;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Writes an invented operation: the files of a seized platform, apart from them the truth and the
 * later field reports. The same seed and extent give the same bytes.
 */
public final class Exercise {
  private Exercise() {}

  /** What was written. */
  public record Written(Path platform, Path truth, long records) {}

  /** Writes an exercise of a named size. */
  public static Written write(long seed, Size size, Path directory, Progress progress) {
    return write(seed, size.extent(), directory, progress);
  }

  /**
   * Writes an exercise of any extent; refuses before the first byte if the disk is too small or the
   * folder holds other things. The manifest comes last: without it an exercise is unfinished.
   */
  public static Written write(long seed, Extent extent, Path directory, Progress progress) {
    OutputFolder.require(directory, seed, extent);
    DiskNeed.of(extent).require(directory);
    World world = World.of(seed, extent);
    Path platform = directory.resolve("platform");
    Path truth = directory.resolve("truth");
    Manifest manifest = new Manifest();
    inParallel(
        List.of(
            () -> ShopDump.write(world, platform, manifest, progress),
            () -> ForumDump.write(world, platform, manifest, progress),
            () -> AccessLog.write(world, platform, manifest, progress),
            () -> CardReturn.write(world, platform, manifest, progress),
            () -> CryptoInvoices.write(world, platform, manifest, progress),
            () -> ProviderReturn.write(world, platform, manifest, progress),
            () -> TruthFiles.write(world, truth, progress),
            () -> FieldReports.write(world, directory, progress)));
    ReferenceTables.write(world, platform, manifest);
    Facts.write(world, platform, manifest);
    manifest.write(platform, seed, extent);
    return new Written(platform, truth, manifest.records());
  }

  private static void inParallel(List<Runnable> writers) {
    int threads = Math.min(4, Runtime.getRuntime().availableProcessors());
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<?>> running = new ArrayList<>();
      writers.forEach(writer -> running.add(pool.submit(writer)));
      for (Future<?> each : running) {
        each.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ExerciseException known) {
        throw known;
      }
      throw new ExerciseException("writing the exercise failed: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ExerciseException("writing the exercise was interrupted", e);
    }
  }
}
