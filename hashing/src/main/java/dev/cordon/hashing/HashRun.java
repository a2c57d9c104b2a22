package dev.cordon.hashing;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Hashes many files at once and reports them in the order they were found. Few are under way at any
 * time, so neither a folder of millions nor one slow file fills the memory.
 */
final class HashRun implements AutoCloseable {

  private static final int UNDER_WAY = 512;

  private final ExecutorService workers;
  private final ExecutorService seconds = Executors.newCachedThreadPool();
  private final FileHasher hasher;
  private final Consumer<HashedFile> output;
  private final Progress progress;
  private final ArrayDeque<CompletableFuture<HashedFile>> underWay = new ArrayDeque<>();
  private boolean isComplete = true;

  HashRun(PictureDecoder decoder, int threads, Consumer<HashedFile> output, PrintWriter errors) {
    workers = Executors.newFixedThreadPool(threads);
    hasher = new FileHasher(decoder, seconds);
    this.output = output;
    progress = new Progress(errors, "files");
  }

  /** Hashes everything under the paths; false where something could not be read. */
  boolean hash(List<Path> paths, long mostFiles) {
    FileWalk walk =
        new FileWalk(
            mostFiles,
            new FileWalk.Visitor() {
              @Override
              public void file(Path path) {
                add(CompletableFuture.supplyAsync(() -> hasher.hash(path), workers));
              }

              @Override
              public void problem(Path path, String reason) {
                add(CompletableFuture.completedFuture(HashedFile.unread(path, reason)));
              }
            });
    for (Path path : paths) {
      if (!walk.walk(path)) {
        isComplete = false;
        break;
      }
    }
    while (!underWay.isEmpty()) {
      reportFirst();
    }
    progress.end();
    return isComplete;
  }

  private void add(CompletableFuture<HashedFile> file) {
    underWay.add(file);
    while (underWay.size() > UNDER_WAY || (!underWay.isEmpty() && underWay.peek().isDone())) {
      reportFirst();
    }
  }

  private void reportFirst() {
    HashedFile file = underWay.remove().join();
    isComplete &= file.isRead() || file.reason().startsWith("a symbolic link");
    output.accept(file);
    progress.advance(1, file.digests().map(digests -> digests.size()).orElse(0L));
  }

  @Override
  public void close() {
    workers.shutdownNow();
    seconds.shutdownNow();
  }
}
