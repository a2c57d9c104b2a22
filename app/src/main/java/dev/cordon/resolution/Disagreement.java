package dev.cordon.resolution;

import dev.cordon.resolution.JudgedPair.Verdict;
import java.time.Instant;

/** A link two members judged differently. */
public record Disagreement(
    String a,
    String b,
    Verdict first,
    String firstBy,
    Verdict second,
    String secondBy,
    Instant secondAt) {}
