package dev.cordon.figures;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/** What of a press table's frozen content is read again. */
@JsonIgnoreProperties(ignoreUnknown = true)
record PressContent(List<PressTable.Column> columns, List<PressTable.Row> rows) {

  PressContent {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }
}
