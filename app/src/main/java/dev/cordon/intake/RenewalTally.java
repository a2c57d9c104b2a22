package dev.cordon.intake;

import dev.cordon.intake.Renormalised.Count;
import dev.cordon.intake.selectors.NormalValue;
import java.util.Objects;

/** What became of the records of one kind when their normal forms were made anew. */
final class RenewalTally {

  private final String dataSet;
  private final String kind;
  private long records;
  private long changed;
  private long gained;
  private long lost;
  private long verdicts;

  RenewalTally(String dataSet, String kind) {
    this.dataSet = dataSet;
    this.kind = kind;
  }

  /** Whether there is anything to keep of what was before. */
  boolean add(NormalValue before, NormalValue now) {
    records++;
    if (before.equals(now)) {
      return false;
    }
    if (Objects.equals(before.value(), now.value())) {
      verdicts++;
    } else if (before.value() == null) {
      gained++;
    } else if (now.value() == null) {
      lost++;
    } else {
      changed++;
    }
    return true;
  }

  Count count() {
    return new Count(dataSet, kind, records, changed, gained, lost, verdicts);
  }
}
