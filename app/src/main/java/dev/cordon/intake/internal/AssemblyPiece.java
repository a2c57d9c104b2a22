package dev.cordon.intake.internal;

import dev.cordon.formats.profiles.Mapping;
import dev.cordon.intake.FactRecord;
import dev.cordon.intake.Holder;
import dev.cordon.intake.Origin;
import dev.cordon.intake.RecordedTime;
import dev.cordon.intake.selectors.Normaliser;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A fact put together from rows that hold one attribute each. Rows of one holder lie near each
 * other; who waits longest is written as far as known when too many wait.
 */
final class AssemblyPiece implements Piece {

  private static final int MOST_WAITING = 20_000;
  private static final int LONGEST = 512;

  private record Waiting(Origin origin, Holder holder, @Nullable String[] parts) {}

  private final RecordOutput output;
  private final String kind;
  private final List<String> names;
  private final Expression attribute;
  private final Expression value;
  private final Map<Holder, Waiting> waiting = new LinkedHashMap<>();

  AssemblyPiece(Mapping.Assembly assembly, Columns columns, RecordOutput output) {
    this.output = output;
    this.kind = assembly.kind();
    this.names = assembly.parts();
    this.attribute = java.util.Objects.requireNonNull(Expression.of(assembly.attribute(), columns));
    this.value = java.util.Objects.requireNonNull(Expression.of(assembly.value(), columns));
  }

  @Override
  public void write(Origin origin, Holder holder, RowScope scope) {
    int part = names.indexOf(attribute.raw(scope));
    if (part < 0) {
      return;
    }
    Waiting open = waiting.get(holder);
    if (open == null) {
      open = new Waiting(origin, holder, new @Nullable String[names.size()]);
      waiting.put(holder, open);
      writeLongestWaiting();
    }
    String text = value.value(scope);
    open.parts[part] = text == null || text.length() > LONGEST ? "" : text.strip();
    for (String one : open.parts) {
      if (one == null) {
        return;
      }
    }
    waiting.remove(holder);
    write(open);
  }

  @Override
  public void finish() {
    waiting.values().forEach(this::write);
    waiting.clear();
  }

  private void writeLongestWaiting() {
    if (waiting.size() > MOST_WAITING) {
      Iterator<Waiting> oldest = waiting.values().iterator();
      write(oldest.next());
      oldest.remove();
    }
  }

  private void write(Waiting whole) {
    StringBuilder raw = new StringBuilder();
    for (String part : whole.parts) {
      if (part != null && !part.isBlank()) {
        raw.append(raw.isEmpty() ? "" : " ").append(part);
      }
    }
    if (!raw.isEmpty()) {
      String text = raw.toString();
      output.write(
          new FactRecord(
              whole.origin,
              whole.holder,
              kind,
              text,
              output.normaliser().normalFact(kind, text),
              Normaliser.VERSION,
              RecordedTime.NONE));
    }
  }
}
