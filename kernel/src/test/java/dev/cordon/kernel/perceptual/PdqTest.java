package dev.cordon.kernel.perceptual;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.kernel.hamming.Code256;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PdqTest {

  record Reference(String picture, Code256 code, int quality) {}

  static List<Reference> references() throws IOException {
    try (InputStream table = resource("java_reference.csv")) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split(","))
          .map(row -> new Reference(row[0], Code256.parse(row[1]), Integer.parseInt(row[2])))
          .toList();
    }
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(PdqTest.class.getResourceAsStream(name), name);
  }

  static BufferedImage picture(String name) throws IOException {
    try (InputStream stream = resource(name)) {
      return ImageIO.read(stream);
    }
  }

  @ParameterizedTest
  @MethodSource("references")
  void hash_isTheReferences(Reference reference) throws IOException {
    PdqHash hash = Pdq.of(PictureLuma.of(picture(reference.picture()))).hash();

    assertThat(hash.code().hex()).isEqualTo(reference.code().hex());
    assertThat(hash.quality()).isEqualTo(reference.quality());
  }

  /** Sizes around the borders of bands, windows (128) and points (64). */
  @ParameterizedTest
  @CsvSource({
    "5,5",
    "5,1000",
    "1000,5",
    "7,6",
    "63,64",
    "64,64",
    "65,63",
    "127,129",
    "128,128",
    "129,127",
    "255,257",
    "256,384",
    "385,513",
    "640,479",
    "1025,383",
    "1601,1003",
    "12,3000"
  })
  void points_areThoseOfThePlainFilter(int width, int height) {
    float[] plane = noise(width, height, 31L * width + height);

    assertThat(new JaroszFilter(luma(plane, width, height)).points())
        .isEqualTo(PlainPdq.points(plane, width, height));
  }

  @Test
  void points_areThoseOfThePlainFilterOnAnySize() {
    Random random = new Random(5);
    for (int round = 0; round < 200; round++) {
      int width = 5 + random.nextInt(300);
      int height = 5 + random.nextInt(300);
      float[] plane = noise(width, height, round);
      assertThat(new JaroszFilter(luma(plane, width, height)).points())
          .as("%d x %d", width, height)
          .isEqualTo(PlainPdq.points(plane, width, height));
    }
  }

  @ParameterizedTest
  @CsvSource({"4,1000", "1000,4", "1,1", "4,4"})
  void picture_tooSmallToTell_hasTheZeroCode(int width, int height) {
    PdqHash hash = Pdq.of(luma(noise(width, height, 1), width, height)).hash();

    assertThat(hash).isEqualTo(new PdqHash(Code256.ZERO, 0));
  }

  @Test
  void plainPicture_hasNoQuality() {
    assertThat(Pdq.of(luma(new float[640 * 480], 640, 480)).quality()).isZero();
  }

  /** The dihedral codes are near those of the turned pictures and far from the picture's own. */
  @Test
  void dihedralCodes_areNearTheTurnedPictures() throws IOException {
    int size = 512;
    float[] plane = new float[size * size];
    Luma original = PictureLuma.of(picture("square-512x512.jpg"));
    float[] row = new float[size];
    for (int y = 0; y < size; y++) {
      original.read(y, row);
      System.arraycopy(row, 0, plane, y * size, size);
    }
    Pdq pdq = Pdq.of(luma(plane, size, size));
    for (Dihedral change : Dihedral.values()) {
      float[] turned = new float[plane.length];
      for (int y = 0; y < size; y++) {
        for (int x = 0; x < size; x++) {
          turned[place(change, x, y, size)] = plane[y * size + x];
        }
      }
      Code256 expected = Pdq.of(luma(turned, size, size)).hash().code();
      assertThat(pdq.code(change).distance(expected))
          .as("%s", change)
          .isLessThanOrEqualTo(PdqHash.SIMILAR_DISTANCE);
      if (change != Dihedral.ORIGINAL) {
        assertThat(pdq.code(change).distance(pdq.hash().code())).as("%s", change).isGreaterThan(80);
      }
    }
  }

  /** Where the pixel at column x, row y comes to lie. */
  private static int place(Dihedral change, int x, int y, int size) {
    int last = size - 1;
    return switch (change) {
      case ORIGINAL -> y * size + x;
      case ROTATE_90 -> (last - x) * size + y;
      case ROTATE_180 -> (last - y) * size + last - x;
      case ROTATE_270 -> x * size + last - y;
      case FLIP_X -> (last - y) * size + x;
      case FLIP_Y -> y * size + last - x;
      case FLIP_PLUS_1 -> x * size + y;
      case FLIP_MINUS_1 -> (last - x) * size + last - y;
    };
  }

  static float[] noise(int width, int height, long seed) {
    Random random = new Random(seed);
    float[] plane = new float[width * height];
    for (int place = 0; place < plane.length; place++) {
      plane[place] = PictureLuma.of(random.nextInt(256), random.nextInt(256), random.nextInt(256));
    }
    return plane;
  }

  static Luma luma(float[] plane, int width, int height) {
    return new Luma() {
      @Override
      public int width() {
        return width;
      }

      @Override
      public int height() {
        return height;
      }

      @Override
      public void read(int row, float[] into) {
        System.arraycopy(plane, row * width, into, 0, width);
      }
    };
  }
}
