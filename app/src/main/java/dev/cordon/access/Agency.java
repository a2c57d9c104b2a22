package dev.cordon.access;

/**
 * A police agency. One country may have many.
 *
 * @param country two letters of ISO 3166-1
 * @param jurisdiction whose law its cases are asked under: the country, or a part of it such as
 *     {@code GB-SCT}
 * @param closed whether it is no more; nothing is handed to it then
 */
public record Agency(
    AgencyId id, String name, String country, String jurisdiction, boolean closed) {}
