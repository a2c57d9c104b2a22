/**
 * SQLite database files as streams of rows with their position, read from the documented file
 * format in Java alone: no native code sees a hostile file, nothing is written beside it.
 *
 * <p>Takes: bytes at any place of a file, a channel or memory. Gives: rows like those of a dump, or
 * the reason one could not be read, and what the file holds besides.
 */
@NullMarked
package dev.cordon.formats.sqlite;

import org.jspecify.annotations.NullMarked;
