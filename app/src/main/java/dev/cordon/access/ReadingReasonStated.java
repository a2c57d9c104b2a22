package dev.cordon.access;

/** A member said why persons' files of an operation are read. */
public record ReadingReasonStated(OperationId operation, ReadingPurpose purpose, String words) {}
