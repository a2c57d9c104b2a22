package dev.cordon.linkage.model;

import dev.cordon.linkage.LinkageException;
import java.util.List;

/**
 * One cleaned value of every record.
 *
 * @param name how comparisons and rules call it
 * @param columns names a column may have, in order; the first the data has is taken
 * @param joined fields whose values, with a space between, make this one where no column does
 * @param cleaning what is done to the text
 */
public record Field(String name, List<String> columns, List<String> joined, Cleaning cleaning) {

  /** Checks that there is something to make the value from. */
  public Field {
    Names.check("field", name);
    columns = List.copyOf(columns);
    joined = List.copyOf(joined);
    if (columns.isEmpty() && joined.isEmpty()) {
      throw new LinkageException("field " + name + " names neither columns nor fields to join");
    }
  }
}
