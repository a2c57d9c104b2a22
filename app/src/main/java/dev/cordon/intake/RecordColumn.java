package dev.cordon.intake;

/** A column of a record kind: its name, what it holds, whether it may be empty. */
public record RecordColumn(String name, Type type, boolean required) {

  /** What a column holds. */
  public enum Type {
    /** Text. */
    TEXT("VARCHAR"),
    /** A whole number. */
    NUMBER("BIGINT"),
    /** A point in time, UTC, in microseconds. */
    TIME("TIMESTAMP");

    private final String sqlName;

    Type(String sqlName) {
      this.sqlName = sqlName;
    }

    /** The type's name in DuckDB. */
    public String sqlName() {
      return sqlName;
    }
  }

  static RecordColumn text(String name) {
    return new RecordColumn(name, Type.TEXT, true);
  }

  static RecordColumn number(String name) {
    return new RecordColumn(name, Type.NUMBER, true);
  }

  static RecordColumn time(String name) {
    return new RecordColumn(name, Type.TIME, true);
  }

  static RecordColumn optionalText(String name) {
    return new RecordColumn(name, Type.TEXT, false);
  }

  static RecordColumn optionalNumber(String name) {
    return new RecordColumn(name, Type.NUMBER, false);
  }

  static RecordColumn optionalTime(String name) {
    return new RecordColumn(name, Type.TIME, false);
  }
}
