package dev.cordon.intake.web;

import dev.cordon.intake.Balance;
import dev.cordon.intake.EditionDifference;
import java.util.ArrayList;
import java.util.List;

/** What a reading changed, in plain lines; none where it changed nothing. */
record ChangeView(boolean isSame, List<String> rules, List<String> counts) {

  private static final int MOST = 8;

  /** The first lines of it; the page of the comparison has all. */
  static ChangeView of(EditionDifference difference) {
    List<String> counts = new ArrayList<>();
    for (EditionDifference.KindChange kind : difference.kinds()) {
      if (kind.isChanged()) {
        counts.add("%s: %,d, now %,d".formatted(kind.kind(), kind.before(), kind.after()));
      }
    }
    for (EditionDifference.TableChange table : difference.tables()) {
      if (table.isChanged()) {
        counts.add(line(table));
      }
    }
    return new ChangeView(
        difference.sameRecords(),
        difference.rules(),
        counts.subList(0, Math.min(MOST, counts.size())));
  }

  private static String line(EditionDifference.TableChange table) {
    Balance before = table.before();
    Balance after = table.after();
    if (before == null) {
      return table.name() + " is new";
    }
    if (after == null) {
      return table.name() + " is gone";
    }
    return "%s: stored %,d, now %,d; quarantined %,d, now %,d; duplicates %,d, now %,d"
        .formatted(
            table.name(),
            before.stored(),
            after.stored(),
            before.quarantined(),
            after.quarantined(),
            before.duplicates(),
            after.duplicates());
  }
}
