package dev.cordon.access;

/** A member was given a role in an operation. */
public record RoleGranted(OperationId operation, MemberId member, Role role) {}
