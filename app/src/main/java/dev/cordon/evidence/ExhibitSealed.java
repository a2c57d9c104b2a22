package dev.cordon.evidence;

import dev.cordon.access.AgencyId;
import dev.cordon.access.OperationId;
import java.util.UUID;

/** A seized thing was entered in the register. Told inside the transaction that records it. */
public record ExhibitSealed(OperationId operation, AgencyId agency, UUID exhibit, String number) {}
