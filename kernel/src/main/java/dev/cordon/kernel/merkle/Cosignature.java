package dev.cordon.kernel.merkle;

import java.time.Instant;

/**
 * That a witness saw a checkpoint as the newest of its log, and when it says it did.
 *
 * @param witness whose key signed
 * @param at the time it states, to the second
 */
public record Cosignature(NoteKey witness, Instant at) {}
