package dev.cordon.triage;

import java.time.Instant;
import java.util.UUID;

/**
 * A list of known files.
 *
 * @param origin who gave it, under which terms
 * @param shared whether every examiner of the operation matches against it
 * @param entries how many hashes it holds
 */
public record HashList(
    UUID id,
    String name,
    String version,
    String origin,
    boolean shared,
    Instant loadedAt,
    long entries) {}
