package dev.cordon.linkage.command;

import dev.cordon.linkage.LinkageException;
import dev.cordon.linkage.group.Apart;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Pairs known to be two persons, read from a file of ids. Not thread-safe. */
final class KnownApart implements Apart {

  private static final int MOST_PAIRS = 5_000_000;

  private final Map<String, Set<String>> pairs = new HashMap<>();
  private final Job job;

  private KnownApart(Job job) {
    this.job = job;
  }

  static KnownApart read(Path file, Charset charset, Job job) {
    Table table = Table.open(file, charset);
    int a = table.columns().indexOf("a");
    int b = table.columns().indexOf("b");
    if (a < 0 || b < 0) {
      throw new LinkageException(file + " needs the columns a and b, it has " + table.columns());
    }
    KnownApart known = new KnownApart(job);
    int[] count = {0};
    table.read(fields -> {
      if (++count[0] > MOST_PAIRS) {
        throw new LinkageException(file + " has more than " + MOST_PAIRS + " pairs");
      }
      known.add(file, count[0], fields.get(a).strip(), fields.get(b).strip());
    });
    return known;
  }

  @Override
  public void among(int[] members, Forbidden forbidden) {
    Map<String, Integer> places = new HashMap<>();
    for (int place = 0; place < members.length; place++) {
      if (places.put(job.name(members[place]), place) != null) {
        throw new LinkageException(
            "two records are called '"
                + job.name(members[place])
                + "': pairs that are apart need ids that name one record; give the column with --id");
      }
    }
    for (int place = 0; place < members.length; place++) {
      for (String other : pairs.getOrDefault(job.name(members[place]), Set.of())) {
        Integer there = places.get(other);
        if (there != null) {
          forbidden.pair(place, there);
        }
      }
    }
  }

  /** What the file names that is no record; empty when it names records only. */
  Optional<String> unknown() {
    Set<String> names = new HashSet<>();
    for (int record = 0; record < job.records(); record++) {
      names.add(job.name(record));
    }
    List<String> unknown =
        pairs.keySet().stream().filter(name -> !names.contains(name)).sorted().toList();
    return unknown.isEmpty()
        ? Optional.empty()
        : Optional.of(
            unknown.size()
                + " records known apart from others are not in these tables, "
                + unknown.getFirst()
                + " for one; was another column meant (--id)?");
  }

  private void add(Path file, int pair, String a, String b) {
    if (a.isEmpty() || b.isEmpty()) {
      throw new LinkageException(file + ", pair " + pair + " names one record only");
    }
    if (a.equals(b)) {
      throw new LinkageException(
          file + ", pair " + pair + ": " + a + " cannot be apart from itself");
    }
    pairs.computeIfAbsent(a, unused -> new HashSet<>()).add(b);
    pairs.computeIfAbsent(b, unused -> new HashSet<>()).add(a);
  }
}
