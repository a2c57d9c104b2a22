package dev.cordon.hashing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.cordon.kernel.perceptual.Pdq;
import dev.cordon.kernel.perceptual.PdqHash;
import dev.cordon.kernel.perceptual.PictureLuma;
import dev.cordon.kernel.perceptual.Pictures;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecodingTest {

  private static final Decoding FULL = new Decoding(false, 60, 64 << 20);

  @ParameterizedTest
  @ValueSource(strings = {"png", "bmp", "gif", "tiff", "jpg"})
  void formsOfImageIo_areDecoded(String form) {
    HashedPicture picture = FULL.hash(input(jpegOr(form)));

    PdqHash drawn = Pdq.of(PictureLuma.of(Pictures.waves(300, 200))).hash();
    assertThat(picture.hash().code().distance(drawn.code())).isLessThanOrEqualTo(10);
    assertThat(picture.path()).isEqualTo("imageio-full");
    assertThat(picture.warning()).isEmpty();
  }

  private static byte[] jpegOr(String form) {
    return Pictures.encoded(Pictures.waves(300, 200), form);
  }

  @ParameterizedTest
  @CsvSource({"4032,3024,3", "2304,2304,3", "5000,3840,5", "2303,3000,1", "300,200,1"})
  void fastPath_isWithinTenBits_andSaysSo(int width, int height, int step) {
    byte[] jpeg = Pictures.encoded(Pictures.waves(width, height), "jpg");
    try (Decoding wide = new Decoding(false, 60, 400 << 20);
        Decoding fast = new Decoding(true, 60, 400 << 20)) {
      HashedPicture whole = wide.hash(input(jpeg));
      HashedPicture reduced = fast.hash(input(jpeg));

      assertThat(whole.hash().quality()).isGreaterThanOrEqualTo(80);
      assertThat(whole.hash().code().distance(reduced.hash().code())).isLessThanOrEqualTo(10);
      assertThat(reduced.path())
          .isEqualTo(step == 1 ? "imageio-full" : "imageio-subsampled-" + step);
    }
  }

  /** Little to see: the reduced picture's bits are not to be relied on. */
  @Test
  void fastPath_ofPoorQuality_fallsBackToTheWholePicture() {
    var picture = Pictures.waves(2400, 2400);
    var dim = new java.awt.image.RescaleOp(0.05f, 100, null).filter(picture, null);
    byte[] jpeg = Pictures.encoded(dim, "jpg");
    try (Decoding fast = new Decoding(true, 60, 64 << 20)) {
      HashedPicture hashed = fast.hash(input(jpeg));

      assertThat(hashed.hash().quality()).isLessThan(80);
      assertThat(hashed.path()).isEqualTo("imageio-full");
      assertThat(hashed.hash()).isEqualTo(FULL.hash(input(jpeg)).hash());
    }
  }

  @ParameterizedTest
  @CsvSource({"787402,787402,at most", "14000,14000,larger heap"})
  void hugeHeader_isRefusedBeforeDecoding(int width, int height, String why) {
    assertThatThrownBy(() -> FULL.hash(input(Pictures.hollowPng(width, height))))
        .isInstanceOf(Decoding.NotDecodedException.class)
        .hasMessageContaining(width + " x " + height)
        .hasMessageContaining(why);
  }

  @Test
  void noPicture_isSaidSo() {
    assertThatThrownBy(() -> FULL.hash(input("plain text".getBytes())))
        .hasMessageContaining("not a picture");
    assertThatThrownBy(() -> FULL.hash(input(new byte[0]))).hasMessageContaining("not a picture");
  }

  @Test
  void truncatedJpeg_isHashedWithAWarningOrRefused() {
    byte[] jpeg = Pictures.encoded(Pictures.waves(640, 480), "jpg");
    byte[] half = Arrays.copyOf(jpeg, jpeg.length / 2);
    try {
      assertThat(FULL.hash(input(half)).warning()).isNotEmpty();
    } catch (Decoding.NotDecodedException named) {
      assertThat(named).hasMessageContaining("could not be decoded");
    }
  }

  @Test
  void damagedPictures_areRefusedByNameOrHashed() {
    Random random = new Random(9);
    for (String form : new String[] {"png", "bmp", "gif", "tiff", "jpg"}) {
      byte[] whole = Pictures.encoded(Pictures.waves(60, 40), form);
      for (int round = 0; round < 200; round++) {
        byte[] damaged = whole.clone();
        for (int change = 0; change < 3; change++) {
          damaged[random.nextInt(Math.min(damaged.length, 400))] = (byte) random.nextInt();
        }
        hash(Arrays.copyOf(damaged, 1 + random.nextInt(damaged.length)));
      }
    }
  }

  @FuzzTest
  void anyBytes(byte[] bytes) {
    hash(bytes);
  }

  private static void hash(byte[] bytes) {
    try {
      assertThat(FULL.hash(input(bytes)).hash().quality()).isBetween(0, 100);
    } catch (Decoding.NotDecodedException named) {
      assertThat(named.getMessage()).isNotBlank();
    }
  }

  private static ContentsInput input(byte[] bytes) {
    return new ContentsInput(dev.cordon.decoder.Contents.of(bytes));
  }
}
