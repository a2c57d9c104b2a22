package dev.cordon.resolution;

/** Two accounts, as {@code system:account}, a person said are not one person's. */
public record JudgedApart(String a, String b) {}
