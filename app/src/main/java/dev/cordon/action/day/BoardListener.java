package dev.cordon.action.day;

import dev.cordon.access.SignedIn;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * One open board: what waits to be sent to it is sent by a thread of its own, in order. One that
 * does not keep up, or may no longer read, is closed; the browser opens it again.
 */
final class BoardListener implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(BoardListener.class);
  private static final int MOST_WAITING = 100;
  private static final long CHECK_SECONDS = 5;
  private static final int RECONNECT_MILLISECONDS = 2000;

  private final SseEmitter emitter;
  private final SignedIn member;
  private final Predicate<SignedIn> mayStill;
  private final BlockingQueue<String> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
  private volatile boolean open = true;

  BoardListener(SseEmitter emitter, SignedIn member, Predicate<SignedIn> mayStill) {
    this.emitter = emitter;
    this.member = member;
    this.mayStill = mayStill;
  }

  SignedIn member() {
    return member;
  }

  boolean open() {
    return open;
  }

  void offer(String json) {
    if (!waiting.offer(json)) {
      close();
    }
  }

  void close() {
    open = false;
    try {
      emitter.complete();
    } catch (IllegalStateException gone) {
      LOG.debug("a board had gone already", gone);
    }
  }

  @Override
  public void run() {
    try {
      long checked = System.nanoTime();
      while (open) {
        String json = waiting.poll(CHECK_SECONDS, TimeUnit.SECONDS);
        if (System.nanoTime() - checked > TimeUnit.SECONDS.toNanos(CHECK_SECONDS)) {
          checked = System.nanoTime();
          if (!mayStill.test(member)) {
            close();
          }
        }
        if (json != null && open) {
          emitter.send(
              SseEmitter.event().name("board").data(json).reconnectTime(RECONNECT_MILLISECONDS));
        }
      }
    } catch (IOException | IllegalStateException gone) {
      open = false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      close();
    } catch (DataAccessException | TransactionException failed) {
      // Whether the reader still may is not known: the browser asks again.
      LOG.warn("A board's rights could not be asked; it is closed", failed);
      close();
    }
  }
}
