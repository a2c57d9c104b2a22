package dev.cordon.action;

import dev.cordon.access.OperationId;
import java.util.UUID;

/** An action day was called off; everybody who sees the day learns of it. */
public record ActionDayAborted(OperationId operation, UUID day) {}
