package dev.cordon.dispatch;

import dev.cordon.access.AgencyId;
import dev.cordon.access.OperationId;

/**
 * A released package was called back.
 *
 * @param reason why, as the recipient is told
 */
public record PackageRecalled(
    OperationId operation, PackageId packageId, AgencyId recipient, String reason) {}
