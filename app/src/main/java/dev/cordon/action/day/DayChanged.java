package dev.cordon.action.day;

import dev.cordon.access.AgencyId;
import dev.cordon.access.OperationId;
import java.util.Optional;
import java.util.UUID;

/**
 * Something of a day changed.
 *
 * @param agency for whom besides the lead; empty: for everybody who sees the day
 */
public record DayChanged(OperationId operation, UUID day, Optional<AgencyId> agency) {}
