package dev.cordon.bench;

import dev.cordon.kernel.digest.Digests;
import dev.cordon.kernel.digest.ThreeDigests;
import dev.cordon.kernel.perceptual.Luma;
import dev.cordon.kernel.perceptual.Pdq;
import dev.cordon.kernel.perceptual.PictureLuma;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.imageio.ImageIO;

/**
 * Digests beside rhash and hashdeep over the same file, and PDQ of 12 megapixels beside the
 * reference's filter. Medians; every answer is checked against the other's.
 */
public final class HashBench {

  private static final int WIDTH = 4032;
  private static final int HEIGHT = 3024;

  private interface Work {
    Object run() throws Exception;
  }

  private HashBench() {}

  /** Folder for the file, its size in MB, repetitions. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    int megabytes = Integer.parseInt(arguments[1]);
    int times = Integer.parseInt(arguments[2]);
    System.out.println("load " + Files.readString(Path.of("/proc/loadavg")).strip());
    digests(folder, megabytes, times);
    picture(times);
  }

  private static void digests(Path folder, int megabytes, int times) throws Exception {
    byte[] bytes = new byte[megabytes << 20];
    new Random(1).nextBytes(bytes);
    Path file = Files.write(folder.resolve("digests"), bytes);
    Digests expected = ThreeDigests.of(bytes);
    double one = rate("three digests, one thread", megabytes, times, () -> same(expected, bytes));
    double two;
    try (ExecutorService second = Executors.newSingleThreadExecutor()) {
      two =
          rate(
              "three digests of one file, two threads",
              megabytes,
              times,
              () -> same(expected, ThreeDigests.of(new ByteArrayInputStream(bytes), second)));
      double files =
          2
              * rate(
                  "each of two files at once",
                  megabytes,
                  times,
                  () -> {
                    var other = second.submit(() -> same(expected, bytes));
                    same(expected, bytes);
                    return other.get();
                  });
      two = Math.max(two, files);
    }
    double rhash =
        rate(
            "rhash",
            megabytes,
            5,
            () -> peer(expected, "rhash", "--md5", "--sha1", "--sha256", file.toString()));
    rate(
        "hashdeep -j0",
        megabytes,
        3,
        () -> peer(expected, "hashdeep", "-j0", "-c", "md5,sha1,sha256", file.toString()));
    Goal.atLeast("three digests per core against rhash", one / rhash, 1, " times");
    Goal.atLeast("three digests on two cores against one", two / one, 1.8, " times");
    Files.delete(file);
  }

  private static Object same(Digests expected, byte[] bytes) throws IOException {
    return same(expected, ThreeDigests.of(new ByteArrayInputStream(bytes)));
  }

  private static Object same(Digests expected, Digests found) {
    if (!expected.equals(found)) {
      throw new IllegalStateException("WRONG digests");
    }
    return found;
  }

  private static Object peer(Digests expected, String... command) throws Exception {
    Process process = new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0 || !output.contains(expected.sha256())) {
      throw new IllegalStateException("WRONG digests from " + command[0]);
    }
    return output;
  }

  private static void picture(int times) throws Exception {
    BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        int level = (int) (127.5 + 127 * Math.sin(x * 0.011 + Math.sin(y * 0.007)));
        picture.setRGB(x, y, level << 16 | (x ^ y) << 8 & 0xff00 | 255 - level);
      }
    }
    float[] plane = plane(PictureLuma.of(picture));
    double reference =
        milliseconds(Math.min(times, 10), () -> ReferenceFilter.blur(plane.clone(), WIDTH, HEIGHT));
    double whole = milliseconds(times, () -> Pdq.of(PictureLuma.of(picture)).hash());
    double filter = milliseconds(times, () -> Pdq.of(luma(plane)).hash());
    System.out.printf("%-34s %8.1f ms%n", "reference filter, 12 megapixels", reference);
    System.out.printf(
        "%-34s %8.1f ms  (%.1f times)%n", "PDQ from luma", filter, reference / filter);
    System.out.printf(
        "%-34s %8.1f ms  (%.1f times)%n", "PDQ from a decoded picture", whole, reference / whole);
    Goal.atLeast("reference filter against PDQ from luma", reference / filter, 8, " times");
    java.io.ByteArrayOutputStream jpeg = new java.io.ByteArrayOutputStream();
    ImageIO.setUseCache(false);
    ImageIO.write(picture, "jpg", jpeg);
    double decoding =
        milliseconds(
            Math.min(times, 20), () -> ImageIO.read(new ByteArrayInputStream(jpeg.toByteArray())));
    System.out.printf("%-34s %8.1f ms%n", "ImageIO's decoding of it as JPEG", decoding);
  }

  private static float[] plane(Luma luma) {
    float[] plane = new float[WIDTH * HEIGHT];
    float[] row = new float[WIDTH];
    for (int y = 0; y < HEIGHT; y++) {
      luma.read(y, row);
      System.arraycopy(row, 0, plane, y * WIDTH, WIDTH);
    }
    return plane;
  }

  private static Luma luma(float[] plane) {
    return new Luma() {
      @Override
      public int width() {
        return WIDTH;
      }

      @Override
      public int height() {
        return HEIGHT;
      }

      @Override
      public void read(int row, float[] into) {
        System.arraycopy(plane, row * WIDTH, into, 0, WIDTH);
      }
    };
  }

  private static double rate(String what, int megabytes, int times, Work work) throws Exception {
    double rate = megabytes / milliseconds(times, work) * 1000;
    System.out.printf("%-34s %8.0f MB/s%n", what, rate);
    return rate;
  }

  private static double milliseconds(int times, Work work) throws Exception {
    long[] nanos = new long[times];
    for (int round = -2; round < times; round++) {
      long start = System.nanoTime();
      Object answer = work.run();
      if (answer == null) {
        throw new IllegalStateException("WRONG: no answer");
      }
      nanos[Math.max(0, round)] = System.nanoTime() - start;
    }
    Arrays.sort(nanos);
    return nanos[times / 2] / 1e6;
  }
}
