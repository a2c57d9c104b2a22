package dev.cordon.hashing;

import dev.cordon.hashing.CodeInput.Complaints;
import dev.cordon.kernel.hamming.Code256;
import dev.cordon.kernel.hamming.CodeList;
import dev.cordon.kernel.hamming.HammingIndex;
import dev.cordon.kernel.hamming.Matches;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * All pairs of two lists within a radius. The first list is taken in blocks, each an index outside
 * the heap; the second is read once for each block. So memory does not grow with either list.
 */
final class PairSearch {

  /** A pair: both codes, both lines from 1, and the distance. */
  record Pair(Code256 query, long queryLine, Code256 match, long matchLine, int distance) {}

  /** Takes pairs as they are found. */
  @FunctionalInterface
  interface Pairs {
    void pair(Pair pair);
  }

  private static final int BATCH = 1024;

  private final Path list;
  private final Path queries;
  private final int radius;
  private final int blockCodes;
  private final Complaints ofList;
  private final Complaints ofQueries;
  private final Progress progress;

  PairSearch(
      Path list,
      Path queries,
      int radius,
      int blockCodes,
      Complaints ofList,
      Complaints ofQueries,
      PrintWriter errors) {
    this.list = list;
    this.queries = queries;
    this.radius = radius;
    this.blockCodes = blockCodes;
    this.ofList = ofList;
    this.ofQueries = ofQueries;
    this.progress = new Progress(errors, "queries");
  }

  /** Finds every pair once: by blocks of the list, then by queries, then by lines of the list. */
  void run(Pairs pairs) throws IOException {
    try (CodeInput input = CodeInput.open(list, ofList);
        CodeList block = new CodeList()) {
      boolean isFirst = true;
      LineNumbers numbers = new LineNumbers();
      while (fill(input, block, numbers) || isFirst) {
        try (HammingIndex index = new HammingIndex()) {
          index.insertAll(block);
          block.clear();
          ask(index, numbers, isFirst, pairs);
        }
        isFirst = false;
        numbers = new LineNumbers();
      }
    }
    progress.end();
  }

  private boolean fill(CodeInput input, CodeList block, LineNumbers numbers) throws IOException {
    while (block.size() < blockCodes) {
      CodeInput.Line line = input.next();
      if (line == null) {
        break;
      }
      numbers.add(block.size(), line.number());
      block.add(line.code());
    }
    return block.size() > 0;
  }

  private void ask(HammingIndex index, LineNumbers numbers, boolean isFirst, Pairs pairs)
      throws IOException {
    // A broken line of the queries is named once, not once for each block.
    Complaints complaints = isFirst ? ofQueries : (number, reason) -> {};
    try (CodeInput input = CodeInput.open(queries, complaints)) {
      List<CodeInput.Line> batch = batch(input);
      while (!batch.isEmpty()) {
        List<CodeInput.Line> asked = batch;
        List<Matches> found =
            IntStream.range(0, asked.size())
                .parallel()
                .mapToObj(place -> index.search(asked.get(place).code(), radius))
                .toList();
        for (int place = 0; place < asked.size(); place++) {
          report(asked.get(place), found.get(place), index, numbers, pairs);
        }
        progress.advance(asked.size(), 0);
        batch = batch(input);
      }
    }
  }

  private static List<CodeInput.Line> batch(CodeInput input) throws IOException {
    List<CodeInput.Line> batch = new ArrayList<>();
    while (batch.size() < BATCH) {
      CodeInput.Line line = input.next();
      if (line == null) {
        break;
      }
      batch.add(line);
    }
    return batch;
  }

  private static void report(
      CodeInput.Line query, Matches found, HammingIndex index, LineNumbers numbers, Pairs pairs) {
    for (int place = 0; place < found.size(); place++) {
      long position = found.position(place);
      pairs.pair(
          new Pair(
              query.code(),
              query.number(),
              index.get(position),
              numbers.line(position),
              found.distance(place)));
    }
  }
}
