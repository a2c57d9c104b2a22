package dev.cordon.approval;

import dev.cordon.access.MemberId;
import dev.cordon.access.OperationId;

/**
 * What a stage learns of an approval while it acts.
 *
 * @param askedBy the first person
 * @param askReason why, in the first person's words
 * @param approvedBy the second person
 * @param approveReason why, in the second person's words
 */
public record Approval(
    ApprovalId id,
    OperationId operation,
    ActKind kind,
    MemberId askedBy,
    String askReason,
    MemberId approvedBy,
    String approveReason) {}
