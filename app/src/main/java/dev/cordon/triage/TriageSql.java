package dev.cordon.triage;

/** The statements of this package. */
final class TriageSql {

  static final String ADD_ITEM =
      """
      insert into cordon.media_item (operation_id, agency_id, country, sha256, md5, size_bytes, mime_type)
      values (?, ?, ?, ?, ?, ?, ?) on conflict (operation_id, agency_id, sha256) do nothing
      """;

  static final String ADD_SIGHTING =
      """
      insert into cordon.sighting (operation_id, agency_id, media_item_id, id, exhibit_id, path_digest, path_length,
        path_sealed)
      select i.operation_id, i.agency_id, i.id, ?, ?, ?, ?, ? from cordon.media_item i
      where i.operation_id = ? and i.agency_id = ? and i.sha256 = ?
      on conflict (exhibit_id, media_item_id, path_digest) do nothing
      """;

  static final String ADD_IMPORT =
      """
      insert into cordon.digest_import (id, operation_id, agency_id, exhibit_id, rows_in, stored, duplicates, quarantined,
        taken_by)
      values (:id, :operation, :agency, :exhibit, :rowsIn, :stored, :duplicates, :quarantined, :member)
      """;

  static final String ADD_QUARANTINED =
      """
      insert into cordon.digest_quarantine (digest_import_id, operation_id, agency_id, line, reason)
      values (?, ?, ?, ?, ?)
      """;

  static final String MATCH_EXHIBIT =
      """
      insert into cordon.media_match (operation_id, agency_id, media_item_id, hash_list_id, category)
      select i.operation_id, i.agency_id, i.id, e.hash_list_id, e.category
      from cordon.media_item i
      join cordon.hash_list_entry e on e.operation_id = i.operation_id and e.sha256 = i.sha256
      where i.operation_id = :operation
        and exists (select from cordon.sighting s where s.media_item_id = i.id and s.exhibit_id = :exhibit)
      on conflict (media_item_id, hash_list_id) do nothing
      """;

  static final String MATCH_LIST =
      """
      insert into cordon.media_match (operation_id, agency_id, media_item_id, hash_list_id, category)
      select i.operation_id, i.agency_id, i.id, e.hash_list_id, e.category
      from cordon.hash_list_entry e
      join cordon.media_item i on i.operation_id = e.operation_id and i.sha256 = e.sha256
      where e.hash_list_id = :list
      on conflict (media_item_id, hash_list_id) do nothing
      """;

  static final String ADD_LIST =
      """
      insert into cordon.hash_list (id, operation_id, agency_id, name, version, origin, content_sha256, loaded_by)
      values (:id, :operation, :agency, :name, :version, :origin, :digest, :member)
      """;

  static final String ADD_ENTRY =
      """
      insert into cordon.hash_list_entry (hash_list_id, operation_id, agency_id, sha256, category)
      values (?, ?, ?, ?, ?) on conflict (hash_list_id, sha256) do nothing
      """;

  static final String LISTS =
      """
      select l.*, (select count(*) from cordon.hash_list_entry e where e.hash_list_id = l.id) as entries
      from cordon.hash_list l where l.operation_id = :operation order by l.name, l.version limit 500
      """;

  static final String ITEM =
      """
      select i.agency_id from cordon.media_item i where i.operation_id = :operation and i.id = :item
      """;

  static final String ADD_SIGNAL =
      """
      insert into cordon.signal (operation_id, agency_id, media_item_id, reason, added_by)
      values (:operation, :agency, :item, :reason, :member) on conflict (media_item_id, reason) do nothing
      """;

  static final String ASSESS =
      """
      insert into cordon.assessment (id, operation_id, agency_id, media_item_id, assessed_as, scheme, scheme_category, grounds_sealed,
        assessed_by)
      values (:id, :operation, :agency, :item, :assessedAs, :scheme, :category, :grounds, :member)
      """;

  static final String ASSESSED =
      """
      select exists (select from cordon.assessment where media_item_id = :item and withdrawn_at is null)
      """;

  static final String WITHDRAW =
      """
      update cordon.assessment set withdrawn_at = now(), withdrawn_by = :member, withdrawn_reason = :reason
      where operation_id = :operation and media_item_id = :item and withdrawn_at is null
      """;

  static final String FILE_NAMES =
      """
      select s.id, s.path_sealed, s.path_length, s.seen_at, i.sha256, i.mime_type, i.size_bytes
      from (select * from cordon.sighting where operation_id = :operation and exhibit_id = :exhibit
        order by seen_at, id limit :limit offset :offset) s
      join cordon.media_item i on i.id = s.media_item_id
      order by s.seen_at, s.id
      """;

  static final String GROUNDS =
      """
      select a.id, a.grounds_sealed, a.assessed_as, a.assessed_at, coalesce(m.display_name, '') as assessed_by_name
      from cordon.assessment a left join cordon.member m on m.id = a.assessed_by
      where a.operation_id = :operation and a.media_item_id = :item order by a.assessed_at desc limit 50
      """;

  static final String UNSEALED_GROUNDS =
      """
      select id, operation_id, grounds from cordon.grounds_in_the_clear(:atMost)
      """;

  static final String SEAL_GROUNDS =
      """
      select cordon.seal_grounds(:id, :sealed)
      """;

  private TriageSql() {}
}
