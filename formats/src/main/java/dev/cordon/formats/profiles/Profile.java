package dev.cordon.formats.profiles;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A product's tables, and what their columns give. */
public record Profile(String name, @Nullable String product, List<TableProfile> tables) {

  /** Copies the list. */
  public Profile {
    tables = tables == null ? List.of() : List.copyOf(tables);
  }
}
