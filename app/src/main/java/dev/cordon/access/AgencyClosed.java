package dev.cordon.access;

/** An agency of the installation was closed. */
public record AgencyClosed(AgencyId agency) {}
