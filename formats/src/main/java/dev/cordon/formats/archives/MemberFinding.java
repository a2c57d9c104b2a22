package dev.cordon.formats.archives;

import dev.cordon.formats.content.MediaKind;
import org.jspecify.annotations.Nullable;

/**
 * What reading a member to its end has shown.
 *
 * @param bytes how many bytes it really holds (as stored in the archive, its own packing left on)
 * @param sha256 their digest in hexadecimal digits; null where it could not be opened
 * @param media the kind of media it is
 * @param reason why it was not opened, or why its content ended before its time
 */
public record MemberFinding(
    long bytes, @Nullable String sha256, @Nullable MediaKind media, @Nullable String reason) {}
