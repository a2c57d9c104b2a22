package dev.cordon.resolution;

import dev.cordon.linkage.Engine;
import dev.cordon.resolution.internal.Proposer;

/**
 * Proposes which accounts are one person's, from records open in an engine. Proposes only: a named
 * person confirms, elsewhere.
 *
 * <p>Promises: the same records and model give the same proposals, whatever their order; every link
 * has its rule, weight and sentence; every account outside a cluster has its reason. Promises not:
 * that a proposal is right.
 */
public final class Resolution {

  private Resolution() {}

  /**
   * Writes the tables {@code proposed_account} (holder, system, account, kind, handle,
   * registered_at, mailbox, cluster_id, size, reason), {@code proposed_link} (link, a, b, rule,
   * value, weight, strength, holders, flag, why), {@code common_value} and {@code paying_holder}
   * into the engine; the tables with their holders ({@code account_holder}, {@code owned_fact},
   * {@code owned_selector}, {@code owned_access}, {@code observation}) stay for the next stage.
   *
   * @param engine has the record views open
   */
  public static void propose(
      Engine engine, MailboxRules mailboxes, ReferenceTables tables, ResolutionModel model) {
    propose(engine, mailboxes, tables, model, Decisions.NONE);
  }

  /**
   * As above, minding what persons decided: accounts somebody said are two people's are kept apart
   * whatever they share, and those somebody said are one person's are joined whatever speaks
   * against it; a value that may not be used is not.
   */
  public static void propose(
      Engine engine,
      MailboxRules mailboxes,
      ReferenceTables tables,
      ResolutionModel model,
      Decisions decisions) {
    new Proposer(engine, model).propose(mailboxes, tables, decisions);
  }
}
