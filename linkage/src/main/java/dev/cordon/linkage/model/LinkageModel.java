package dev.cordon.linkage.model;

import dev.cordon.linkage.LinkageException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A whole model. The same model and the same data give the same bytes.
 *
 * @param name what it is called
 * @param version its version, from 1
 * @param about what tables it is for
 * @param seed decides which random pairs are drawn
 * @param fields in the order they are made
 * @param comparisons at most 12
 * @param blocking rules in the order they count
 * @param sessions training sessions
 * @param learning where variants are learned
 * @param grouping how pairs become clusters
 * @param limits what a run may cost
 * @param parameters what training found, or nothing before
 */
public record LinkageModel(
    String name,
    int version,
    String about,
    long seed,
    List<Field> fields,
    List<Comparison> comparisons,
    List<BlockingRule> blocking,
    List<Session> sessions,
    List<Learning> learning,
    Grouping grouping,
    Limits limits,
    Optional<Parameters> parameters) {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,60}");
  private static final int MOST_COMPARISONS = 12;

  /** Checks that everything named exists and nothing is named twice. */
  public LinkageModel {
    fields = List.copyOf(fields);
    comparisons = List.copyOf(comparisons);
    blocking = List.copyOf(blocking);
    sessions = List.copyOf(sessions);
    learning = List.copyOf(learning);
    if (!NAME.matcher(name).matches() || version < 1) {
      throw new LinkageException(
          "a model has a plain lower-case name and a version from 1, not '"
              + name
              + "' "
              + version);
    }
    if (comparisons.isEmpty() || comparisons.size() > MOST_COMPARISONS) {
      throw new LinkageException("model " + name + " needs 1 to 12 comparisons");
    }
    if (blocking.isEmpty()) {
      throw new LinkageException("model " + name + " has no blocking rule");
    }
    unique("field", fields.stream().map(Field::name).toList());
    unique("comparison", comparisons.stream().map(Comparison::name).toList());
    ModelCheck.references(fields, comparisons, blocking, sessions, learning);
    if (parameters.isPresent()) {
      ModelCheck.parameters(parameters.get(), comparisons);
    }
  }

  /** This model with other parameters. */
  public LinkageModel with(Parameters found) {
    return new LinkageModel(
        name,
        version,
        about,
        seed,
        fields,
        comparisons,
        blocking,
        sessions,
        learning,
        grouping,
        limits,
        Optional.of(found));
  }

  private static void unique(String what, List<String> names) {
    Set<String> seen = new HashSet<>();
    for (String each : names) {
      if (!seen.add(each)) {
        throw new LinkageException("two of the model's " + what + "s are called " + each);
      }
    }
  }
}
