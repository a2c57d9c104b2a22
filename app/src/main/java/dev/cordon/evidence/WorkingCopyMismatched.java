package dev.cordon.evidence;

import dev.cordon.access.OperationId;
import java.util.UUID;

/**
 * A working copy, or the medium it was made of, is not what it was. Told inside the transaction
 * that records it; whoever works on files of the exhibit stops.
 */
public record WorkingCopyMismatched(OperationId operation, UUID exhibit, UUID copy) {}
