package dev.cordon.sealedtext;

import java.time.Instant;

/** That a thread is locked as privileged, by whom and why. */
public record ThreadLock(String reason, String lockedBy, Instant lockedAt) {}
