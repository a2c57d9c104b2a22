package dev.cordon.resolution;

import dev.cordon.access.OperationId;
import dev.cordon.linkage.Engine;
import java.util.UUID;

/**
 * A later stage that proposes from what resolution proposed. Called in the transaction of the run,
 * while the tables of {@link Resolution} are open; what it writes stands or falls with the run.
 */
public interface AfterProposing {

  /** The run's proposals are written; {@code saved_proposal(cluster_id, proposal)} names them. */
  void proposed(OperationId operation, UUID run, Engine engine);
}
