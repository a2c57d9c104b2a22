package dev.cordon.resolution;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Two accounts of a link, beside each other. */
public record SideBySide(ReviewItem item, Side a, Side b) {

  /**
   * One account with its records.
   *
   * @param name as {@code system:account}
   * @param account as the last run knows it; null if it does not
   * @param records the first forty; lines of connection are left out
   */
  public record Side(String name, @Nullable ProposedAccount account, List<CaseRecord> records) {

    /** Copies the list. */
    public Side {
      records = List.copyOf(records);
    }

    /** Whether the other side holds the same value of the same kind, letter case aside. */
    public boolean shares(CaseRecord record, Side other) {
      String value = record.value().strip().toLowerCase(Locale.ROOT);
      return other.records.stream()
          .anyMatch(theirs ->
              theirs.kind().equals(record.kind())
                  && theirs.value().strip().toLowerCase(Locale.ROOT).equals(value));
    }
  }
}
