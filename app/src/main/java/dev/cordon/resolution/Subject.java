package dev.cordon.resolution;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person of the operation: confirmed by a named person, one by one.
 *
 * @param number what people call it
 * @param state confirmed or withdrawn
 * @param country the country a person decided, if any
 * @param reason the last judgement's
 * @param decidedBy the name of the member who gave it
 */
public record Subject(
    SubjectId id,
    String number,
    Category category,
    ProposalId proposal,
    String state,
    @Nullable String country,
    String reason,
    String decidedBy,
    Instant decidedAt) {}
