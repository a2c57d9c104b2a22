package dev.cordon.kernel.hamming;

import dev.cordon.kernel.KernelException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Finds every stored code within a Hamming radius, exactly, for any radius from 0 to 256.
 *
 * <pre>
 * How. Codes lie in segments that never change and in a short tail that is compared one by one. A full
 * tail becomes a segment; neighbouring segments of like size are merged in the background, so there are
 * about log(codes) of them. A segment divides the 256 bits into chunks and keeps, for each chunk, the
 * codes ordered by that chunk's bits. A search looks up the neighbourhoods of some chunks and compares
 * the codes found there; {@link Allocation} proves that none is missed. Where that would cost more than
 * comparing all (few codes, a large radius, many equal codes around) it compares all.
 *
 * Cost. 32 bytes a code and about 4.3 for each of 9 to 16 chunks; a search visits a few thousand places
 * of memory. Inserting is a copy of 32 bytes; each code is merged about log(codes / 8192) times.
 *
 * Threads. Any number may search while any number insert. A search sees every code whose insertion had
 * ended before it began. Merging never holds a search up for longer than others need to end theirs.
 * </pre>
 *
 * A position is the number of codes inserted before. Nothing is ever taken out.
 */
public final class HammingIndex implements AutoCloseable {

  private record Parts(List<Segment> segments, Tail tail) {}

  private final Executor merging;
  private final Object inserting = new Object();

  /** Searches hold the reading side; the writing side is taken to free memory nobody looks at. */
  private final ReentrantReadWriteLock reading = new ReentrantReadWriteLock();

  private volatile Parts parts;
  private boolean isMerging;
  private boolean isClosed;

  /** An empty index that merges in a thread of its own. */
  public HammingIndex() {
    this(task -> Thread.ofPlatform().daemon().name("hamming-merge").start(task));
  }

  /** An empty index that merges where it is told; {@code Runnable::run} merges while inserting. */
  public HammingIndex(Executor merging) {
    this(merging, List.of());
  }

  private HammingIndex(Executor merging, List<Segment> segments) {
    this.merging = merging;
    this.parts = new Parts(List.copyOf(segments), new Tail());
  }

  /**
   * Opens a file written by {@link #save}, mapped into memory. The file must stay as it is while
   * the index is open. A checksum finds damage; it does not prove who wrote the file.
   *
   * @throws KernelException naming the file and what is wrong with it
   */
  public static HammingIndex open(Path file) {
    return new HammingIndex(
        task -> Thread.ofPlatform().daemon().name("hamming-merge").start(task),
        IndexFile.open(file));
  }

  /** How many codes it holds. */
  public long size() {
    reading.readLock().lock();
    try {
      Parts now = parts;
      return inSegments(now) + now.tail().count();
    } finally {
      reading.readLock().unlock();
    }
  }

  private static long inSegments(Parts parts) {
    return parts.segments().stream().mapToLong(Segment::count).sum();
  }

  /** Adds a code and gives its position. */
  public long insert(Code256 code) {
    synchronized (inserting) {
      requireOpen();
      Tail tail = parts.tail();
      long position = inSegments(parts) + tail.count();
      tail.add(code);
      if (tail.isFull()) {
        seal();
      }
      return position;
    }
  }

  /** Adds all codes of a list, in its order, and gives the position of the first. */
  public long insertAll(CodeList codes) {
    synchronized (inserting) {
      requireOpen();
      seal();
      long position = inSegments(parts);
      if (codes.size() > 0) {
        append(Segment.of(codes.size(), Costs.chunksFor(codes.size()), codes.codes()));
      }
      return position;
    }
  }

  private void seal() {
    Tail tail = parts.tail();
    if (tail.count() == 0) {
      return;
    }
    append(Segment.of(tail.count(), Costs.chunksFor(tail.count()), tail.codes()));
  }

  /**
   * Puts a segment behind the others, in place of the tail, whose codes it holds if there are any.
   */
  private void append(Segment segment) {
    Tail before = parts.tail();
    List<Segment> longer = new ArrayList<>(parts.segments());
    longer.add(segment);
    parts = new Parts(List.copyOf(longer), new Tail());
    free(before);
    if (!isMerging) {
      isMerging = true;
      merging.execute(this::merge);
    }
  }

