package dev.cordon.action;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cordon.RefusedException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an officer reported from the field, as another system sends it: with person and place as the
 * officer wrote them. Reports from planned sites are {@code day.DayReport}.
 *
 * @param report the report's number, unique within the agency
 * @param agency the reporting agency's country or name
 * @param officer who reports
 * @param kind what was done
 * @param at when, with the offset of the place
 * @param person whom it concerned
 * @param address where
 * @param measure groups the reports of one visit
 * @param items what was seized
 * @param note anything else
 */
public record FieldReport(
    @NotBlank @Size(max = 100) String report,
    @NotBlank @Size(max = 200) String agency,
    @NotBlank @Size(max = 200) String officer,
    @NotNull MeasureKind kind,
    @NotBlank @Size(max = 40) String at,
    @Nullable @Valid Person person,
    @Nullable @Valid Address address,
    @Nullable @Size(max = 100) String measure,
    @Nullable @Valid List<Item> items,
    @Nullable @Size(max = 4000) String note) {

  /** The person, as reports write one. */
  public record Person(
      @Nullable @Size(max = 200) String given,
      @Nullable @Size(max = 200) String family,
      @JsonProperty("birth_year") @Nullable Integer birthYear) {}

  /** The address, as reports write one. */
  public record Address(
      @Nullable @Size(max = 300) String line,
      @Nullable @Size(max = 20) String postcode,
      @Nullable @Size(max = 200) String city,
      @Nullable @Size(max = 2) String country) {}

  /**
   * One thing seized.
   *
   * @param number its number in the report
   * @param kind phone, laptop, storage, paper…
   * @param description what it looks like
   * @param seal the seal put on it
   * @param digests where the reporting side keeps the digests of its files; not read here
   */
  public record Item(
      @Min(1) int number,
      @NotBlank @Size(max = 60) String kind,
      @NotNull @Size(max = 1000) String description,
      @Nullable @Size(max = 100) String seal,
      @Nullable @Size(max = 300) String digests) {}

  /** The items, none when absent. */
  public List<Item> seized() {
    return items == null ? List.of() : items;
  }

  /** When, with its offset. */
  public OffsetDateTime moment() {
    try {
      return OffsetDateTime.parse(at);
    } catch (DateTimeException e) {
      throw new RefusedException(
          "Report "
              + report
              + ", field at: '"
              + at
              + "' is not a time with offset like 2025-02-26T06:05:00+01:00.");
    }
  }

  /** The person for the match rule. */
  ReportedPerson reportedPerson() {
    return person == null
        ? new ReportedPerson(null, null, null)
        : new ReportedPerson(person.given(), person.family(), person.birthYear());
  }

  /** The address for the match rule; null when the report has none. */
  @Nullable ReportedAddress reportedAddress() {
    return address == null
        ? null
        : new ReportedAddress(
            address.line(), address.postcode(), address.city(), address.country());
  }
}
