package dev.cordon.formats.dumps;

import dev.cordon.formats.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record of a CSV file.
 *
 * @param isWindows1252 some of it was no valid UTF-8 and was read as windows-1252
 * @param isRejoined it was put together from lines an unquoted line break had split
 * @param remark what else is odd: NUL bytes, quotes escaped by a backslash
 */
public record CsvRow(
    CsvHeader header,
    List<String> values,
    Position position,
    boolean isWindows1252,
    boolean isRejoined,
    @Nullable String remark) {}
