package dev.cordon.resolution.internal;

import dev.cordon.resolution.ResolutionModel;
import dev.cordon.resolution.ResolutionModel.Sign;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What one pair of groups has in common, while its rows are read. */
final class PairOfGroups {

  private static final int DAY = 24;

  private static final List<Sign> LINES =
      List.of(Sign.LINE_DAY, Sign.LINE_WEEK, Sign.LINE_MONTH, Sign.LINE_QUARTER, Sign.LINE_OLDER);

  private final ResolutionModel.Corroboration model;
  final int a;
  final int b;
  private final int aHolder;
  private final int bHolder;
  private final double programBits;
  private final boolean programsDiffer;
  private final boolean sameProgram;
  private final boolean sameProgramKind;
  private final boolean countriesDiffer;
  private final boolean sameSystem;
  private final boolean numbersDiffer;
  private final Map<Sign, Double> signs = new EnumMap<>(Sign.class);
  private int lines;
  private boolean byTurns;
  private boolean line;
  private boolean handle;
  final List<String> handles = new ArrayList<>();
  private boolean address;

  PairOfGroups(ResolutionModel.Corroboration model, ResultSet row) throws SQLException {
    this.model = model;
    a = row.getInt(1);
    b = row.getInt(2);
    aHolder = row.getInt(5);
    bHolder = row.getInt(6);
    programBits = row.getDouble(8);
    sameProgram = !row.wasNull();
    sameProgramKind = row.getBoolean(15) && !sameProgram;
    programsDiffer = row.getBoolean(9) && !sameProgram;
    countriesDiffer = row.getBoolean(10) && !row.getBoolean(11);
    sameSystem = row.getBoolean(12);
    numbersDiffer = row.getBoolean(13);
  }

  void trace(ResultSet row) throws SQLException {
    int further = row.getInt(4) - 2;
    String kind = row.getString(3);
    switch (kind) {
      case "HOME_LINE" -> {
        lines++;
        byTurns |= row.getBoolean(14);
        long hours = row.getLong(7);
        line(row.wasNull() ? Sign.LINE_OLDER : lineSign(hours), further);
      }
      case "HANDLE" -> {
        handle = true;
        handles.add(row.getString(16));
        put(Sign.HANDLE, model.bits(Sign.HANDLE));
        put(Sign.HANDLE_FURTHER, further * model.bits(Sign.HANDLE_FURTHER));
      }
      case "ADDRESS" -> address = true;
      case "EMAIL" -> put(Sign.MAILBOX, model.bits(Sign.MAILBOX));
      case "RECOVERY" -> put(Sign.RECOVERY, model.bits(Sign.RECOVERY));
      case "CARD", "CARD_TOKEN", "PROCESSOR_CUSTOMER" ->
          put(Sign.SHARED_PAYER, model.bits(Sign.SHARED_PAYER));
      default -> put(Sign.SHARED, model.bits(Sign.SHARED));
    }
  }

  /** Of several lines the one that says most. */
  private void line(Sign sign, int further) {
    double bits = model.bits(sign) + further * model.bits(Sign.LINE_FURTHER);
    double before = 0;
    for (Sign other : LINES) {
      before += signs.getOrDefault(other, 0.0);
    }
    before += signs.getOrDefault(Sign.LINE_FURTHER, 0.0);
    if (line && before >= bits) {
      return;
    }
    for (Sign other : LINES) {
      signs.remove(other);
    }
    signs.remove(Sign.LINE_FURTHER);
    line = true;
    put(sign, model.bits(sign));
    put(Sign.LINE_FURTHER, further * model.bits(Sign.LINE_FURTHER));
  }

  Together sum(boolean agree, boolean unclear, boolean several, boolean spelled) {
    if (address) {
      Sign sign = agree ? Sign.ADDRESS_NAMED : Sign.ADDRESS;
      put(sign, model.bits(sign));
    }
    putIf(agree, Sign.NAMES_AGREE);
    putIf(unclear, Sign.NAMES_UNCLEAR);
    putIf(several, Sign.SEVERAL_NAMES);
    putIf(numbersDiffer, Sign.NUMBERS_DIFFER);
    putIf(agree && handle && !spelled, Sign.HANDLE_NAMED);
    putIf(line && sameSystem && !agree && !handle, Sign.LINE_ONE_SYSTEM);
    putIf(line && address, Sign.ROOF);
    putIf(lines > 1, Sign.LINES_SEVERAL);
    putIf(byTurns, Sign.LINE_BY_TURNS);
    putIf(line && agree && programsDiffer, Sign.HOUSEHOLD);
    putIf(programsDiffer, sameProgramKind ? Sign.PROGRAM_KIND : Sign.PROGRAMS_DIFFER);
    putIf(countriesDiffer, Sign.COUNTRIES_DIFFER);
    putIf(sameSystem, Sign.SAME_SYSTEM);
    putIf(!sameSystem, Sign.OTHER_SYSTEM);
    if (sameProgram) {
      put(
          Sign.PROGRAM_AT_MOST,
          Math.min(model.bits(Sign.PROGRAM_AT_MOST), Math.max(0, programBits / 2)));
    }
    return new Together(aHolder, bHolder, signs);
  }

  private void putIf(boolean holds, Sign sign) {
    if (holds) {
      put(sign, model.bits(sign));
    }
  }

  private void put(Sign sign, double bits) {
    if (bits != 0) {
      signs.put(sign, bits);
    }
  }

  private static Sign lineSign(long hours) {
    if (hours <= DAY) {
      return Sign.LINE_DAY;
    }
    if (hours <= 7 * DAY) {
      return Sign.LINE_WEEK;
    }
    if (hours <= 30 * DAY) {
      return Sign.LINE_MONTH;
    }
    return hours <= 120 * DAY ? Sign.LINE_QUARTER : Sign.LINE_OLDER;
  }
}
