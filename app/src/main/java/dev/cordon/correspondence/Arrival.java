package dev.cordon.correspondence;

import java.util.Optional;
import java.util.UUID;

/**
 * What came of something that arrived and held.
 *
 * @param what in a sentence, for the reader
 * @param isNew whether anything was added; else it was here already and nothing changed
 * @param received the package it is or is about, where one stands here
 * @param receipt the signed receipt for its sender; empty for receipts themselves
 */
public record Arrival(String what, boolean isNew, Optional<UUID> received, String receipt) {}
