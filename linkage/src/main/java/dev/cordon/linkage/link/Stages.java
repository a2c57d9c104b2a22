package dev.cordon.linkage.link;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Times the stages of a run and tells somebody. Not thread-safe. */
public final class Stages {

  private final Consumer<Stage> listener;
  private final List<Stage> done = new ArrayList<>();

  /** Tells {@code listener} of each stage when it ends. */
  public Stages(Consumer<Stage> listener) {
    this.listener = listener;
  }

  /** A stage that ended. */
  public record Stage(String name, double seconds) {}

  /** Runs a stage. */
  public <T> T time(String name, Supplier<T> work) {
    long began = System.nanoTime();
    T result = work.get();
    Stage stage = new Stage(name, (System.nanoTime() - began) / 1e9);
    done.add(stage);
    listener.accept(stage);
    return result;
  }

  /** Runs a stage without a result. */
  public void run(String name, Runnable work) {
    time(
        name,
        () -> {
          work.run();
          return true;
        });
  }

  /** The stages so far. */
  public List<Stage> done() {
    return List.copyOf(done);
  }
}
