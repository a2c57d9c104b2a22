package dev.cordon.resolution;

import dev.cordon.resolution.JudgedPair.Verdict;
import java.time.Instant;
import java.util.UUID;

/**
 * What a person said of two accounts, and stands.
 *
 * @param ground on what ground, in a few words
 * @param reason in the member's words
 * @param decidedBy the member's name
 */
public record GivenJudgement(
    UUID id,
    Verdict verdict,
    String a,
    String b,
    String ground,
    String reason,
    String decidedBy,
    Instant decidedAt) {}
