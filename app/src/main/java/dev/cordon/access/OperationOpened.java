package dev.cordon.access;

/** An operation was opened. */
public record OperationOpened(OperationId operation) {}
