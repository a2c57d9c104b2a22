package dev.cordon.intake.profiles;

import dev.cordon.formats.Position;

/** A row that would be quarantined, and why. */
public record UnreadableRow(Position position, String reason) {}
