/**
 * Database dumps and tables as streams of rows with their position.
 *
 * <p>Takes: bytes of mysqldump files and CSV. Gives: rows with table, row number and byte position,
 * or the reason a row could not be read.
 */
@NullMarked
package dev.cordon.formats.dumps;

import org.jspecify.annotations.NullMarked;
