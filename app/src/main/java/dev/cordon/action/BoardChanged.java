package dev.cordon.action;

import dev.cordon.access.AgencyId;
import dev.cordon.access.OperationId;

/** Something on the board changed for the lead and for this agency. */
public record BoardChanged(OperationId operation, AgencyId agency) {}
