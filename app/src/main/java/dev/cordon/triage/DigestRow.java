package dev.cordon.triage;

import org.jspecify.annotations.Nullable;

/**
 * One file on an exhibit, by its digests.
 *
 * @param line where it stood in the list taken in
 * @param sha256 64 hex digits
 * @param md5 32 hex digits
 * @param pdq perceptual hash, 64 hex digits
 * @param path where it lay on the exhibit; sealed before anything is stored
 */
record DigestRow(
    long line,
    String sha256,
    @Nullable String md5,
    @Nullable String pdq,
    long sizeBytes,
    @Nullable String mimeType,
    String path) {}
