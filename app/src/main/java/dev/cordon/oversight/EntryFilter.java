package dev.cordon.oversight;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What narrows a list of entries; null and empty narrow nothing.
 *
 * @param installation entries on the installation instead of the operation's
 * @param member who acted
 * @param act kind of act, as {@code Act} names it
 * @param what on what
 * @param from first day, UTC
 * @param until last day, UTC
 * @param record an id the entry touched
 * @param recipient the agency that received
 */
public record EntryFilter(
    boolean installation,
    @Nullable UUID member,
    String act,
    String what,
    @Nullable LocalDate from,
    @Nullable LocalDate until,
    String record,
    @Nullable UUID recipient) {

  private static final int LONGEST = 100;

  public EntryFilter {
    act = shortened(act);
    what = shortened(what);
    record = shortened(record);
  }

  /** Everything of the operation. */
  public static EntryFilter all() {
    return new EntryFilter(false, null, "", "", null, null, "", null);
  }

  /** In words, for the entry that says who looked for what. */
  public String words() {
    List<String> words = new ArrayList<>();
    words.add(installation ? "entries on the installation" : "entries of the operation");
    add(words, "member", member);
    add(words, "act", act);
    add(words, "what", what);
    add(words, "from", from);
    add(words, "until", until);
    add(words, "record", record);
    add(words, "recipient", recipient);
    return String.join(", ", words);
  }

  private static void add(List<String> words, String name, @Nullable Object value) {
    if (value != null && !value.toString().isEmpty()) {
      words.add(name + " " + value);
    }
  }

  private static String shortened(String text) {
    String stripped = text.strip();
    return stripped.length() <= LONGEST ? stripped : stripped.substring(0, LONGEST);
  }
}
