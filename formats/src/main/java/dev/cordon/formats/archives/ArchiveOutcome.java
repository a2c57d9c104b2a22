package dev.cordon.formats.archives;

import org.jspecify.annotations.Nullable;

/**
 * How a walk went.
 *
 * @param members how many members were met, in all archives
 * @param bytes how many bytes unfolded, in all
 * @param damage why the walk ended before the archive did, if so
 */
public record ArchiveOutcome(int members, long bytes, @Nullable String damage) {}
