package dev.cordon.dispatch;

import dev.cordon.access.OperationId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.context.annotation.Primary;

/** Confirmed subjects a test invents, in place of the stages before. */
@Primary
public final class InventedMaterial implements SubjectMaterial {

  private record Subject(OperationId operation, String country, Confirmed confirmed) {}

  private final List<Subject> subjects = new ArrayList<>();
  private final Map<UUID, List<Material>> records = new ConcurrentHashMap<>();

  /** Invents a subject with a name, an address and a payment. */
  public UUID add(
      OperationId operation,
      String country,
      String number,
      String name,
      String line,
      String postcode,
      String city) {
    UUID id = UUID.randomUUID();
    subjects.add(
        new Subject(
            operation,
            country,
            new Confirmed(id, number, "suspect", "billing country " + country)));
    records.put(
        id,
        Stream.of(
                material(id, "ACCOUNT", "forum", number.toLowerCase(java.util.Locale.ROOT), 1),
                material(id, "PERSON_NAME", "billing", name, 2),
                material(id, "ADDRESS", "billing", line, 2),
                material(id, "POSTCODE", "billing", postcode, 2),
                material(id, "CITY", "billing", city, 2),
                material(id, "PAYMENT", "card", "9.00 EUR", 3))
            .toList());
    return id;
  }

  private static Material material(UUID id, String kind, String label, String value, long row) {
    return new Material(
        id,
        kind,
        label,
        value,
        Instant.parse("2024-10-01T12:00:00Z"),
        "shop",
        "ab".repeat(32),
        "orders",
        row);
  }

  @Override
  public List<Confirmed> confirmed(OperationId operation, String country) {
    return subjects.stream()
        .filter(one -> one.operation().equals(operation) && one.country().equals(country))
        .map(Subject::confirmed)
        .toList();
  }

  /** Nobody stands behind the subject any more. */
  public void withdraw(String number) {
    subjects.removeIf(one -> one.confirmed().number().equals(number));
  }

  @Override
  public List<Assessed> assessments(OperationId operation, Collection<UUID> ids) {
    return ids.stream()
        .map(id -> new Assessed(id, "country", "billing", "SE: 1 records on 1 days", List.of()))
        .toList();
  }

  @Override
  public List<Material> records(OperationId operation, Collection<UUID> ids) {
    return ids.stream().flatMap(id -> records.getOrDefault(id, List.of()).stream()).toList();
  }
}
