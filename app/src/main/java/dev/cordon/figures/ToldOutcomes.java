package dev.cordon.figures;

import java.util.List;
import java.util.stream.Stream;

/**
 * What receiving agencies said came of packages, here or by signed message. A message counts once,
 * however often it arrives; a person, or a package where no person was named, counts once for each
 * outcome and agency. How these relate to what field reports say is for a reader to judge: the same
 * arrest may stand in both.
 */
final class ToldOutcomes {

  static final List<Definition> ALL =
      Stream.concat(
              Stream.of(
                  told("opened", "Investigations opened, as told", "an investigation was opened"),
                  told("searched", "Searched, as told", "a search took place"),
                  told("arrested", "Arrested, as told", "an arrest was made"),
                  told(
                      "no_offence_here", "Not an offence there, as told", "it is no offence there"),
                  told("not_identified", "Not identified, as told", "nobody could be identified"),
                  told("wrong_person", "Wrong person, as told", "it was not that person")),
              Stream.of(exhibits()))
          .toList();

  private ToldOutcomes() {}

  private static Definition told(String outcome, String title, String what) {
    return new Definition(
        "told_" + outcome,
        1,
        title,
        "Persons in packages, or packages where no person was named, of which the receiving agency said that "
            + what
            + "; each once.",
        "case",
        """
        select distinct on (o.agency_id, coalesce(s.subject_id::text, p.number)) 'package-outcome' as kind, o.id::text as id,
          p.number || coalesce(' / ' || s.subject_number, '') as label, p.country, 1::bigint as amount,
          null::text as source_name, null::text as source_table, null::bigint as source_row
        from cordon.package_outcome o
        join cordon.package p on p.id = o.package_id
        left join cordon.package_subject s on s.id = o.package_subject_id
        where o.operation_id = :operation and o.outcome = '%s'
        order by o.agency_id, coalesce(s.subject_id::text, p.number), o.reported_at, o.id
        """
            .formatted(outcome),
        "package_outcome");
  }

  private static Definition exhibits() {
    return new Definition(
        "told_exhibits",
        1,
        "Exhibits, as told",
        "Exhibits receiving agencies said they took, added up over what they said; each statement once.",
        "item",
        """
        select 'package-outcome' as kind, o.id::text as id, p.number || coalesce(' / ' || s.subject_number, '') as label,
          p.country, o.amount::bigint as amount,
          null::text as source_name, null::text as source_table, null::bigint as source_row
        from cordon.package_outcome o
        join cordon.package p on p.id = o.package_id
        left join cordon.package_subject s on s.id = o.package_subject_id
        where o.operation_id = :operation and o.outcome = 'exhibits' and o.amount > 0
        """,
        "package_outcome");
  }
}
