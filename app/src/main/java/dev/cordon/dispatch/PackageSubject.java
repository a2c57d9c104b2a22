package dev.cordon.dispatch;

import java.util.List;
import java.util.UUID;

/**
 * A subject as one package holds it.
 *
 * @param id its place in the package
 * @param subject the subject
 * @param number what people call the subject
 * @param category data-subject category
 * @param attributionReason why this country
 * @param names the names in its records, for lists
 * @param records how many records stand behind it
 */
public record PackageSubject(
    UUID id,
    UUID subject,
    String number,
    String category,
    String attributionReason,
    List<String> names,
    long records) {

  /** Copies the names. */
  public PackageSubject {
    names = List.copyOf(names);
  }
}
