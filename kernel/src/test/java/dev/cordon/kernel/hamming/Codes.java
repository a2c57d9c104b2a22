package dev.cordon.kernel.hamming;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Codes to test with, and the plain answer to a search. */
final class Codes {

  private Codes() {}

  static Code256 random(SplittableRandom random) {
    return new Code256(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
  }

  static List<Code256> random(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Code256> codes = new ArrayList<>(count);
    for (int number = 0; number < count; number++) {
      codes.add(random(random));
    }
    return codes;
  }

  /**
   * Families around few codes, as the edits of one picture are; every tenth an exact duplicate, and
   * a quarter of all bits the same in every code.
   */
  static List<Code256> families(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Code256> codes = new ArrayList<>(count);
    Code256 head = random(random);
    for (int number = 0; number < count; number++) {
      if (number % 50 == 0) {
        head = random(random);
        head = new Code256(0x0123456789abcdefL, head.second(), head.third(), head.fourth());
      }
      codes.add(number % 10 == 0 ? head : near(head, random.nextInt(60), random));
    }
    return codes;
  }

  /** A code that differs in at most so many bits. */
  static Code256 near(Code256 code, int flips, SplittableRandom random) {
    long[] words = {code.first(), code.second(), code.third(), code.fourth()};
    for (int flip = 0; flip < flips; flip++) {
      words[random.nextInt(4)] ^= 1L << random.nextInt(64);
    }
    return new Code256(words[0], words[1], words[2], words[3]);
  }

  /** What a search must find: place and distance of each. */
  static List<String> expected(List<Code256> codes, Code256 code, int radius) {
    List<String> found = new ArrayList<>();
    for (int place = 0; place < codes.size(); place++) {
      int distance = codes.get(place).distance(code);
      if (distance <= radius) {
        found.add(place + ":" + distance);
      }
    }
    return found;
  }

  static List<String> found(Matches matches) {
    List<String> found = new ArrayList<>();
    for (int place = 0; place < matches.size(); place++) {
      found.add(matches.position(place) + ":" + matches.distance(place));
    }
    return found;
  }
}
