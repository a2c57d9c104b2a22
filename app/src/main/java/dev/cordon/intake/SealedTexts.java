package dev.cordon.intake;

import dev.cordon.Page;
import dev.cordon.access.OperationId;
import dev.cordon.access.SealedAccess;
import dev.cordon.access.SealedThing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The one gate to the texts of an operation's sources: every method demands the access to what it
 * opens.
 *
 * <p>Promises: memory does not grow with the texts; nothing is written anywhere; texts of rows
 * restricted or erased by an order are given to nobody. Promises not: to be quick where one thread
 * holds millions.
 */
public final class SealedTexts {

  private static final int MOST_WRITERS = 1_000;

  private final OperationId operation;
  private final Vault vault;
  private final List<SourceId> sources;
  private final RowSet hidden;

  SealedTexts(OperationId operation, Vault vault, List<SourceId> sources) {
    this(operation, vault, sources, RowSet.NONE);
  }

  SealedTexts(OperationId operation, Vault vault, List<SourceId> sources, RowSet alsoHidden) {
    this.operation = operation;
    this.vault = vault;
    this.sources = List.copyOf(sources);
    this.hidden = vault.hiddenRows().all().plus(alsoHidden);
  }

  /** Where a text stands in its thread. */
  private record Place(SourceId source, String table, long row, long micros)
      implements Comparable<Place> {

    private static final Comparator<Place> ORDER =
        Comparator.comparingLong(Place::micros)
            .thenComparing(Place::table)
            .thenComparingLong(Place::row)
            .thenComparing(place -> place.source().value());

    static Place of(SealedText text) {
      return new Place(
          text.origin().source(),
          text.origin().table(),
          text.origin().row(),
          text.at() == null ? Long.MIN_VALUE : text.at().toEpochMilli());
    }

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }

  /**
   * A page of a thread.
   *
   * @param writer only texts of this account; null for all
   */
  public TextWindow read(
      TextThread thread, @Nullable String writer, int page, SealedAccess access) {
    access.require(operation, thing(thread));
    long last = Page.offset(page) + Page.SIZE;
    PriorityQueue<Place> first = new PriorityQueue<>(Collections.reverseOrder());
    Map<String, Long> writers = new TreeMap<>();
    AtomicLong total = new AtomicLong();
    RecordFolders.Reading reading = vault.folders().read();
    try (reading) {
      each(
          reading,
          thread,
          text -> {
            String account = text.account() == null ? "" : text.account();
            if (writers.size() < MOST_WRITERS || writers.containsKey(account)) {
              writers.merge(account, 1L, Long::sum);
            }
            if (writer == null || writer.equals(account)) {
              total.incrementAndGet();
              first.add(Place.of(text));
              if (first.size() > last) {
                first.poll();
              }
            }
            return true;
          });
      List<Place> places = new ArrayList<>(first);
      Collections.sort(places);
      int from = (int) Math.min(places.size(), Page.offset(page));
      return new TextWindow(
          new Page<>(
              texts(reading, thread, places.subList(from, places.size())), page, total.get()),
          writers);
    }
  }

  /** One text of a thread; none when it does not stand there. */
  public Optional<SealedText> find(TextThread thread, Origin origin, SealedAccess access) {
    access.require(operation, thing(thread));
    try (RecordFolders.Reading reading = vault.folders().read()) {
      return find(reading, thread, origin);
    }
  }

  private Optional<SealedText> find(
      RecordFolders.Reading reading, TextThread thread, Origin origin) {
    List<SealedText> found = new ArrayList<>(1);
    each(
        reading,
        thread,
        text -> {
          if (text.origin().equals(origin)) {
            found.add(text);
          }
          return found.isEmpty();
        });
    return found.stream().findFirst();
  }

  /** On which page of its thread a text stands; none when it is not there. */
  public Optional<Integer> pageOf(TextThread thread, Origin origin, SealedAccess access) {
    access.require(operation, thing(thread));
    try (RecordFolders.Reading reading = vault.folders().read()) {
      SealedText found = find(reading, thread, origin).orElse(null);
      if (found == null) {
        return Optional.empty();
      }
      Place place = Place.of(found);
      AtomicLong before = new AtomicLong();
      each(
          reading,
          thread,
          text -> {
            if (Place.of(text).compareTo(place) < 0) {
              before.incrementAndGet();
            }
            return true;
          });
      return Optional.of((int) (before.get() / Page.SIZE) + 1);
    }
  }

  /**
   * Looks through all texts of the operation and counts; stops after a time.
   *
   * @param locked threads that may not be looked into
   */
  public TextFindings search(
      FoldedWords words, Set<UUID> locked, Duration atMost, SealedAccess access) {
    access.require(operation, SealedThing.search(operation));
    TextSearch search = new TextSearch(operation, hidden, words, locked, atMost);
    try (RecordFolders.Reading reading = vault.folders().read()) {
      for (SourceId source : sources) {
        for (TextRun run : runs(reading, source)) {
          search.in(run);
          if (!search.isComplete()) {
            break;
          }
        }
      }
    }
    return search.findings();
  }

  /** The threads of one source with their counts; no word is opened for whoever calls. */
  void threads(SourceId source, java.util.function.Consumer<TextSummary> each) {
    try (RecordFolders.Reading reading = vault.folders().read()) {
      runs(reading, source).forEach(run -> run.threads().forEach(each));
    }
  }

  private List<SealedText> texts(
      RecordFolders.Reading reading, TextThread thread, List<Place> places) {
    Set<Place> wanted = new HashSet<>(places);
    List<SealedText> texts = new ArrayList<>();
    each(
        reading,
        thread,
        text -> {
          if (wanted.contains(Place.of(text))) {
            texts.add(text);
          }
          return texts.size() < wanted.size();
        });
    texts.sort(Comparator.comparing(Place::of));
    return texts;
  }

  private void each(RecordFolders.Reading reading, TextThread thread, Predicate<SealedText> more) {
    try {
      for (SourceId source : sources) {
        for (TextRun run : runs(reading, source)) {
          if (!run.each(thread, text -> hidden.contains(text.origin()) || more.test(text))) {
            return;
          }
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("sealed texts can not be read", failure);
    }
  }

  private List<TextRun> runs(RecordFolders.Reading reading, SourceId source) {
    Optional<java.nio.file.Path> records = reading.folder(source);
    if (records.isEmpty()) {
      return List.of();
    }
    try {
      return TextRun.of(records.get(), source, vault.key());
    } catch (IOException failure) {
      throw new UncheckedIOException("the sealed texts of " + source + " can not be read", failure);
    }
  }

  private SealedThing thing(TextThread thread) {
    return new SealedThing(SealedThing.Kind.THREAD, thread.id(operation));
  }
}
