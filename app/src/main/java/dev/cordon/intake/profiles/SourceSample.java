package dev.cordon.intake.profiles;

import java.util.List;
import java.util.Optional;

/**
 * What was seen of a source.
 *
 * @param form what its content is
 * @param isWhole whether it was read to its end
 * @param contentBytes how many unpacked bytes were read
 * @param notes what the reader should know, one clear line each
 */
public record SourceSample(
    String form,
    List<SampledTable> tables,
    boolean isWhole,
    long contentBytes,
    List<String> notes) {

  /** Copies the lists. */
  public SourceSample {
    tables = List.copyOf(tables);
    notes = List.copyOf(notes);
  }

  /** The table of this name. */
  public Optional<SampledTable> table(String name) {
    return tables.stream().filter(table -> table.name().equals(name)).findFirst();
  }
}
