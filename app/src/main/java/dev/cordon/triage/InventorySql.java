package dev.cordon.triage;

/** The statements that take an inventory in; rows come as JSON, many at once. */
final class InventorySql {

  static final String ADD_ITEMS =
      """
      insert into cordon.media_item (operation_id, agency_id, country, sha256, md5, size_bytes, mime_type)
      select :operation, :agency, :country, r.sha256, r.md5, r.size, r.mime
      from jsonb_to_recordset(:rows::jsonb) r(sha256 text, md5 text, size bigint, mime text)
      on conflict (operation_id, agency_id, sha256) do nothing
      """;

  static final String ADD_SIGHTINGS =
      """
      insert into cordon.sighting (operation_id, agency_id, media_item_id, id, exhibit_id, path_digest, path_length,
        digest_import_id, item_number, place, is_deleted)
      select :operation, :agency, i.id, r.id, :exhibit, r.digest, 0, :import, r.item, r.place, r.deleted
      from jsonb_to_recordset(:rows::jsonb) r(sha256 text, id uuid, digest text, item bigint, place text, deleted boolean)
      join cordon.media_item i on i.operation_id = :operation and i.agency_id = :agency and i.sha256 = r.sha256
      on conflict (exhibit_id, media_item_id, path_digest) do nothing
      """;

  static final String ADD_READINGS =
      """
      insert into cordon.media_reading (operation_id, agency_id, media_item_id, digest_import_id, sha1, format, width, height,
        frames, quality, decode_path, is_decoded, reason, warning)
      select :operation, :agency, i.id, :import, r.sha1, r.format, r.width, r.height, r.frames, r.quality, r.decode, r.decoded,
        r.reason, r.warning
      from jsonb_to_recordset(:rows::jsonb) r(sha256 text, sha1 text, format text, width integer, height integer, frames integer,
        quality smallint, decode text, decoded boolean, reason text, warning text)
      join cordon.media_item i on i.operation_id = :operation and i.agency_id = :agency and i.sha256 = r.sha256
      on conflict (media_item_id) do nothing
      """;

  static final String ADD_MARKS =
      """
      insert into cordon.media_mark (operation_id, agency_id, media_item_id, kind, words, digest, taken_at)
      select :operation, :agency, i.id, r.kind, r.words, r.digest, r.taken
      from jsonb_to_recordset(:rows::jsonb) r(sha256 text, kind text, words text, digest text, taken timestamp)
      join cordon.media_item i on i.operation_id = :operation and i.agency_id = :agency and i.sha256 = r.sha256
      on conflict (media_item_id, kind, words, digest) do nothing
      """;

  static final String ADD_UNREAD =
      """
      insert into cordon.unread_file (id, operation_id, agency_id, exhibit_id, digest_import_id, item_number, place, is_deleted,
        reason)
      select gen_random_uuid(), :operation, :agency, :exhibit, :import, r.item, r.place, r.deleted, r.reason
      from jsonb_to_recordset(:rows::jsonb) r(item bigint, place text, deleted boolean, reason text)
      on conflict (exhibit_id, place) do nothing
      """;

  static final String ADD_CODES =
      """
      insert into cordon.perceptual_code (operation_id, agency_id, media_item_id, frame, seconds, quality, code, decode_path, handling)
      select distinct on (i.id, r.frame) :operation::uuid, :agency::uuid, i.id, r.frame, r.seconds, r.quality, r.code,
        coalesce(r.decode, g.decode_path), :handling
      from jsonb_to_recordset(:rows::jsonb) r(sha256 text, item bigint, frame integer, seconds numeric, quality smallint, code text,
        decode text)
      left join cordon.sighting s on s.digest_import_id = :import::uuid and s.item_number = r.item
      cross join lateral (select coalesce(s.media_item_id, (select m.id from cordon.media_item m
        where m.operation_id = :operation::uuid and m.agency_id = :agency::uuid and m.sha256 = r.sha256)) as id) i
      left join cordon.media_reading g on g.media_item_id = i.id
      where i.id is not null
      on conflict (media_item_id, frame) do nothing
      """;

  static final String NUMBERED =
      """
      select s.id, s.item_number, s.path_sealed is not null as named,
        exists (select from cordon.perceptual_code p where p.media_item_id = s.media_item_id) as coded
      from cordon.sighting s where s.digest_import_id = :import and s.item_number in (:items)
      """;

  static final String NAME =
      """
      update cordon.sighting s set path_sealed = decode(r.sealed, 'hex'), path_length = r.length
      from jsonb_to_recordset(:rows::jsonb) r(id uuid, sealed text, length integer)
      where s.id = r.id and s.path_sealed is null
      """;

