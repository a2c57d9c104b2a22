package dev.cordon.figures;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a figure counts: a named, versioned query over what the stages publish, and one sentence in
 * plain words. It stands in the database, never changes, and its value is worked out of exactly the
 * records it lists, so that a figure and its records can not drift apart.
 *
 * @param name short name, in the address of its page
 * @param version another one whenever the query or the sentence changes
 * @param place in the order of the data
 * @param title what a reader sees
 * @param sentence what it counts
 * @param unit one of what
 * @param exclusions what it leaves out
 * @param handlingCode what it may be used for at least
 * @param working how the value comes from the amounts of the records
 * @param sortedBy what tells its records apart, in a word; empty where nothing does
 * @param datedBy what the day of a record is
 * @param byAgency whether readers of one agency have a part of it
 * @param step of the way from accounts to measures; null when it is none
 */
public record Definition(
    String name,
    int version,
    int place,
    String title,
    String sentence,
    String unit,
    String exclusions,
    String handlingCode,
    Working working,
    String sortedBy,
    String datedBy,
    boolean byAgency,
    @Nullable Integer step) {

  /** How a value comes from the amounts of records. */
  public enum Working {
    /** The amounts together. */
    SUM,
    /** The amounts together, divided by how many records there are. */
    MEAN
  }

  /** The step of the way from accounts to measures it stands for, from 1. */
  Optional<Integer> funnelStep() {
    return Optional.ofNullable(step);
  }
}
