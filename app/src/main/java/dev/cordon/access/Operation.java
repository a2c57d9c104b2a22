package dev.cordon.access;

import java.time.LocalDate;

/**
 * An operation and what it stands on.
 *
 * @param authority who is competent and ordered it
 * @param legalBasis under which law or order
 * @param purpose from the closed list
 * @param reviewOn when somebody asks whether it must go on
 * @param endsOn when it ends
 * @param handlingCode H0 to H3
 */
public record Operation(
    OperationId id,
    String name,
    String authority,
    String legalBasis,
    Purpose purpose,
    LocalDate openedOn,
    LocalDate reviewOn,
    LocalDate endsOn,
    AgencyId leadAgency,
    HandlingCode handlingCode) {}
