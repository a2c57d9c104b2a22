package dev.cordon.resolution;

import java.util.UUID;

/**
 * What a run of the rules proposed.
 *
 * @param rules the version of the rules
 * @param accounts accounts looked at
 * @param proposals groups proposed, single paying accounts included
 * @param payers those of them that paid
 */
public record ProposalRun(UUID id, String rules, long accounts, long proposals, long payers) {}
