package dev.cordon.action.day;

import java.util.UUID;

/**
 * Something about a planned site that a person should look at; it stops nothing by itself.
 *
 * @param number the site's
 * @param kind place, person, warrant, clocks or holiday
 * @param words what it is
 */
public record PlanWarning(UUID site, String number, String kind, String words) {}
