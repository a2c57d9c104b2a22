package dev.cordon.resolution;

import org.jspecify.annotations.Nullable;

/**
 * A group of accounts the machine proposes as one person's. Nobody has confirmed it by its being
 * here.
 *
 * @param number what people call it
 * @param accounts how many accounts
 * @param payer whether one of them paid
 * @param country the country rules propose, if any
 * @param strength what the evidence for the country is worth
 * @param subject the subject it was confirmed as, if it stands
 * @param subjectNumber that subject's number
 */
public record Proposal(
    ProposalId id,
    String number,
    int accounts,
    boolean payer,
    @Nullable String country,
    @Nullable String strength,
    @Nullable SubjectId subject,
    @Nullable String subjectNumber) {}
