package dev.cordon.figures;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The definitions Cordon ships, in the order of the data. */
final class ShippedDefinitions {

  /** From accounts to measures. */
  static final List<String> FUNNEL =
      List.of(
          "accounts",
          "payers",
          "subjects_confirmed",
          "subjects_attributed",
          "subjects_dispatched",
          "subjects_acted_on");

  private static final String NO_SOURCE =
      ", null::text as source_name, null::text as source_table, null::bigint as source_row ";

  private static final List<Definition> OWN =
      List.of(
          balance("source_rows_in", "Rows in", "rows_in", "Rows read from sealed sources."),
          balance("source_rows_stored", "Rows stored", "stored", "Rows in that became records."),
          balance(
              "source_rows_quarantined",
              "Rows quarantined",
              "quarantined",
              "Rows in that could not be read, kept with their reason."),
          balance(
              "source_rows_duplicate",
              "Duplicate rows",
              "duplicates",
              "Rows in that repeat a record of an overlapping export, kept and pointing to it."),
          new Definition(
              "accounts",
              1,
              "Accounts",
              "Accounts of the platform's members in the sealed sources, staff and programs left out.",
              "account",
              """
              select 'account' as kind, a.system || '/' || a.account as id, a.system || '/' || a.account as label,
                a.country, 1::bigint as amount, a.source_name, a.source_table, a.source_row
              from cordon.platform_account a where a.operation_id = :operation and a.member
              """,
              "platform_account"),
          new Definition(
              "payers",
              1,
              "Payers",
              "Accounts with at least one payment that was paid.",
              "account",
              """
              select 'account' as kind, a.system || '/' || a.account as id, a.system || '/' || a.account as label,
                a.country, 1::bigint as amount, a.source_name, a.source_table, a.source_row
              from cordon.platform_account a where a.operation_id = :operation and a.payer
              """,
              "platform_account"),
          new Definition(
              "proposed_clusters",
              1,
              "Proposed clusters",
              "Groups of accounts the machine proposes as one person's; nobody has confirmed them by being counted here.",
              "cluster",
              "select 'proposal' as kind, p.id::text as id, p.number as label, p.country, 1::bigint as amount"
                  + NO_SOURCE
                  + "from cordon.proposed_cluster p where p.operation_id = :operation",
              "proposed_cluster"),
          secondLooks(
              "link_second_looks",
              "Links looked at twice",
              "Judgements about two accounts that a second member looked at without seeing the first.",
              ""),
          secondLooks(
              "link_disagreements",
              "Links judged differently",
              "Judgements about two accounts that a second member, not seeing the first, judged otherwise.",
              " and o.differs"),
          new Definition(
              "subjects_confirmed",
              1,
              "Subjects confirmed",
              "Subjects a named person has confirmed and nobody has withdrawn.",
              "subject",
              "select 'subject' as kind, s.id::text as id, s.number as label, s.country, 1::bigint as amount"
                  + NO_SOURCE
                  + "from cordon.confirmed_subject s where s.operation_id = :operation",
              "confirmed_subject"),
          new Definition(
              "subjects_attributed",
              1,
              "Subjects attributed",
              "Confirmed subjects a named person has attributed to a country.",
              "subject",
              "select 'subject' as kind, s.id::text as id, s.number as label, s.country, 1::bigint as amount"
                  + NO_SOURCE
                  + "from cordon.confirmed_subject s where s.operation_id = :operation and s.country is not null",
              "confirmed_subject"),
          new Definition(
              "countries",
              1,
              "Countries",
              "Countries to which at least one confirmed subject is attributed.",
              "country",
              "select distinct 'country' as kind, s.country as id, s.country as label, s.country, 1::bigint as amount"
                  + NO_SOURCE
                  + "from cordon.confirmed_subject s where s.operation_id = :operation and s.country is not null",
              "confirmed_subject"),
          new Definition(
              "packages_dispatched",
              1,
              "Packages dispatched",
              "Packages released to a receiving agency, in their latest released version, recalled ones left out.",
              "package",
              "select distinct 'package' as kind, p.id::text as id, p.number || ' v' || p.version as label, p.country,"
                  + " 1::bigint as amount"
                  + NO_SOURCE
                  + """
                  from cordon.package_state p where p.operation_id = :operation and p.state in ('released', 'received')
                  """,
              "package_state"),
          new Definition(
              "subjects_dispatched",
              1,
              "Subjects dispatched",
              "Subjects in a package an agency holds now; each subject once, however many agencies hold it.",
              "subject",
              "select distinct on (d.subject_id) 'subject' as kind, d.subject_id::text as id, d.subject_number as label,"
                  + " d.country, 1::bigint as amount"
                  + NO_SOURCE
                  + """
                  from cordon.dispatched_subject d where d.operation_id = :operation order by d.subject_id, d.released_at
                  """,
              "dispatched_subject"),
          new Definition(
              "subjects_acted_on",
              1,
              "Subjects acted on",
              "Subjects with a search, arrest, interview or seizure reported and matched to them; each subject once.",
              "subject",
              "select distinct on (r.subject_id) 'subject' as kind, r.subject_id::text as id, s.subject_number as label,"
                  + " r.country, 1::bigint as amount"
                  + NO_SOURCE
                  + """
                  from cordon.field_report_state r join cordon.package_subject s on s.id = r.package_subject_id
                  where r.operation_id = :operation and r.kind <> 'no_action' and r.subject_id is not null
                  order by r.subject_id, r.happened_at
                  """,
              "field_report_state"),
          measures("searches", "Searches", "search", "Searches reported from the field"),
          measures("arrests", "Arrests", "arrest", "Arrests reported from the field"),
          new Definition(
              "items_seized",
              1,
              "Items seized",
              "Items listed as seized in field reports.",
              "item",
              "select 'exhibit' as kind, coalesce(e.id, i.id)::text as id,"
                  + " coalesce(e.number, r.report || '/' || i.number) as label, m.country, 1::bigint as amount"
                  + NO_SOURCE
                  + """
                  from cordon.seized_item i join cordon.measure m on m.id = i.measure_id
                  join cordon.field_report r on r.id = m.field_report_id
                  left join cordon.exhibit e on e.seized_item_id = i.id
                  where i.operation_id = :operation
                  """,
              "seized_item"),
          new Definition(
              "exhibits",
              1,
              "Exhibits",
              "Seized items entered in the register of exhibits.",
              "exhibit",
              "select 'exhibit' as kind, e.id::text as id, e.number as label, e.country, 1::bigint as amount"
                  + NO_SOURCE
                  + "from cordon.exhibit e where e.operation_id = :operation",
              "exhibit"),
          new Definition(
              "field_reports_open",
              1,
              "Field reports open",
              "Field reports that are matched to no subject.",
              "report",
              "select 'field-report' as kind, r.id::text as id, r.report as label, r.country, 1::bigint as amount"
                  + NO_SOURCE
                  + "from cordon.field_report_state r where r.operation_id = :operation and r.state = 'open'",
              "field_report_state"),
          media("media_known", "Media known", "on at least one list of known files", ""),
          media("media_unknown", "Media unknown", "on no list of known files", "not "));

