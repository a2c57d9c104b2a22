package dev.cordon.figures;

import org.jspecify.annotations.Nullable;

/**
 * What records are called and where they are shown. Asked of the records' own tables under the
 * reader's rights: who may not read a record gets no name and no address, and sees it counted all
 * the same.
 */
final class Labels {

  /**
   * Rows of {@code chosen} with label, thing (the id its page has) and the sealed source's name.
   */
  static final String OF_CHOSEN =
      """
      select c.kind, c.record_id, c.country, c.amount, c.on_day, c.sort, h.name as holder, c.counted_from,
        case c.kind
          when 'country' then c.record_id
          when 'source' then o.name || ' ' || coalesce(c.origin_table, '')
          when 'account' then case when o.name is not null then 'account of ' || c.origin_table || ', row ' || c.origin_row end
          when 'payment' then case when o.name is not null then 'payment of ' || c.origin_table || ', row ' || c.origin_row end
          else coalesce(s.number, p.number || ' v' || p.version, r.report, x.number, e.number, i.report || '/' || i.item, u.number,
            v.number, q.number, n.label, j.label, m.label)
        end as label,
        case c.kind when 'source' then o.id::text when 'proposal' then u.id::text when 'seized-item' then i.exhibit
          else c.record_id end as thing,
        o.name as source_name, case when o.name is not null then c.origin_table end as source_table,
        case when o.name is not null then c.origin_row end as source_row
      from chosen c
      left join cordon.agency h on h.id = c.held_by
      left join cordon.source o on o.operation_id = c.operation_id and o.id = c.origin
      left join lateral (select s.number from cordon.subject s where c.kind = 'subject' and s.id = c.uid
        and s.operation_id = c.operation_id) s on true
      left join lateral (select p.number, p.version from cordon.package p where c.kind = 'package' and p.id = c.uid
        and p.operation_id = c.operation_id) p on true
      left join lateral (select r.report from cordon.field_report r where c.kind = 'field-report' and r.id = c.uid
        and r.operation_id = c.operation_id) r on true
      left join lateral (select x.number from cordon.exhibit x where c.kind = 'exhibit' and x.id = c.uid
        and x.operation_id = c.operation_id) x on true
      left join lateral (select r.report, i.number as item, x.id::text as exhibit, x.id as exhibit_id
        from cordon.seized_item i join cordon.measure m on m.id = i.measure_id
        join cordon.field_report r on r.id = m.field_report_id
        left join cordon.exhibit x on x.seized_item_id = i.id
        where c.kind = 'seized-item' and i.id = c.uid and i.operation_id = c.operation_id) i on true
      left join cordon.exhibit e on c.kind = 'seized-item' and e.id = i.exhibit_id
      left join lateral (select u.number, u.id from cordon.proposed_cluster u where c.kind = 'proposal' and u.number = c.record_id
        and u.operation_id = c.operation_id) u on true
      left join lateral (select v.number from cordon.victim v where c.kind = 'victim' and v.id = c.uid
        and v.operation_id = c.operation_id) v on true
      left join lateral (select q.number from cordon.provider_request q where c.kind = 'request' and q.id = c.uid
        and q.operation_id = c.operation_id) q on true
      left join lateral (select k.number || coalesce(' / ' || b.subject_number, '') as label
        from cordon.package_outcome y join cordon.package k on k.id = y.package_id
        left join cordon.package_subject b on b.id = y.package_subject_id
        where c.kind = 'package-outcome' and y.id = c.uid and y.operation_id = c.operation_id) n on true
      left join lateral (select j.a || ' and ' || j.b as label from cordon.judgement j
        where c.kind = 'link-judgement' and j.id = c.uid and j.operation_id = c.operation_id) j on true
      left join lateral (select left(c.record_id, 16) as label from cordon.media_item i
        where c.kind = 'media-item' and i.operation_id = c.operation_id and i.sha256 = c.record_id limit 1) m on true
      """;

  private Labels() {}

  /** Where a record is shown, after the operation's address; null when it has no page. */
  static @Nullable String page(String kind, @Nullable String thing) {
    if (thing == null) {
      return null;
    }
    return switch (kind) {
      case "subject" -> "/subjects/" + thing;
      case "package" -> "/packages/" + thing;
      case "exhibit", "seized-item" -> "/exhibits/" + thing;
      case "field-report" -> "/field-reports/" + thing;
      case "source" -> "/sources/" + thing;
      case "proposal" -> "/proposals/" + thing;
      case "victim" -> "/victims/" + thing;
      case "request" -> "/requests/" + thing;
      default -> null;
    };
  }
}
