package dev.cordon.access;

/**
 * A police agency. One country may have many.
 *
 * @param country two letters of ISO 3166-1
 * @param closed whether it is no more; nothing is handed to it then
 */
public record Agency(AgencyId id, String name, String country, boolean closed) {}
