package dev.cordon.protection;

import dev.cordon.resolution.Category;
import java.time.Instant;

/** That a person's category was changed, by whom and why. */
public record CategoryChange(
    Category previous, Category category, String reason, String decidedBy, Instant decidedAt) {}
