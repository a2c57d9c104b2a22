package dev.cordon.figures;

import java.util.Optional;

/**
 * What a figure counts: a named, versioned query over what the stages publish, and one sentence in
 * plain words. The value is the sum of the amounts of its records, so that a figure and its records
 * can not drift apart.
 *
 * @param name short name, in the address of its page
 * @param version raised whenever the query or the sentence changes
 * @param title what a reader sees
 * @param sentence what it counts
 * @param unit one of what
 * @param recordsSql rows (kind, id, label, country, amount, source_name, source_table, source_row)
 *     of the operation {@code :operation}; one row per thing counted
 * @param needs the table or view of a stage it reads
 */
record Definition(
    String name,
    int version,
    String title,
    String sentence,
    String unit,
    String recordsSql,
    String needs) {

  /** The step of the way from accounts to measures it stands for, from 1. */
  Optional<Integer> funnelStep() {
    int step = ShippedDefinitions.FUNNEL.indexOf(name);
    return step < 0 ? Optional.empty() : Optional.of(step + 1);
  }
}
