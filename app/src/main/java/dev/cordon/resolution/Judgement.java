package dev.cordon.resolution;

import java.time.Instant;

/** What a person decided about a subject, and on what ground. */
public record Judgement(String kind, String reason, String decidedBy, Instant decidedAt) {}
