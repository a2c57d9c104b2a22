package dev.cordon.exercise.platform;

/** A payment card as a processor shows it; BIN and brand are fictitious. */
public record Card(
    String fingerprint,
    String bin,
    String last4,
    String brand,
    String funding,
    String country,
    int expiryYear) {}
