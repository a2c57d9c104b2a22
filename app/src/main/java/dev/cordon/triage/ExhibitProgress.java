package dev.cordon.triage;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far triage of one exhibit is.
 *
 * @param taken how many inventories and lists of digests were taken in
 * @param files different files with digests
 * @param decoded of them, those a picture or frames came out of
 * @param undecoded of them, those that could not be decoded; they wait as such
 * @param unread places of files nobody could read
 * @param known of the files, those on a hash list
 * @param waiting files in the queue
 * @param quarantined lines that could not be read, of all parts
 */
public record ExhibitProgress(
    UUID exhibit,
    String number,
    String country,
    String kind,
    long taken,
    long rowsIn,
    long files,
    long decoded,
    long undecoded,
    long unread,
    long known,
    long waiting,
    long quarantined,
    @Nullable Instant takenAt) {}
