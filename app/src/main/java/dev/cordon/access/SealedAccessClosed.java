package dev.cordon.access;

/** A member closed something sealed before its time. */
public record SealedAccessClosed(OperationId operation, SealedThing thing) {}
