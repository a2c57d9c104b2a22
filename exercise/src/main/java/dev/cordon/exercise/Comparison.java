package dev.cordon.exercise;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares the subjects of a played operation with the true persons. The only reader of the truth;
 * to be called when everything has been decided.
 */
public final class Comparison {
  private Comparison() {}

  /**
   * One account as the played operation saw it.
   *
   * @param cluster the subject or proposed cluster it was put into
   * @param country the country stated for it; empty when none was stated
   */
  public record Placed(String system, String account, String cluster, String country) {}

  /**
   * How subjects and persons agree. A buyer is found when one of their accounts lies in some
   * subject; whole when all accounts lie in one subject with nobody else's; split when they lie in
   * several; merged when somebody else is there.
   */
  public record Result(
      int accounts,
      int unknownAccounts,
      int subjects,
      int persons,
      int pureSubjects,
      int mixedSubjects,
      int buyers,
      int buyersFound,
      int buyersWhole,
      int buyersSplit,
      int buyersMerged,
      int countriesStated,
      int countriesRight) {

    /** The result in plain lines for a terminal. */
    public List<String> lines() {
      return List.of(
          "accounts placed in a subject: "
              + accounts
              + " (unknown to the truth: "
              + unknownAccounts
              + ")",
          "subjects: "
              + subjects
              + ", of one person each: "
              + pureSubjects
              + ", of several: "
              + mixedSubjects,
          "buyers found: " + buyersFound + " of " + buyers,
          "buyers whole: "
              + buyersWhole
              + ", split: "
              + buyersSplit
              + ", merged with others: "
              + buyersMerged,
          "countries stated for accounts: " + countriesStated + ", right: " + countriesRight);
    }
  }

  /** Reads the truth folder of an exercise and compares. */
  public static Result with(Path truth, List<Placed> placed) {
    return compare(
        CsvTable.read(truth.resolve("truth-accounts.csv")),
        CsvTable.read(truth.resolve("truth-persons.csv")),
        placed);
  }

  /** Rows of accounts.csv (system, account, cluster_id, country) as placed accounts. */
  public static List<Placed> placed(Path accountsFile) {
    List<Placed> placed = new ArrayList<>();
    for (Map<String, String> row : CsvTable.read(accountsFile)) {
      placed.add(
          new Placed(
              CsvTable.value(row, "system"),
              CsvTable.value(row, "account"),
              CsvTable.value(row, "cluster_id"),
              row.getOrDefault("country", "")));
    }
    return placed;
  }

  /** Compares rows of the truth with placed accounts. */
  public static Result compare(
      List<Map<String, String>> truthAccounts,
      List<Map<String, String>> truthPersons,
      List<Placed> placed) {
    Map<String, String> personOf = new HashMap<>();
    Map<String, Set<String>> accountsOf = new HashMap<>();
    for (Map<String, String> row : truthAccounts) {
      String account = key(CsvTable.value(row, "system"), CsvTable.value(row, "account"));
      String person = CsvTable.value(row, "person_id");
      personOf.put(account, person);
      accountsOf.computeIfAbsent(person, id -> new HashSet<>()).add(account);
    }
    Map<String, Set<String>> personsIn = new HashMap<>();
    Map<String, String> clusterOf = new HashMap<>();
    int unknown = 0;
    for (Placed each : placed) {
      String person = personOf.get(key(each.system(), each.account()));
      if (person == null) {
        unknown++;
      } else {
        personsIn.computeIfAbsent(each.cluster(), id -> new HashSet<>()).add(person);
        clusterOf.put(key(each.system(), each.account()), each.cluster());
      }
    }
    Buyers buyers = Buyers.count(truthPersons, accountsOf, clusterOf, personsIn);
    int pure = (int) personsIn.values().stream().filter(inside -> inside.size() == 1).count();
    int[] countries = countries(truthPersons, personOf, placed);
    return new Result(
        clusterOf.size(),
        unknown,
        personsIn.size(),
        accountsOf.size(),
        pure,
        personsIn.size() - pure,
        buyers.all,
        buyers.found,
        buyers.whole,
        buyers.split,
        buyers.merged,
        countries[0],
        countries[1]);
  }

  private static String key(String system, String account) {
    return system.strip() + '/' + account.strip();
  }

  private static int[] countries(
      List<Map<String, String>> persons, Map<String, String> personOf, List<Placed> placed) {
    Map<String, String> trueCountry = new HashMap<>();
    persons.forEach(row ->
        trueCountry.put(CsvTable.value(row, "person_id"), CsvTable.value(row, "true_country")));
    int stated = 0;
    int right = 0;
    for (Placed each : placed) {
      String person = personOf.get(key(each.system(), each.account()));
      if (person != null && !each.country().isBlank()) {
        stated++;
        right += each.country().equals(trueCountry.get(person)) ? 1 : 0;
      }
    }
    return new int[] {stated, right};
  }

  /** What became of the buyers. */
  private static final class Buyers {
    private int all;
    private int found;
    private int whole;
    private int split;
    private int merged;

    static Buyers count(
        List<Map<String, String>> persons,
        Map<String, Set<String>> accountsOf,
        Map<String, String> clusterOf,
        Map<String, Set<String>> personsIn) {
      Buyers buyers = new Buyers();
      for (Map<String, String> row : persons) {
        if (CsvTable.value(row, "is_buyer").equals("1")) {
          buyers.add(
              accountsOf.getOrDefault(CsvTable.value(row, "person_id"), Set.of()),
              clusterOf,
              personsIn);
        }
      }
      return buyers;
    }

    private void add(
        Set<String> accounts, Map<String, String> clusterOf, Map<String, Set<String>> personsIn) {
      Set<String> clusters = new HashSet<>();
      boolean complete = true;
      for (String account : accounts) {
        String cluster = clusterOf.get(account);
        complete &= cluster != null;
        if (cluster != null) {
          clusters.add(cluster);
        }
      }
      boolean mixed =
          clusters.stream().anyMatch(id -> personsIn.getOrDefault(id, Set.of()).size() > 1);
      all++;
      found += clusters.isEmpty() ? 0 : 1;
      split += clusters.size() > 1 ? 1 : 0;
      merged += mixed ? 1 : 0;
      whole += clusters.size() == 1 && complete && !mixed ? 1 : 0;
    }
  }
}
