package dev.cordon.bench;

import dev.cordon.kernel.hamming.Code256;
import dev.cordon.kernel.hamming.CodeList;
import dev.cordon.kernel.hamming.HammingIndex;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Exact radius search: median and 99th percentile of 1,000 queries, one thread, over random codes
 * and over families of near codes; the sum of what is found is printed, so that the peers in {@code
 * bench/search} can be seen to find the same.
 */
public final class SearchBench {

  private static final int QUERIES = 1000;
  private static final int FAMILY = 20;
  private static final int RADIUS = 31;
  private static final int COMPARED = 10;

  private SearchBench() {}

  /** Number of codes, random or families, a folder for the codes as bytes (or -), radii. */
  public static void main(String[] arguments) throws IOException {
    int count = Integer.parseInt(arguments[0]);
    boolean families = arguments[1].equals("families");
    Code256[] queries = new Code256[QUERIES];
    System.out.printf("%,d codes, %s%n", count, arguments[1]);
    long start = System.nanoTime();
    try (HammingIndex index = new HammingIndex()) {
      try (CodeList codes = new CodeList()) {
        fill(codes, count, families);
        choose(codes, queries);
        if (!arguments[2].equals("-")) {
          write(codes, queries, Path.of(arguments[2]));
        }
        System.out.printf("  made   %8.1f s%n", (System.nanoTime() - start) / 1e9);
        start = System.nanoTime();
        index.insertAll(codes);
        System.out.printf("  built  %8.1f s%n", (System.nanoTime() - start) / 1e9);
        compare(codes, index, queries);
      }
      for (int place = 3; place < arguments.length; place++) {
        measure(index, queries, Integer.parseInt(arguments[place]));
      }
    }
  }

  private static void measure(HammingIndex index, Code256[] queries, int radius) {
    long found = 0;
    long[] nanos = new long[queries.length];
    for (int round = 0; round < 3; round++) {
      found = 0;
      for (int query = 0; query < queries.length; query++) {
        long start = System.nanoTime();
        found += index.search(queries[query], radius).size();
        nanos[query] = System.nanoTime() - start;
      }
    }
    Arrays.sort(nanos);
    System.out.printf(
        "  radius %3d  median %7.3f ms  99 %% %7.3f ms  found %d%n",
        radius, nanos[nanos.length / 2] / 1e6, nanos[nanos.length * 99 / 100] / 1e6, found);
    if (radius == RADIUS && index.size() >= 10_000_000) {
      double goal = index.size() >= 100_000_000 ? 2 : 0.4;
      Goal.atMost("median of a query", nanos[nanos.length / 2] / 1e6, goal, " ms");
      Goal.atMost("99 % of queries", nanos[nanos.length * 99 / 100] / 1e6, goal, " ms");
    }
  }

  /** Some queries answered by looking at every code. */
  private static void compare(CodeList codes, HammingIndex index, Code256[] queries) {
    for (int query = 0; query < COMPARED; query++) {
      long near = 0;
      for (int place = 0; place < codes.size(); place++) {
        near += codes.get(place).distance(queries[query]) <= RADIUS ? 1 : 0;
      }
      if (near != index.search(queries[query], RADIUS).size()) {
        throw new IllegalStateException("WRONG: query " + query + " has " + near + " near codes");
      }
    }
    System.out.printf("  %d queries answered as by looking at every code%n", COMPARED);
  }

  private static void fill(CodeList codes, int count, boolean families) {
    SplittableRandom random = new SplittableRandom(11);
    Code256 head = random(random);
    for (int number = 0; number < count; number++) {
      if (!families || number % FAMILY == 0) {
        head = families ? biased(random) : random(random);
        codes.add(head);
      } else {
        codes.add(near(head, random.nextInt(60), random));
      }
    }
  }

  /** Half of the queries near a stored code, half anywhere. */
  private static void choose(CodeList codes, Code256[] queries) {
    SplittableRandom random = new SplittableRandom(12);
    for (int query = 0; query < queries.length; query++) {
      queries[query] =
          query % 2 == 0
              ? near(codes.get(random.nextInt(codes.size())), random.nextInt(40), random)
              : random(random);
    }
  }

  private static Code256 random(SplittableRandom random) {
    return new Code256(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
  }

  /**
   * A quarter of the bits are set in three of four codes, as low frequencies are alike in
   * photographs.
   */
  private static Code256 biased(SplittableRandom random) {
    Code256 code = random(random);
    long more = random.nextLong();
    return new Code256(code.first(), code.second(), code.third(), code.fourth() | more);
  }

  private static Code256 near(Code256 code, int flips, SplittableRandom random) {
    long[] words = {code.first(), code.second(), code.third(), code.fourth()};
    for (int flip = 0; flip < flips; flip++) {
      words[random.nextInt(4)] ^= 1L << random.nextInt(64);
    }
    return new Code256(words[0], words[1], words[2], words[3]);
  }

  private static void write(CodeList codes, Code256[] queries, Path folder) throws IOException {
    Files.createDirectories(folder);
    try (DataOutputStream out = open(folder.resolve("codes"))) {
      for (int place = 0; place < codes.size(); place++) {
        write(codes.get(place), out);
      }
    }
    try (DataOutputStream out = open(folder.resolve("queries"))) {
      for (Code256 query : queries) {
        write(query, out);
      }
    }
  }

  private static DataOutputStream open(Path file) throws IOException {
    return new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 20));
  }

  private static void write(Code256 code, DataOutputStream out) throws IOException {
    out.writeLong(code.first());
    out.writeLong(code.second());
    out.writeLong(code.third());
    out.writeLong(code.fourth());
  }
}
