package dev.cordon.intake.profiles;

import dev.cordon.RefusedException;
import dev.cordon.formats.profiles.ColumnMeaning;
import dev.cordon.formats.profiles.ProfileProposal;
import dev.cordon.formats.profiles.TableProfile;
import dev.cordon.formats.profiles.TableSample;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * What a person makes of a table nobody knows: begun from a proposal, corrected by a form.
 *
 * @param choices what each column means, as the form writes it
 * @param zone the zone of local times; empty: the source's own
 * @param areAccounts whether each row is an account
 * @param words the words found in the column of states, with what each means
 */
public record Correction(
    List<String> choices, String zone, boolean areAccounts, Map<String, String> words) {

  private static final int MOST_WORDS = 30;
  private static final int LONGEST_WORD = 40;

  /** Copies the collections. */
  public Correction {
    choices = List.copyOf(choices);
    words = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(words));
  }

  /** As the machine proposes. */
  public static Correction proposed(TableSample sample) {
    ProfileProposal proposal = ProfileProposal.of(sample);
    List<String> choices = proposal.columns().stream().map(ColumnChoice::of).toList();
    return new Correction(choices, "", proposal.areAccounts(), words(sample, choices, Map.of()));
  }

  /**
   * As a form sends it: {@code c0}, {@code c1}, … for the columns, {@code w0}, … for the words of
   * the column of states in their order, {@code zone}, {@code accounts}.
   *
   * @throws RefusedException when it is not a form for this table
   */
  public static Correction of(TableSample sample, Map<String, String> form) {
    List<String> choices = new ArrayList<>();
    for (int index = 0; index < sample.columns().size(); index++) {
      String choice = form.getOrDefault("c" + index, "");
      if (ColumnChoice.read(choice, null).isEmpty()) {
        throw new RefusedException(
            "The form does not say what the column " + (index + 1) + " means; open it again.");
      }
      choices.add(choice);
    }
    String zone = form.getOrDefault("zone", "").strip();
    if (!zone.isEmpty() && !isZone(zone)) {
      throw new RefusedException(
          "There is no zone of this name; write it like Europe/Copenhagen, or leave it empty.");
    }
    return new Correction(
        choices, zone, form.containsKey("accounts"), words(sample, choices, form));
  }

  /** The profile of the table. */
  public TableProfile table(TableSample sample) {
    List<ProfileProposal.Choice> read = new ArrayList<>();
    for (String choice : choices) {
      read.add(ColumnChoice.read(choice, zone.isEmpty() ? null : zone).orElseThrow());
    }
    Map<String, String> meant = new LinkedHashMap<>();
    words.forEach((word, meaning) -> {
      if (!meaning.isEmpty()) {
        meant.put(word, meaning);
      }
    });
    return ProfileProposal.corrected(sample, read, areAccounts, meant).table();
  }

  /** What speaks against saving it, one line each. */
  public List<String> problems(TableSample sample) {
    List<String> problems = new ArrayList<>();
    for (int index = 0; index < choices.size(); index++) {
      ColumnMeaning meaning = ColumnChoice.read(choices.get(index), null).orElseThrow().meaning();
      if (!ColumnChoice.isForText(meaning) && sample.readsLikeText(index)) {
        problems.add(
            "The values of "
                + sample.columns().get(index)
                + " read like free text. It can be free text, which stays sealed, or not taken.");
      }
    }
    TableProfile table = table(sample);
    if (table.recognise().isEmpty()) {
      problems.add("None of its columns has a name a profile can use.");
    }
    if (areAccounts && table.mappings().getFirst().account() == null) {
      problems.add("Say which column is the number of the account, or the row's own number.");
    }
    return problems;
  }

  private static boolean isZone(String zone) {
    return zone.indexOf('/') > 0 && ZoneId.getAvailableZoneIds().contains(zone);
  }

  private static Map<String, String> words(
      TableSample sample, List<String> choices, Map<String, String> form) {
    Map<String, String> words = new LinkedHashMap<>();
    int place = choices.indexOf(ColumnMeaning.STATUS.name());
    if (place < 0 || sample.readsLikeText(place)) {
      return words;
    }
    TreeSet<String> found = new TreeSet<>();
    for (String value : sample.values(place)) {
      String word = value.strip().toLowerCase(Locale.ROOT);
      if (word.length() <= LONGEST_WORD && ShownColumns.isShort(word)) {
        found.add(word);
      }
    }
    int number = 0;
    for (String word : found) {
      if (number == MOST_WORDS) {
        break;
      }
      String usual = ProfileProposal.usualStatus(word);
      String chosen = form.get("w" + number++);
      words.put(word, chosen == null ? usual == null ? "" : usual : meaning(chosen));
    }
    return words;
  }

  private static String meaning(String chosen) {
    return switch (chosen) {
      case "paid", "failed", "refunded", "pending", "cancelled", "" -> chosen;
      default ->
          throw new RefusedException("A payment is paid, failed, refunded, pending or cancelled.");
    };
  }
}
