package dev.cordon.access;

/** An agency was added to the installation. */
public record AgencyAdded(AgencyId agency) {}
