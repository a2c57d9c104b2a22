package dev.cordon.keys;

import dev.cordon.access.OperationId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The one place a sealed value belongs to; it opens nowhere else. */
public record ColumnPlace(OperationId operation, String table, String column, UUID row) {

  byte[] context() {
    return ("cordon column " + operation + " " + table + " " + column + " " + row)
        .getBytes(StandardCharsets.US_ASCII);
  }
}
