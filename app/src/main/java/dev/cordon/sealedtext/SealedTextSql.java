package dev.cordon.sealedtext;

/** The statements of this package. */
final class SealedTextSql {

  private static final String SUMMARY =
      """
      t.id, t.system, t.channel, t.thread, t.messages, t.first_at, t.last_at,
        exists (select from cordon.text_lock l where l.operation_id = t.operation_id and l.thread_id = t.id
          and l.unlocked_at is null) as locked,
        (select count(*) from cordon.text_mark k where k.operation_id = t.operation_id and k.thread_id = t.id
          and k.withdrawn_at is null) as marks,
        (select max(a.ends_at) from cordon.sealed_access a where a.operation_id = t.operation_id and a.kind = 'thread'
          and a.thing_id = t.id and a.member_id = cordon.current_member() and a.closed_at is null
          and a.ends_at > now()) as open_until
      """;

  private static final String NARROWED =
      """
      where t.operation_id = :operation and (:system = '' or t.system = :system)
        and (:mark = '' or exists (select from cordon.text_mark k where k.operation_id = t.operation_id
          and k.thread_id = t.id and k.withdrawn_at is null and k.kind = :mark))
      """;

  static final String THREADS =
      "select "
          + SUMMARY
          + "from cordon.text_thread t "
          + NARROWED
          + "order by t.last_at desc nulls last, t.id limit :limit offset :offset";

  static final String COUNT_THREADS = "select count(*) from cordon.text_thread t " + NARROWED;

  static final String SYSTEMS =
      """
      select system, count(*) filter (where messages > 0) as threads, sum(messages)::bigint as messages, min(first_at) as first_at,
        max(last_at) as last_at
      from cordon.text_thread where operation_id = :operation group by system order by system limit 200
      """;

  static final String THREAD =
      "select "
          + SUMMARY
          + "from cordon.text_thread t where t.operation_id = :operation and t.id = :thread";

  static final String LOCKED =
      """
      select l.thread_id from cordon.text_lock l where l.operation_id = :operation and l.unlocked_at is null
      """;

  static final String LOCK_OF =
      """
      select l.reason, l.locked_at, coalesce(m.display_name, '') as locked_by_name
      from cordon.text_lock l left join cordon.member m on m.id = l.locked_by
      where l.operation_id = :operation and l.thread_id = :thread and l.unlocked_at is null
      """;

  static final String LOCK =
      """
      insert into cordon.text_lock (operation_id, thread_id, reason, locked_by)
      values (:operation, :thread, :reason, :member)
      """;

  static final String UNLOCK =
      """
      update cordon.text_lock set unlocked_by = :member, unlocked_at = now(), unlock_reason = :reason
      where operation_id = :operation and thread_id = :thread and unlocked_at is null
      """;

  static final String MARKS =
      """
      select k.id, k.source_id, k.source_table, k.source_row, k.message_key, k.kind, k.marked_at,
        coalesce(m.display_name, '') as marked_by_name
      from cordon.text_mark k left join cordon.member m on m.id = k.marked_by
      where k.operation_id = :operation and k.thread_id = :thread and k.withdrawn_at is null
      order by k.source_table, k.source_row, k.kind limit 500
      """;

  static final String ADD_MARK =
      """
      insert into cordon.text_mark (id, operation_id, thread_id, source_id, source_table, source_row, message_key, kind,
        marked_by)
      values (:id, :operation, :thread, :source, :table, :row, :key, :kind, :member)
      on conflict (operation_id, thread_id, source_id, source_table, source_row, kind) where withdrawn_at is null
      do nothing
      """;

  static final String WITHDRAW_MARK =
      """
      update cordon.text_mark set withdrawn_by = :member, withdrawn_at = now(), withdrawn_reason = :reason
      where operation_id = :operation and thread_id = :thread and id = :id and withdrawn_at is null
      """;

  static final String ADD_SEARCH =
      """
      insert into cordon.text_search (id, operation_id, member_id, messages_searched, threads_found, messages_found,
        threads_locked, is_complete)
      values (:id, :operation, :member, :searched, :threads, :found, :locked, :complete)
      """;

  static final String ADD_HIT =
      """
      insert into cordon.text_search_hit (search_id, operation_id, member_id, thread_id, messages)
      values (?, ?, ?, ?, ?)
      """;

  static final String SEARCH =
      """
      select id, searched_at, messages_searched, threads_found, messages_found, threads_locked, is_complete
      from cordon.text_search where operation_id = :operation and id = :search and member_id = :member
      """;

  static final String HITS =
      "select "
          + SUMMARY
          + """
          , h.messages as found from cordon.text_search_hit h
          join cordon.text_thread t on t.operation_id = h.operation_id and t.id = h.thread_id
          where h.search_id = :search order by h.messages desc, t.last_at desc nulls last, t.id
          limit :limit offset :offset
          """;

  private SealedTextSql() {}
}
