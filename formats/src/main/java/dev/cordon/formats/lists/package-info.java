/**
 * Lists of hashes of known files, as agencies and vendors hand them round.
 *
 * <p>Takes: VICS JSON 1.x and 2.0 (CAID among it), JSON of hash exchanges, JSON lines, tables with
 * a head (ICSE, HashKeeper, NSRL's text form, own ones), plain lines, NSRL RDS 3 as SQLite and its
 * deltas as SQL. Gives: one {@link dev.cordon.formats.lists.ListEntry} a row with its place, and
 * every row that holds no usable hash with its place and reason. Everything is read as a stream;
 * depth, lengths and rows in memory are bounded. Hashes only vendors can compute are told as text.
 */
@NullMarked
package dev.cordon.formats.lists;

import org.jspecify.annotations.NullMarked;
