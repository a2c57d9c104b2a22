package dev.cordon.hashing.exhibits;

import java.time.Duration;

/**
 * Where the reading of an exhibit ends, with what was found so far kept and the cap named: broken
 * file systems list files without an end.
 *
 * @param items the most files
 * @param depth of folders in each other
 * @param bytes read in all
 * @param time in all
 */
record Caps(long items, int depth, long bytes, Duration time) {

  /** An archive in an archive in an archive is opened, and no further. */
  static final int ARCHIVE_DEPTH = 3;
}
