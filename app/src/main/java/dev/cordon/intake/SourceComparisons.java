package dev.cordon.intake;

import dev.cordon.access.OperationId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Puts two sources, or two readings of one, beside each other. Thread-safe. */
@Component
class SourceComparisons {

  private final SourceRegister register;
  private final Editions editions;
  private final CountRegister counts;
  private final Vaults vaults;

  SourceComparisons(
      SourceRegister register, Editions editions, CountRegister counts, Vaults vaults) {
    this.register = register;
    this.editions = editions;
    this.counts = counts;
    this.vaults = vaults;
  }

  /** Two sources beside each other. */
  SourceComparison compare(OperationId operation, UUID left, UUID right) {
    return SourceComparison.of(side(operation, left), side(operation, right));
  }

  /**
   * Two editions of a source beside each other; none where an earlier version of the software kept
   * no report of one of them.
   */
  Optional<SourceComparison> compare(OperationId operation, UUID source, int before, int after) {
    SourceId id = new SourceId(source);
    register.get(operation, source);
    Optional<Edition> left = editions.find(operation, id, before);
    Optional<Edition> right = editions.find(operation, id, after);
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        SourceComparison.of(
            new SourceComparison.Side(left.get().report(), counts.of(operation, source, before)),
            new SourceComparison.Side(right.get().report(), counts.of(operation, source, after))));
  }

  private SourceComparison.Side side(OperationId operation, UUID source) {
    register.get(operation, source);
    SourceCounts counted = counts.of(operation, source, counts.edition(operation, source));
    try {
      return new SourceComparison.Side(
          Intake.report(vaults.of(operation), new SourceId(source)).orElseThrow(), counted);
    } catch (IOException failure) {
      throw new UncheckedIOException(
          "the report of source " + source + " can not be read", failure);
    }
  }
}
