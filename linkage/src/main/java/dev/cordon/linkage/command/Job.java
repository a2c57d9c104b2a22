package dev.cordon.linkage.command;

import dev.cordon.linkage.Engine;
import dev.cordon.linkage.LinkageException;
import dev.cordon.linkage.group.Agglomeration;
import dev.cordon.linkage.group.Apart;
import dev.cordon.linkage.link.Incremental;
import dev.cordon.linkage.link.Linkage;
import dev.cordon.linkage.link.Records;
import dev.cordon.linkage.link.Stages;
import dev.cordon.linkage.model.Fitting;
import dev.cordon.linkage.model.LinkageModel;
import dev.cordon.linkage.plan.DuckDb;
import dev.cordon.linkage.plan.Selection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One run over files: reads, links, groups. Not thread-safe; used once. */
final class Job {

  private final List<Table> tables;
  private final List<String> columns;
  private final Stages stages;
  private final List<String> notes = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private int[] sources = new int[0];
  private int[] entities = new int[0];

  Job(List<Table> tables, Stages stages) {
    this.tables = List.copyOf(tables);
    this.stages = stages;
    Set<String> all = new LinkedHashSet<>();
    tables.forEach(table -> all.addAll(table.columns()));
    this.columns = List.copyOf(all);
  }

  /** What a job gave. */
  record Done(
      Linkage linkage,
      Linkage.Compared compared,
      int[] clusters,
      int takenApart,
      int refused,
      int cuts) {}

  List<String> columns() {
    return columns;
  }

  List<String> notes() {
    return notes;
  }

  /** How many records were read. */
  int records() {
    return names.size();
  }

  /** The name of a record: its value of the column of ids, or its line's number. */
  String name(int record) {
    return names.get(record);
  }

  /** The name of a record's file. */
  String sourceName(int record) {
    Path name = tables.get(sources[record]).file().getFileName();
    return name == null ? "" : name.toString();
  }

  /** The number of the one record of a name. */
  int record(String name) {
    int found = names.indexOf(name);
    if (found < 0) {
      throw new LinkageException("there is no record '" + name + "'");
    }
    if (names.lastIndexOf(name) != found) {
      throw new LinkageException("two records are called '" + name + "'");
    }
    return found;
  }

  int[] sources() {
    return sources;
  }

  /** Each record's entity, by the column of truth. */
  int[] entities() {
    return entities;
  }

  /** Reads, links and groups; {@code apart} may ask {@link #name} and {@link #source}. */
  Done run(
      Engine engine,
      LinkageModel model,
      boolean across,
      @Nullable String id,
      @Nullable String truth,
      Apart apart,
      @Nullable Earlier added) {
    LinkageModel fitted = fitted(model, Set.of());
    Records records = load(engine, fitted, id, truth);
    if (records.count() < 2) {
      throw new LinkageException("there are no two records to link, only " + records.count());
    }
    Map<String, String> useless = new TreeMap<>(records.useless());
    if (!useless.isEmpty()) {
      useless.forEach((field, why) -> notes.add("field " + field + " is " + why + ": not used"));
      fitted = withoutUseless(fitted, useless.keySet());
    }
    Linkage linkage =
        new Linkage(
            engine,
            new DuckDb(),
            fitted,
            records,
            across ? Selection.across() : Selection.all(),
            stages);
    Apart known = fitted.grouping().onePerSource() ? apart.and(Apart.withinSource(sources)) : apart;
    return added == null
        ? whole(linkage, fitted, known)
        : neighbourhood(engine, linkage, fitted, across, known, added);
  }

  private Done whole(Linkage linkage, LinkageModel model, Apart known) {
    Linkage.Compared compared = linkage.run();
    notes.addAll(linkage.notes());
    Agglomeration guards = new Agglomeration(names.size(), compared.pairs(), model.grouping());
    int[] clusters = stages.time("cluster", () -> guards.run(known));
    return new Done(
        linkage, compared, clusters, guards.takenApart(), guards.refused(), guards.cuts());
  }

  private Done neighbourhood(
      Engine engine,
      Linkage linkage,
      LinkageModel model,
      boolean across,
      Apart known,
      Earlier earlier) {
    int[] before = earlier.beforeNew(this, names.size());
    Incremental.Added added =
        Incremental.add(
            engine,
            linkage,
            model,
            across ? Selection.across() : Selection.all(),
            before,
            names.size(),
            known);
    notes.add(
        (names.size() - before.length)
            + " new records; "
            + added.touched()
            + " records grouped again");
    return new Done(linkage, added.compared(), added.clusters(), 0, 0, 0);
  }

  private LinkageModel fitted(LinkageModel model, Set<String> unusable) {
    Fitting fitting = Fitting.of(model, Set.copyOf(columns), field -> !unusable.contains(field));
    if (!fitting.leftOut().isEmpty()) {
      notes.add("not in these tables, so left out: " + String.join(", ", fitting.leftOut()));
    }
    return fitting.model();
  }

  // A frozen model keeps its comparisons: a field that is empty here counts as missing anyway.
  private LinkageModel withoutUseless(LinkageModel model, Set<String> useless) {
    return model.parameters().isPresent() ? model : fitted(model, useless);
  }

  private Records load(
      Engine engine, LinkageModel model, @Nullable String id, @Nullable String truth) {
    Records records = new Records(model);
    IntList sourceOf = new IntList();
    IntList entityOf = new IntList();
    Map<String, Integer> entityNumbers = new HashMap<>();
    stages.run(
        "read",
        () ->
            records.fill(
                engine,
                columns,
                sink -> {
                  for (int number = 0; number < tables.size(); number++) {
                    Table table = tables.get(number);
                    int[] places = places(table);
                    int idAt = place(table, id);
                    int truthAt = place(table, truth);
                    int source = number;
                    int[] line = {0};
                    table.read(fields -> {
                      line[0]++;
                      String name = idAt < 0 ? String.valueOf(line[0]) : fields.get(idAt).strip();
                      names.add(name);
                      sourceOf.add(source);
                      if (truthAt >= 0) {
                        entityOf.add(
                            entityNumbers.computeIfAbsent(
                                fields.get(truthAt).strip(), unused -> entityNumbers.size()));
                      }
                      sink.row(source, name, spread(fields, places));
                    });
                  }
                }));
    sources = sourceOf.toArray();
    entities = entityOf.toArray();
    return records;
  }

  private @Nullable String[] spread(List<String> fields, int[] places) {
    @Nullable String[] texts = new @Nullable String[columns.size()];
    for (int index = 0; index < places.length; index++) {
      texts[places[index]] = fields.get(index);
    }
    return texts;
  }

  private int[] places(Table table) {
    return table.columns().stream().mapToInt(columns::indexOf).toArray();
  }

  private static int place(Table table, @Nullable String column) {
    if (column == null) {
      return -1;
    }
    int place = table.columns().indexOf(column);
    if (place < 0) {
      throw new LinkageException(
          table.file() + " has no column '" + column + "'; it has " + table.columns());
    }
    return place;
  }
}
