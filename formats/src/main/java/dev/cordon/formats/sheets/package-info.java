/**
 * Workbooks (XLSX) as streams of rows.
 *
 * <p>Takes: bytes that can be opened twice. Gives: rows with sheet and number, cells as text with
 * their kind; of formulas the cached value, never a calculation; of embedded files digest and size.
 * Use it for workbooks; CSV is in {@code dumps}.
 */
@NullMarked
package dev.cordon.formats.sheets;

import org.jspecify.annotations.NullMarked;
