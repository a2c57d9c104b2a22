package dev.cordon.bench.link;

import com.sun.management.OperatingSystemMXBean;
import dev.cordon.linkage.Engine;
import dev.cordon.linkage.Plan;
import dev.cordon.linkage.Step;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleBiFunction;

/**
 * An engine that prints how long each step took and the memory it left used.
 *
 * @param engine does the work
 * @param leastSeconds shorter steps are not printed
 */
record Timed(Engine engine, double leastSeconds, PrintStream out) implements Engine {

  @Override
  public void create(String table, List<String> columns, RowSource rows) {
    timed(table, () -> engine.create(table, columns, rows));
  }

  @Override
  public void run(Plan plan) {
    for (Step step : plan.steps()) {
      timed(step.output(), () -> engine.run(Plan.of(step)));
    }
  }

  @Override
  public int parts(long rows, int bytesOfARow) {
    int parts = engine.parts(rows, bytesOfARow);
    out.println("steps over " + rows + " rows in " + parts + " parts");
    return parts;
  }

  @Override
  public void read(String query, RowReader reader, Object... values) {
    engine.read(query, reader, values);
  }

  @Override
  public void define(String name, ToDoubleBiFunction<String, String> function) {
    engine.define(name, function);
  }

  @Override
  public void close() {
    engine.close();
  }

  private void timed(String name, Runnable work) {
    long started = System.nanoTime();
    long worked = processorNanos();
    work.run();
    double seconds = (System.nanoTime() - started) / 1e9;
    if (seconds >= leastSeconds) {
      long bytes = engine.count("SELECT sum(memory_usage_bytes)::BIGINT FROM duckdb_memory()");
      out.printf(
          Locale.ROOT,
          "%8.2f s %8.2f s of processors %6d MB  %s%n",
          seconds,
          (processorNanos() - worked) / 1e9,
          bytes >> 20,
          name);
    }
  }

  // What a loaded machine cannot distort.
  private static long processorNanos() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : 0;
  }
}
