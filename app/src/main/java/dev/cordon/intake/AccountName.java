package dev.cordon.intake;

/** An account by its system and its key there. */
public record AccountName(String system, String account) {}
