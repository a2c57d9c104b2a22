package dev.cordon.exchange;

import dev.cordon.exchange.PackageRefusedException.Check;
import dev.cordon.kernel.merkle.NoteKey;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of checking a package, check by check, in their order. After one that failed, those
 * that need its result are not there.
 *
 * @param results each check that was made
 * @param manifest what it is, once its signature held; null before
 * @param signer whose key signed; null where none did
 */
public record CheckedPackage(
    List<Result> results, @Nullable PackageManifest manifest, @Nullable NoteKey signer) {

  /**
   * One check.
   *
   * @param check which
   * @param held whether it passed
   * @param detail what was found, for the reader
   */
  public record Result(Check check, boolean held, String detail) {}

  /** Copies the list. */
  public CheckedPackage {
    results = List.copyOf(results);
  }

  /** Whether every check passed. */
  public boolean held() {
    return results.stream().allMatch(Result::held);
  }

  /** The first that failed. */
  public Optional<Result> firstFailure() {
    return results.stream().filter(result -> !result.held()).findFirst();
  }

  /**
   * The manifest of a package whose every check passed.
   *
   * @throws PackageRefusedException naming the first check that failed
   */
  public PackageManifest requireHeld() {
    firstFailure()
        .ifPresent(failed -> {
          throw new PackageRefusedException(failed.check(), failed.detail());
        });
    if (manifest == null) {
      throw new PackageRefusedException(Check.PRESENT, "no manifest was read");
    }
    return manifest;
  }
}
