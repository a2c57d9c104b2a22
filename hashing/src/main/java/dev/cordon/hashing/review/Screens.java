package dev.cordon.hashing.review;

import java.util.Set;

/** Dimensions of common screens in pixels, shorter side first. */
final class Screens {

  private static final Set<Long> SIDES =
      Set.of(
          side(640, 1136),
          side(750, 1334),
          side(828, 1792),
          side(1080, 1920),
          side(1080, 2160),
          side(1080, 2220),
          side(1080, 2280),
          side(1080, 2340),
          side(1080, 2400),
          side(1080, 2408),
          side(1125, 2436),
          side(1170, 2532),
          side(1179, 2556),
          side(1206, 2622),
          side(1242, 2208),
          side(1242, 2688),
          side(1284, 2778),
          side(1290, 2796),
          side(1320, 2868),
          side(1440, 2560),
          side(1440, 2960),
          side(1440, 3040),
          side(1440, 3088),
          side(1440, 3120),
          side(1440, 3200),
          side(720, 1280),
          side(720, 1600),
          side(768, 1024),
          side(1536, 2048),
          side(1620, 2160),
          side(1640, 2360),
          side(1668, 2388),
          side(2048, 2732),
          side(768, 1366),
          side(900, 1600),
          side(1050, 1680),
          side(1200, 1920),
          side(1440, 3440),
          side(1600, 2560),
          side(1800, 2880),
          side(2160, 3840));

  private Screens() {}

  private static long side(int shorter, int longer) {
    return (long) shorter << 32 | longer;
  }

  static boolean isLike(int width, int height) {
    return SIDES.contains(side(Math.min(width, height), Math.max(width, height)));
  }
}
