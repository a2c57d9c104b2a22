package dev.cordon.intake.internal;

import dev.cordon.formats.profiles.Mapping;
import dev.cordon.formats.profiles.TableProfile;
import dev.cordon.intake.Origin;
import java.util.List;

/** Turns the rows of one table into records as its profile says. */
public final class TableMapper {

  private final List<CompiledMapping> mappings;
  private final int[] key;
  private final int[] identity;

  /** Compiles the profile for a table with these columns. */
  public TableMapper(TableProfile profile, List<String> columns, RecordOutput output) {
    Columns places = new Columns(profile, columns);
    this.mappings =
        profile.mappings().stream()
            .map((Mapping mapping) -> new CompiledMapping(mapping, places, output))
            .toList();
    this.key = places(profile.key(), places);
    this.identity = places(profile.identity(), places);
  }

  /** The columns of the key; none where the table has no key or not all its columns. */
  public int[] key() {
    return key.clone();
  }

  /** The columns in which a repeated row must agree; none: all. */
  public int[] identity() {
    return identity.clone();
  }

  /** Writes what the row gives. */
  public void map(Origin origin, RowSource row) {
    RowScope scope = new RowScope(row, null);
    for (CompiledMapping mapping : mappings) {
      mapping.map(origin, scope);
    }
  }

  /** Writes what waits for further rows that will not come. */
  public void finish() {
    for (CompiledMapping mapping : mappings) {
      mapping.finish();
    }
  }

  private static int[] places(List<String> names, Columns columns) {
    int[] places = new int[names.size()];
    for (int index = 0; index < places.length; index++) {
      int[] found = columns.find(names.get(index));
      if (found.length == 0) {
        return new int[0];
      }
      places[index] = found[0];
    }
    return places;
  }
}
