package dev.cordon.dispatch;

import dev.cordon.access.OperationId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the stages before give to packages. Both questions are asked inside the caller's transaction
 * and under the caller's rights.
 */
public interface SubjectMaterial {

  /** Subjects a person has confirmed and attributed to the country. */
  List<Confirmed> confirmed(OperationId operation, String country);

  /** Every record behind the subjects, in a stable order. */
  List<Material> records(OperationId operation, Collection<UUID> subjects);

  /** What rules and persons concluded of the subjects, in a stable order. */
  List<Assessed> assessments(OperationId operation, Collection<UUID> subjects);

  /**
   * A conclusion, never a fact.
   *
   * @param kind link or country
   * @param label the rule or the kind of evidence
   * @param words in a sentence
   * @param ends of a link, as {@code system:account}; none else
   */
  record Assessed(UUID subject, String kind, String label, String words, List<String> ends) {

    /** Copies the list. */
    public Assessed {
      ends = List.copyOf(ends);
    }
  }

  /**
   * A confirmed and attributed subject.
   *
   * @param number what people call it
   * @param category data-subject category, as the database writes it
   * @param attributionReason why this country
   */
  record Confirmed(UUID subject, String number, String category, String attributionReason) {}

  /**
   * One record of a subject and the row it came from.
   *
   * @param sourceSha256 of the sealed source, 64 hexadecimal digits
   */
  record Material(
      UUID subject,
      String kind,
      String label,
      String value,
      @Nullable Instant at,
      String sourceName,
      String sourceSha256,
      String sourceTable,
      long sourceRow) {}
}
