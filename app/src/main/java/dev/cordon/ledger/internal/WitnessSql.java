package dev.cordon.ledger.internal;

/** The statements about witnesses, on both sides, and kept checkpoints. */
final class WitnessSql {

  /** One judge for a log at a time, also where it is not known yet. */
  static final String ALONE =
      """
      select pg_advisory_xact_lock(4020180, hashtext(:origin))
      """;

  static final String SEEN =
      """
      select origin, size, root, note from cordon.witnessed_log where origin = :origin
      """;

  static final String SEE =
      """
      insert into cordon.witnessed_log (origin, size, root, note) values (:origin, :size, :root, :note)
      on conflict (origin) do update set size = excluded.size, root = excluded.root, note = excluded.note, at = now()
      """;

  static final String ALARM =
      """
      insert into cordon.witness_alarm (origin, known_size, asked_size, known_note, request, reason)
      values (:origin, :known, :asked, :note, :request, :reason) on conflict do nothing
      """;

  static final String KNOWN_SIZE =
      """
      select size from cordon.ledger_witness where name = :name
      """;

  static final String WENT =
      """
      insert into cordon.ledger_witness (name, size, cosigned_at, asked_at, outcome, detail)
      values (:name, :size, case when :outcome = 'cosigned' then now() end, now(), :outcome, :detail)
      on conflict (name) do update set asked_at = now(), outcome = excluded.outcome, detail = excluded.detail,
        size = case when excluded.outcome = 'cosigned' then excluded.size else ledger_witness.size end,
        cosigned_at = coalesce(excluded.cosigned_at, ledger_witness.cosigned_at)
      """;

  static final String KEEP =
      """
      insert into cordon.ledger_kept (size, note, time_stamp) values (:size, :note, :stamp)
      on conflict (size) do update set note = excluded.note, time_stamp = coalesce(excluded.time_stamp, ledger_kept.time_stamp)
      """;

  static final String STAMPED =
      """
      select exists (select from cordon.ledger_kept where size = :size and time_stamp is not null)
      """;

  static final String LAST_KEPT =
      """
      select coalesce(max(size), -1) from cordon.ledger_kept
      """;

  private WitnessSql() {}
}
