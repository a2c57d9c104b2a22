package dev.cordon.resolution;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person of the operation: confirmed by a named person, one by one.
 *
 * @param number what people call it
 * @param state confirmed, withdrawn or merged
 * @param country the country a person decided, if any
 * @param reason the last judgement's
 * @param into the subject it was merged into, and where it is to be found now
 * @param intoNumber that subject's number
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
    Instant decidedAt,
    @Nullable SubjectId into,
    @Nullable String intoNumber) {}
