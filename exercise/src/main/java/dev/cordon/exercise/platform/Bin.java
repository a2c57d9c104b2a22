package dev.cordon.exercise.platform;

/** One line of the table of card numbers' first digits. */
public record Bin(String digits, String country, String brand, String funding, String issuer) {}
