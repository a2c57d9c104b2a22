package dev.cordon.figures;

import dev.cordon.RefusedException;
import dev.cordon.access.OperationId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The figures a press table may show, and their numbers by country. */
@Component
class PressColumns {

  private final Definitions definitions;
  private final OwnFigures own;
  private final Kept kept;

  PressColumns(Definitions definitions, OwnFigures own, Kept kept) {
    this.definitions = definitions;
    this.own = own;
    this.kept = kept;
  }

  /** A column and the records it counts. */
  record Source(PressTable.Column column, Filter filter) {}

  /**
   * The columns of those names.
   *
   * @throws RefusedException naming one that may not be published
   */
  List<Source> of(OperationId operation, List<String> names) {
    List<Source> sources = new ArrayList<>();
    Set<String> counted = new HashSet<>();
    for (String name : names) {
      Source source = name.length() == 36 ? composed(operation, name) : shipped(name);
      if (!counted.add(source.column().name())) {
        throw new RefusedException(
            "Two columns count '%s': the one can be subtracted from the other. Put them into one table each only if nothing is withheld."
                .formatted(source.column().name()));
      }
      sources.add(source);
    }
    return sources;
  }

  private Source shipped(String name) {
    Definition one =
        definitions
            .find(name)
            .orElseThrow(() -> new RefusedException("There is no figure named '" + name + "'."));
    if (one.working() != Definition.Working.SUM) {
      throw new RefusedException(
          "'" + one.title() + "' is an average: its countries do not add up to a table.");
    }
    return new Source(column(one, one.title(), one.sentence()), Filter.NONE);
  }

  private Source composed(OperationId operation, String id) {
    OwnFigure figure = own.get(operation, UUID.fromString(id));
    Composition composition = figure.composition();
    if (!figure.mayBePublished()) {
      throw new RefusedException(
          "'%s', version %d, is published when another person has looked at it and agreed."
              .formatted(composition.name(), figure.version()));
    }
    if (composition.shareOf() != null
        || !composition.countries().isEmpty()
        || composition.holder() != null
        || composition.sort() != null
        || composition.from() != null
        || composition.to() != null) {
      throw new RefusedException(
          "'%s' counts a part of what another column may count whole: the one could be subtracted from the other. A press table shows whole figures."
              .formatted(composition.name()));
    }
    Definition counted =
        definitions
            .find(composition.ofFigure(), figure.ofVersion())
            .orElseThrow(() -> new RefusedException("Its definition is no longer counted."));
    return new Source(column(counted, composition.name(), composition.words()), Filter.NONE);
  }

  private static PressTable.Column column(Definition one, String title, String sentence) {
    return new PressTable.Column(
        one.name(), one.version(), title, sentence, one.exclusions(), one.unit());
  }

  /** The numbers of a column at a moment, by country; - where a record belongs to none. */
  Map<String, Long> values(OperationId operation, Source source, Instant moment) {
    Map<String, Long> values = new TreeMap<>();
    kept.values(new Part(operation, null), moment, source.filter())
        .getOrDefault(source.column().name(), List.of())
        .forEach(one ->
            values.merge(
                one.country() == null ? "-" : one.country(), one.sum().amount(), Long::sum));
    return values;
  }
}
