package dev.cordon.decoder;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * One running decoder, from the side that uses it. For one thread at a time. Whatever goes wrong
 * with it ends it: it is not used again after an exception or a broken answer.
 */
final class DecoderProcess implements AutoCloseable {

  private static final Duration START = Duration.ofSeconds(30);
  private static final long WATCH_MILLIS = 50;

  /** Times a file may be read over by seeking. */
  private static final long MOST_READINGS = 8;

  private static final long MOST_BESIDES_BYTES = 256L << 20;

  private final Process process;
  private final DataInputStream in;
  private final DataOutputStream out;
  private final ScheduledExecutorService watch;
  private final byte[] piece = new byte[Wire.MOST_READ_BYTES];
  private final String isolation;
  private volatile long waitingSince;
  private volatile long waitedNanos;
  private volatile boolean isLate;
  private boolean isBroken;
  private long usedNanos;

  /** Starts it and waits until it is ready. */
  DecoderProcess(Launch launch, ScheduledExecutorService watch) {
    this.watch = watch;
    try {
      process =
          new ProcessBuilder(launch.command())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException failed) {
      throw new DecoderException("the decoder does not start: " + failed.getMessage(), failed);
    }
    in = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
    out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), 1 << 16));
    isolation = hello();
  }

  private String hello() {
    ScheduledFuture<?> deadline = deadline(START);
    try {
      Wire.Message message = waited(in);
      DataInputStream fields = message.input();
      if (message.type() != Wire.HELLO || fields.readInt() != Wire.VERSION) {
        throw new IOException("it speaks another language");
      }
      String told = Wire.text(fields);
      Wire.end(fields);
      return told;
    } catch (IOException failed) {
      close();
      throw new DecoderException(
          "the decoder does not start: " + (isLate ? "no answer" : failed.getMessage()), failed);
    } finally {
      deadline.cancel(false);
    }
  }

  /** What it can not do, in its own words. */
  String isolation() {
    return isolation;
  }

  /** Its number, for tests that end it. */
  ProcessHandle handle() {
    return process.toHandle();
  }

  /** Whether it must not be used again. */
  boolean isBroken() {
    return isBroken || !process.isAlive();
  }

  /** How long it has worked in all. */
  Duration used() {
    return Duration.ofNanos(usedNanos);
  }

  /** Decodes one file. What is wrong with file or decoder is a reason, never an exception. */
  Decoded decode(Contents contents, DecodeRequest request) {
    List<DecodedFrame> frames = new ArrayList<>();
    waitedNanos = 0;
    isLate = false;
    ScheduledFuture<?> deadline = deadline(request.time());
    try {
      order(contents.size(), request);
      long mostBytes = contents.size() * MOST_READINGS + MOST_BESIDES_BYTES;
      while (true) {
        Wire.Message message = waited(in);
        switch (message.type()) {
          case Wire.READ -> mostBytes -= serve(contents, message, mostBytes);
          case Wire.FRAME -> {
            if (frames.size() >= request.mostFrames()) {
              throw new IOException("more frames than were asked for");
            }
            frames.add(Wire.frame(message));
          }
          case Wire.END -> {
            return new Decoded(frames, "", Wire.text(message));
          }
          case Wire.REFUSED -> {
            return new Decoded(frames, "could not be decoded: " + Wire.text(message), "");
          }
          default -> throw new IOException("a greeting in the middle of a file");
        }
      }
    } catch (IOException broken) {
      isBroken = true;
      String reason = isLate ? late(request) : ended(broken);
      close();
      return new Decoded(frames, "could not be decoded: " + reason, "");
    } finally {
      deadline.cancel(false);
      usedNanos += waitedNanos;
    }
  }

  private static String late(DecodeRequest request) {
    return "the decoder took longer than "
        + Math.max(1, request.time().toSeconds())
        + " seconds and was stopped";
  }

  /** Why it ended, as far as can be told from outside. */
  private String ended(IOException broken) {
    boolean isGone;
    try {
      isGone = process.waitFor(500, TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      isGone = false;
    }
    if (isGone) {
      return "the decoder broke down over it (exit " + process.exitValue() + ")";
    }
    return "the decoder's answer was broken (" + broken.getMessage() + ") and it was stopped";
  }

  private void order(long size, DecodeRequest request) throws IOException {
    out.writeByte(Wire.DECODE);
    out.writeLong(size);
    out.writeByte(
        (request.reducesPictures() ? Wire.FLAG_REDUCES : 0)
            | (request.wantsDihedral() ? Wire.FLAG_DIHEDRAL : 0));
    out.writeLong(request.frameInterval().toMillis());
    out.writeLong(request.mostPixels());
    out.writeInt(request.mostFrames());
    out.flush();
  }

  /** Gives the bytes asked for; how many. */
  private int serve(Contents contents, Wire.Message message, long mostBytes) throws IOException {
    DataInputStream fields = message.input();
    long position = fields.readLong();
    int wanted = fields.readInt();
    Wire.end(fields);
    if (position < 0 || wanted < 1 || wanted > Wire.MOST_READ_BYTES) {
      throw new IOException("it asked for " + wanted + " bytes at " + position);
    }
    if (mostBytes <= 0) {
      throw new IOException("it read the file over and over");
    }
    int count = position >= contents.size() ? 0 : given(contents, position, wanted);
    out.writeInt(count);
    if (count > 0) {
      out.write(piece, 0, count);
    }
    out.flush();
    // A call costs something too, whatever it gives.
    return Math.max(count, 512);
  }

  private int given(Contents contents, long position, int wanted) {
    try {
      return Math.max(0, contents.read(position, piece, wanted));
    } catch (IOException unreadable) {
      return -1;
    }
  }

  private Wire.Message waited(DataInputStream stream) throws IOException {
    waitingSince = System.nanoTime();
    try {
      return Wire.message(stream);
    } finally {
      waitedNanos += System.nanoTime() - waitingSince;
      waitingSince = 0;
    }
  }

  private ScheduledFuture<?> deadline(Duration most) {
    return watch.scheduleWithFixedDelay(
        () -> {
          long since = waitingSince;
          long waited = waitedNanos + (since == 0 ? 0 : System.nanoTime() - since);
          if (waited > most.toNanos()) {
            isLate = true;
            kill();
          }
        },
        WATCH_MILLIS,
        WATCH_MILLIS,
        TimeUnit.MILLISECONDS);
  }

  private void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  @Override
  public void close() {
    kill();
    try {
      in.close();
      out.close();
    } catch (IOException gone) {
      // Its pipes went with it.
    }
  }
}
