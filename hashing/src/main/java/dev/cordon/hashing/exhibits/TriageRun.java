package dev.cordon.hashing.exhibits;

import dev.cordon.hashing.HashingException;
import dev.cordon.hashing.Progress;
import dev.cordon.hashing.SafeText;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Hashes what a walk finds, several files at once, and writes the inventory in the walk's order.
 * Few files are under way at any time, so that neither millions of files nor a slow one fill the
 * memory.
 */
final class TriageRun implements Sink, AutoCloseable {

  private static final int UNDER_WAY_PER_THREAD = 4;

  private record UnderWay(Find find, CompletableFuture<Hashes> hashes) {}

  private final Inventory inventory;
  private final Caps caps;
  private final int mostUnderWay;
  private final ExecutorService workers;
  private final Progress progress;
  private final long start = System.nanoTime();
  private final ArrayDeque<UnderWay> underWay = new ArrayDeque<>();
  private final List<String> remarks = new ArrayList<>();
  private long items;
  private long bytes;
  private long read;
  private long undecoded;
  private long unread;

  TriageRun(Inventory inventory, Caps caps, int threads, PrintWriter errors) {
    this.inventory = inventory;
    this.caps = caps;
    mostUnderWay = threads * UNDER_WAY_PER_THREAD;
    workers = Executors.newFixedThreadPool(threads);
    progress = new Progress(errors, "files");
  }

  @Override
  public boolean isKnown() {
    return inventory.isKnown();
  }

  @Override
  public boolean found(Find find) {
    try {
      if (items >= caps.items()) {
        return capped("more than " + caps.items() + " files (--most-files)");
      }
      items++;
      if (inventory.isKnown()) {
        Inventory.Earlier earlier = inventory.pass(find);
        count(earlier.isRead(), earlier.isDecoded(), earlier.size());
        progress.advance(1, 0);
        return true;
      }
      if (read > caps.bytes()) {
        return capped("more than " + caps.bytes() + " bytes read (--most-bytes)");
      }
      if (System.nanoTime() - start > caps.time().toNanos()) {
        return capped("more than " + caps.time().toMinutes() + " minutes (--most-minutes)");
      }
      underWay.add(new UnderWay(find, CompletableFuture.supplyAsync(find::hashes, workers)));
      while (underWay.size() > mostUnderWay
          || (!underWay.isEmpty() && underWay.peek().hashes().isDone())) {
        writeFirst();
      }
      return true;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private boolean capped(String cap) {
    remark("the walk ended at a limit: " + cap + "; what was found so far is kept");
    return false;
  }

  @Override
  public void remark(String remark) {
    if (remarks.size() < 1000) {
      remarks.add(remark);
    }
  }

  private void writeFirst() throws IOException {
    UnderWay first = underWay.remove();
    Hashes hashes;
    try {
      hashes = first.hashes().join();
    } catch (CompletionException failed) {
      throw new HashingException(
          "stopped at " + first.find().place() + ": " + failed.getCause(), failed);
    }
    inventory.add(first.find(), hashes);
    long size = hashes.digests().map(digests -> digests.size()).orElse(0L);
    read += size;
    count(hashes.digests().isPresent(), !hashes.frames().isEmpty(), size);
    progress.advance(1, size);
  }

  private void count(boolean isRead, boolean isDecoded, long size) {
    bytes += size;
    unread += isRead ? 0 : 1;
    undecoded += isRead && !isDecoded ? 1 : 0;
  }

  @Override
  public void reached(long number) {
    progress.reached(number);
  }

  /** Says how many places there are, once that is known, so that what remains can be told. */
  void expects(long places) {
    progress.expects(places);
  }

  /** Waits for what is under way and writes what is said of the whole. */
  void end(String isolation) throws IOException {
    while (!underWay.isEmpty()) {
      writeFirst();
    }
    progress.end();
    StringBuilder summary = new StringBuilder("{\"items\":" + items);
    summary.append(",\"items_of_earlier_runs\":").append(inventory.done());
    summary.append(",\"bytes\":").append(bytes);
    summary.append(",\"bytes_read_in_this_run\":").append(read);
    summary.append(",\"not_decoded\":").append(undecoded);
    summary.append(",\"not_read\":").append(unread);
    summary.append(",\"decoding\":").append(SafeText.json(isolation));
    summary.append(",\"remarks\":[");
    summary.append(String.join(",", remarks.stream().map(SafeText::json).toList()));
    inventory.end(summary.append("]}").toString());
  }

  List<String> remarks() {
    return List.copyOf(remarks);
  }

  long items() {
    return items;
  }

  @Override
  public void close() {
    workers.shutdownNow();
    try {
      workers.awaitTermination(5, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