  static final List<Definition> ALL =
      Stream.concat(OWN.stream(), ToldOutcomes.ALL.stream()).toList();

  private ShippedDefinitions() {}

  /** A definition by its name. */
  static Optional<Definition> find(String name) {
    return ALL.stream().filter(definition -> definition.name().equals(name)).findFirst();
  }

  private static Definition balance(String name, String title, String column, String sentence) {
    return new Definition(
        name,
        1,
        title,
        sentence,
        "row",
        """
        select 'source' as kind, b.source_id::text as id, b.name as label, null::text as country, b.%s as amount,
          s.name as source_name, b.name as source_table, null::bigint as source_row
        from cordon.source_balance b
        join cordon.source s on s.operation_id = b.operation_id and s.id = b.source_id
        where b.operation_id = :operation and b.%s > 0
        """
            .formatted(column, column),
        "source_balance");
  }

  private static Definition secondLooks(String name, String title, String sentence, String which) {
    return new Definition(
        name,
        1,
        title,
        sentence,
        "judgement",
        "select 'link-judgement' as kind, o.judgement_id::text as id, o.a || ' and ' || o.b as label,"
            + " null::text as country, 1::bigint as amount"
            + NO_SOURCE
            + "from cordon.second_look_outcome o where o.operation_id = :operation"
            + which,
        "second_look_outcome");
  }

  private static Definition measures(String name, String title, String kind, String what) {
    return new Definition(
        name,
        1,
        title,
        what + ", whether or not the report could be matched to a subject.",
        kind,
        "select 'field-report' as kind, r.id::text as id, r.report as label, m.country, 1::bigint as amount"
            + NO_SOURCE
            + """
            from cordon.measure m join cordon.field_report r on r.id = m.field_report_id
            where m.operation_id = :operation and m.kind = '%s'
            """
                .formatted(kind),
        "measure");
  }

  private static Definition media(String name, String title, String where, String not) {
    return new Definition(
        name,
        1,
        title,
        "Different files on exhibits, by SHA-256, that are "
            + where
            + "; a file found by several agencies counts once.",
        "file",
        """
        select 'media-item' as kind, i.sha256 as id, left(i.sha256, 16) as label,
          case when count(distinct i.country) = 1 then min(i.country) end as country, 1::bigint as amount
        """
            + NO_SOURCE
            + """
            from cordon.media_item i where i.operation_id = :operation group by i.sha256
            having %sbool_or(exists (select from cordon.media_match m where m.media_item_id = i.id))
            """
                .formatted(not),
        "media_item");
  }
}
