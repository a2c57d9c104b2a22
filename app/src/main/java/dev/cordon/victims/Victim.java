package dev.cordon.victims;

import java.time.Instant;
import java.util.UUID;

/**
 * An identified victim, without anything that names the child.
 *
 * @param number V-0001 and on, per operation
 * @param country ISO 3166 code
 * @param agency who identified the child
 * @param safeguarded whether child protection has confirmed safety
 */
public record Victim(
    UUID id,
    String number,
    String country,
    String agency,
    boolean safeguarded,
    Instant registeredAt) {}