  private void free(AutoCloseable... memory) {
    reading.writeLock().lock();
    try {
      for (AutoCloseable each : memory) {
        close(each);
      }
    } finally {
      reading.writeLock().unlock();
    }
  }

  private static void close(AutoCloseable memory) {
    switch (memory) {
      case Segment segment -> segment.close();
      case Tail tail -> tail.close();
      default -> throw new IllegalStateException("neither segment nor tail");
    }
  }

  /** Merges neighbours until each segment has more than twice the codes of the next. */
  private void merge() {
    while (true) {
      int first;
      List<Segment> segments;
      synchronized (inserting) {
        segments = parts.segments();
        first = isClosed ? -1 : firstToMerge(segments);
        if (first < 0) {
          isMerging = false;
          inserting.notifyAll();
          return;
        }
      }
      merge(segments.get(first), segments.get(first + 1));
    }
  }

  private static int firstToMerge(List<Segment> segments) {
    for (int place = segments.size() - 2; place >= 0; place--) {
      long one = segments.get(place).count();
      long next = segments.get(place + 1).count();
      if (one <= 2 * next && one + next <= Layout.MOST_CODES) {
        return place;
      }
    }
    return -1;
  }

  private void merge(Segment one, Segment next) {
    int count = one.count() + next.count();
    Segment both = Segment.of(count, Costs.chunksFor(count), one.codes(), next.codes());
    synchronized (inserting) {
      List<Segment> fewer = new ArrayList<>(parts.segments());
      int place = fewer.indexOf(one);
      fewer.set(place, both);
      fewer.remove(place + 1);
      parts = new Parts(List.copyOf(fewer), parts.tail());
    }
    free(one, next);
  }

  /** The code at that position. */
  public Code256 get(long position) {
    reading.readLock().lock();
    try {
      Parts now = parts;
      long base = 0;
      for (Segment segment : now.segments()) {
        if (position < base + segment.count() && position >= base) {
          return segment.code((int) (position - base));
        }
        base += segment.count();
      }
      int count = now.tail().count();
      return now.tail().code(java.util.Objects.checkIndex((int) (position - base), count));
    } finally {
      reading.readLock().unlock();
    }
  }

  /**
   * Every stored code within the radius, by position.
   *
   * @throws IllegalArgumentException for a radius outside 0 to 256
   */
  public Matches search(Code256 code, int radius) {
    Matches matches = new Matches();
    search(code, radius, matches);
    return matches.sorted();
  }

  /** Hands every stored code within the radius to the sink, which must not change the index. */
  public void search(Code256 code, int radius, MatchSink sink) {
    if (radius < 0 || radius > Code256.BITS) {
      throw new IllegalArgumentException("a radius is 0 to 256, not " + radius);
    }
    reading.readLock().lock();
    try {
      Parts now = parts;
      long base = 0;
      for (Segment segment : now.segments()) {
        segment.search(code, radius, base, sink);
        base += segment.count();
      }
      now.tail().search(code, radius, base, sink);
    } finally {
      reading.readLock().unlock();
    }
  }

  /**
   * Writes everything inserted so far to a file, which appears under its name when it is complete.
   * Insertions wait meanwhile, searches do not.
   */
  public void save(Path file) throws IOException {
    synchronized (inserting) {
      requireOpen();
      awaitMerging();
      Tail tail = parts.tail();
      List<Segment> segments = new ArrayList<>(parts.segments());
      try (Segment last = Segment.of(tail.count(), 0, tail.codes())) {
        if (last.count() > 0) {
          segments.add(last);
        }
        IndexFile.write(file, segments);
      }
    }
  }

  private void awaitMerging() {
    boolean interrupted = false;
    while (isMerging) {
      try {
        inserting.wait();
      } catch (InterruptedException later) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void requireOpen() {
    if (isClosed) {
      throw new IllegalStateException("the index is closed");
    }
  }

  /** Waits for searches and merges under way, then gives the memory back. */
  @Override
  public void close() {
    synchronized (inserting) {
      if (isClosed) {
        return;
      }
      isClosed = true;
      awaitMerging();
      Parts last = parts;
      parts = new Parts(List.of(), new Tail());
      free(last.segments().toArray(AutoCloseable[]::new));
      free(last.tail());
    }
  }
}
