package dev.cordon.decoder;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;

/**
 * Decoders in processes of their own, as many as asked for. A file that breaks, stops or overloads
 * one costs that file; the process is replaced for the next. Callers wait until a decoder is free,
 * so their number bounds what is under way. Safe for many threads; processes start when first
 * needed, and end after half an hour of work or with this object.
 */
public final class Decoders implements AutoCloseable {

  private static final Duration LONGEST_USE = Duration.ofMinutes(30);

  private final Launch launch;
  private final Semaphore free;
  private final ArrayDeque<DecoderProcess> idle = new ArrayDeque<>();
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("decoder-watch").factory());
  private boolean isClosed;

  /**
   * Makes ready.
   *
   * @param processes the most at once, at least 1
   * @throws DecoderException where this machine has no decoders
   */
  public Decoders(int processes) {
    this(processes, Launch.usual());
  }

  Decoders(int processes, Launch launch) {
    if (processes < 1) {
      throw new DecoderException("at least one decoder is needed");
    }
    this.launch = launch;
    this.free = new Semaphore(processes, true);
  }

  /**
   * Decodes one file, waiting for a free decoder.
   *
   * @return its hashes, or the reason it could not be decoded
   * @throws DecoderException where decoders do not start at all, which is no fault of the file
   */
  public Decoded decode(Contents contents, DecodeRequest request) {
    free.acquireUninterruptibly();
    try {
      DecoderProcess process = take();
      try {
        return process.decode(contents, request);
      } finally {
        giveBack(process);
      }
    } finally {
      free.release();
    }
  }

  /** How files are kept from harm on this machine, in words for the reader. */
  public String isolation() {
    free.acquireUninterruptibly();
    try {
      DecoderProcess process = take();
      giveBack(process);
      String outside = launch.outside();
      return outside.isEmpty()
          ? process.isolation() + "; not in bubblewrap: it can read this user's files"
          : outside + "; " + process.isolation();
    } finally {
      free.release();
    }
  }

  private DecoderProcess take() {
    synchronized (idle) {
      if (isClosed) {
        throw new DecoderException("the decoders are closed");
      }
      DecoderProcess process = idle.poll();
      if (process != null && !process.isBroken()) {
        return process;
      }
    }
    return new DecoderProcess(launch, watch);
  }

  private void giveBack(DecoderProcess process) {
    synchronized (idle) {
      boolean isWorn = process.used().compareTo(LONGEST_USE) > 0;
      if (!isClosed && !isWorn && !process.isBroken()) {
        idle.push(process);
        return;
      }
    }
    process.close();
  }

  @Override
  public void close() {
    synchronized (idle) {
      isClosed = true;
      idle.forEach(DecoderProcess::close);
      idle.clear();
    }
    watch.shutdownNow();
  }
}
