package dev.cordon.protection;

import java.time.Instant;

/** A package that went out with another category of the person than the present one. */
public record SentWithCategory(
    String number, int version, String recipient, String category, Instant releasedAt) {}