  static final String ADD_LIST_MATCHES =
      """
      insert into cordon.list_match (operation_id, agency_id, media_item_id, list, version, matched_by, distance, profile, category,
        meaning, embedded, place)
      select :operation, :agency, s.media_item_id, r.list, r.version, r.by, r.distance, r.profile, r.category, r.meaning, r.embedded,
        r.place
      from jsonb_to_recordset(:rows::jsonb) r(item bigint, list text, version text, by text, distance smallint, profile text,
        category text, meaning text, embedded text, place text)
      join cordon.sighting s on s.digest_import_id = :import and s.item_number = r.item
      on conflict (media_item_id, list, version, matched_by, profile, category, embedded, place) do nothing
      """;

  static final String ADD_GROUPS =
      """
      with added as (
        insert into cordon.told_group (digest_import_id, told_by, number, media_item_id, operation_id, agency_id, elsewhere, radius)
        select distinct on (r.by, r.number, s.media_item_id) :import::uuid, r.by, r.number, s.media_item_id, :operation::uuid,
          :agency::uuid, r.elsewhere, r.radius
        from jsonb_to_recordset(:rows::jsonb) r(item bigint, by text, number bigint, elsewhere bigint, radius smallint)
        join cordon.sighting s on s.digest_import_id = :import::uuid and s.item_number = r.item
        on conflict (digest_import_id, told_by, number, media_item_id) do nothing
        returning told_by, number)
      select count(*) from (select distinct told_by, number from added) a
      where (a.told_by, a.number) not in (select r.by, r.number from jsonb_to_recordset(:aside::jsonb) r(by text, number bigint))
      """;

  static final String ADD_REMARKS =
      """
      insert into cordon.walk_remark (operation_id, agency_id, exhibit_id, remark, is_confinement)
      select :operation, :agency, :exhibit, r.remark, r.confinement
      from jsonb_to_recordset(:rows::jsonb) r(remark text, confinement boolean)
      on conflict (exhibit_id, remark) do nothing
      """;

  static final String REMARKS =
      """
      select remark, is_confinement, told_at from cordon.walk_remark
      where operation_id = :operation and exhibit_id = :exhibit order by is_confinement, told_at, id limit 1000
      """;

  static final String ADD_IMPORT =
      """
      insert into cordon.digest_import (id, operation_id, agency_id, exhibit_id, form, content_sha256, part_of, rows_in, stored,
        duplicates, quarantined, decoded, undecoded, unread, taken_by)
      values (:id, :operation, :agency, :exhibit, :form, :digest, :partOf, :rowsIn, :stored, :duplicates, :quarantined, :decoded,
        :undecoded, :unread, :member)
      """;

  static final String EARLIER =
      """
      select id from cordon.digest_import
      where operation_id = :operation and exhibit_id = :exhibit and form = 'inventory' and content_sha256 = :digest and part_of is null
      order by taken_at limit 1
      """;

  static final String IMPORT =
      """
      select coalesce(part_of, id) as id, exhibit_id from cordon.digest_import
      where operation_id = :operation and id = :import and form = 'inventory'
      """;

  static final String TAKEN =
      """
      select i.*, coalesce(m.display_name, '') as taken_by_name from cordon.digest_import i
      left join cordon.member m on m.id = i.taken_by
      where i.operation_id = :operation and i.exhibit_id = :exhibit order by i.taken_at desc, i.id limit 100
      """;

  static final String FOUND =
      """
      select g.told_by, count(*) as groups, sum(g.items) as items, sum(g.elsewhere) as elsewhere
      from (select t.told_by, t.number, count(*) as items, max(t.elsewhere) as elsewhere
        from cordon.told_group t join cordon.digest_import i on i.id = t.digest_import_id
        where i.operation_id = :operation and i.exhibit_id = :exhibit group by t.digest_import_id, t.told_by, t.number) g
      group by g.told_by order by g.told_by
      """;

  static final String QUARANTINED =
      """
      select q.line, q.reason, i.form from cordon.digest_quarantine q join cordon.digest_import i on i.id = q.digest_import_id
      where i.operation_id = :operation and i.exhibit_id = :exhibit order by i.taken_at desc, q.line limit :limit offset :offset
      """;

  static final String COUNT_QUARANTINED =
      """
      select coalesce(sum(i.quarantined), 0) from cordon.digest_import i where i.operation_id = :operation and i.exhibit_id = :exhibit
      """;

  static final String UNREAD =
      """
      select place, reason, is_deleted from cordon.unread_file
      where operation_id = :operation and exhibit_id = :exhibit order by item_number, id limit 50
      """;

  private InventorySql() {}
}
