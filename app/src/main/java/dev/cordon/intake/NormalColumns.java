package dev.cordon.intake;

import dev.cordon.intake.selectors.NormalValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the columns of a normal form stand among a kind's own columns; -1 for none. */
record NormalColumns(int kind, int raw, int value, int verdict, int rules, int country) {

  /** How many columns of the origin stand before a kind's own. */
  static final int ORIGIN_COLUMNS = 3;

  static NormalColumns of(RecordKind of) {
    boolean isAccess = of == RecordKind.ACCESSES;
    return new NormalColumns(
        place(of, "kind"),
        place(of, isAccess ? "ip_raw" : "raw"),
        place(of, isAccess ? "ip" : "value"),
        place(of, "verdict"),
        place(of, "rules"),
        place(of, "country"));
  }

  NormalValue normal(@Nullable Object[] values) {
    return new NormalValue((String) values[value], (String) values[verdict]);
  }

  private static int place(RecordKind of, String name) {
    List<RecordColumn> columns = of.columns();
    for (int index = ORIGIN_COLUMNS; index < columns.size(); index++) {
      if (columns.get(index).name().equals(name)) {
        return index - ORIGIN_COLUMNS;
      }
    }
    return -1;
  }
}
