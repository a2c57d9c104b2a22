package dev.cordon.evidence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An exhibit changing hands.
 *
 * @param sequence its place in the exhibit's custody, from 1; 0 when not yet recorded
 * @param from who gives it
 * @param to who takes it
 * @param sealBefore the seal found on it; null for none
 * @param sealAfter the seal put on it; null for none
 */
public record HandOver(
    int sequence,
    String from,
    String to,
    String place,
    String purpose,
    Instant at,
    @Nullable String sealBefore,
    @Nullable String sealAfter) {}
