package dev.cordon.decoder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.kernel.perceptual.Pdq;
import dev.cordon.kernel.perceptual.PdqHash;
import dev.cordon.kernel.perceptual.PictureLuma;
import dev.cordon.kernel.perceptual.Pictures;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecodersTest {

  private static Decoders decoders;

  @BeforeAll
  static void start() {
    decoders = new Decoders(1);
  }

  @AfterAll
  static void stop() {
    decoders.close();
  }

  @ParameterizedTest
  @CsvSource({"png,0", "bmp,0", "gif,0", "tiff,0", "jpeg,4"})
  void picture_isHashedAsByImageIo(String form, int farthest) throws IOException {
    byte[] bytes = Pictures.encoded(Pictures.waves(700, 500), form);
    DecodedFrame frame = decoded(bytes);
    assertThat(frame.width()).isEqualTo(700);
    assertThat(frame.height()).isEqualTo(500);
    assertThat(frame.format()).isEqualTo(form);
    assertThat(frame.path()).isEqualTo("ffmpeg-full");
    PdqHash expected = imageIo(bytes);
    assertThat(frame.hash().code().distance(expected.code())).isLessThanOrEqualTo(farthest);
    assertThat(Math.abs(frame.hash().quality() - expected.quality())).isLessThanOrEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        BufferedImage.TYPE_BYTE_GRAY,
        BufferedImage.TYPE_USHORT_GRAY,
        BufferedImage.TYPE_4BYTE_ABGR,
        BufferedImage.TYPE_BYTE_INDEXED,
        BufferedImage.TYPE_BYTE_BINARY
      })
  void kindsOfPixels_haveTheHashOfTheRules(int type) throws IOException {
    BufferedImage picture = new BufferedImage(640, 480, type);
    picture.createGraphics().drawImage(Pictures.waves(640, 480), 0, 0, null);
    byte[] bytes = Pictures.encoded(picture, "png");
    assertThat(decoded(bytes).hash()).isEqualTo(imageIo(bytes));
  }

  @Test
  void dihedralHashes_areThoseOfTheKernel() throws IOException {
    byte[] bytes = Pictures.encoded(Pictures.waves(640, 480), "png");
    Pdq pdq = Pdq.of(PictureLuma.of(ImageIO.read(new ByteArrayInputStream(bytes))));
    Decoded decoded = decoders.decode(Contents.of(bytes), DecodeRequest.USUAL.withDihedral());
    assertThat(decoded.frames().getFirst().dihedral())
        .containsExactlyElementsOf(
            Arrays.stream(dev.cordon.kernel.perceptual.Dihedral.values())
                .skip(1)
                .map(pdq::code)
                .toList());
  }

  @Test
  void largeJpeg_isReducedWhenAsked_andSaysSo() {
    byte[] bytes = Pictures.encoded(Pictures.waves(3200, 2400), "jpeg");
    Decoded reduced = decoders.decode(Contents.of(bytes), DecodeRequest.USUAL.reduced());
    DecodedFrame whole = decoded(bytes);
    DecodedFrame frame = reduced.frames().getFirst();
    assertThat(frame.path()).isEqualTo("ffmpeg-reduced-2");
    assertThat(frame.width()).isEqualTo(3200);
    assertThat(frame.hash().code().distance(whole.hash().code())).isLessThanOrEqualTo(10);
  }

  @Test
  void gif_isAnsweredByAFrameEachSecond() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (int frame = 0; frame < 4; frame++) {
        BufferedImage picture = Pictures.waves(320 + 40 * frame, 240).getSubimage(0, 0, 320, 240);
        IIOMetadata data =
            writer.getDefaultImageMetadata(
                ImageTypeSpecifier.createFromRenderedImage(picture), null);
        IIOMetadataNode root = new IIOMetadataNode("javax_imageio_gif_image_1.0");
        IIOMetadataNode control = new IIOMetadataNode("GraphicControlExtension");
        control.setAttribute("disposalMethod", "none");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "FALSE");
        control.setAttribute("delayTime", "60");
        control.setAttribute("transparentColorIndex", "0");
        root.appendChild(control);
        data.mergeTree("javax_imageio_gif_image_1.0", root);
        writer.writeToSequence(new IIOImage(picture, null, data), null);
      }
      writer.endWriteSequence();
    }
    Decoded decoded = decoders.decode(Contents.of(bytes.toByteArray()), DecodeRequest.USUAL);
    assertThat(decoded.reason()).isEmpty();
    assertThat(decoded.frames()).extracting(DecodedFrame::number).containsExactly(0L, 2L);
    assertThat(decoded.frames()).extracting(DecodedFrame::seconds).containsExactly(0.0, 1.2);
  }

  @Test
  void animatedWebp_isAnsweredByWhatStandsEachSecond() throws IOException {
    BufferedImage canvas = new BufferedImage(640, 480, BufferedImage.TYPE_BYTE_GRAY);
    List<Pictures.Part> parts = new ArrayList<>();
    List<PdqHash> expected = new ArrayList<>();
    Random random = new Random(5);
    for (int frame = 0; frame < 2; frame++) {
      for (int tile = 0; tile < 64; tile++) {
        int colour = 0xff000000 | random.nextInt(1 << 24);
        int millis = tile == 63 ? 700 : 0;
        parts.add(new Pictures.Part(tile % 8 * 80, tile / 8 * 60, 80, 60, millis, colour, 0));
        paint(canvas, parts.getLast(), luma(colour));
      }
      expected.add(Pdq.of(PictureLuma.of(canvas)).hash());
      // Half of what is under it is seen through black.
      parts.add(new Pictures.Part(34, 22, 274, 390, 600, 0x80000000, 0));
      for (int place = 0; place < 274 * 390; place++) {
        int column = 34 + place % 274;
        int level = canvas.getRaster().getSample(column, 22 + place / 274, 0);
        int shown = Math.round((1 - 128 / 255f) * level);
        canvas.getRaster().setSample(column, 22 + place / 274, 0, shown);
      }
    }
    expected.add(Pdq.of(PictureLuma.of(canvas)).hash());
    Decoded decoded =
        decoders.decode(Contents.of(Pictures.animatedWebp(640, 480, parts)), DecodeRequest.USUAL);
    assertThat(decoded.reason() + decoded.warning()).isEmpty();
    assertThat(decoded.frames()).extracting(DecodedFrame::seconds).containsExactly(0.0, 1.3, 2.0);
    for (int frame = 0; frame < 3; frame++) {
      assertThat(decoded.frames().get(frame).hash().code().distance(expected.get(frame).code()))
          .isLessThanOrEqualTo(4);
    }
    assertThat(decoded.frames()).extracting(DecodedFrame::format).containsOnly("webp");
    byte[] still = Pictures.webp(64, 48, 0xff336699);
    assertThat(decoded(still).width()).isEqualTo(64);
  }

  private static int luma(int colour) {
    return Math.round(
        0.299f * (colour >> 16 & 0xff) + 0.587f * (colour >> 8 & 0xff) + 0.114f * (colour & 0xff));
  }

  private static void paint(BufferedImage canvas, Pictures.Part part, int level) {
    for (int place = 0; place < part.width() * part.height(); place++) {
      int column = part.left() + place % part.width();
      canvas.getRaster().setSample(column, part.top() + place / part.width(), 0, level);
    }
  }

  @Test
  void brokenAnimatedWebp_isTold_andCostsWhatIsBroken() {
    Pictures.Part good = new Pictures.Part(0, 0, 64, 48, 100, 0xff808080, 0);
    Pictures.Part outside = new Pictures.Part(60, 0, 64, 48, 100, 0xff808080, 0);
    byte[] some = Pictures.animatedWebp(64, 48, List.of(outside, good));
    Decoded decoded = decoders.decode(Contents.of(some), DecodeRequest.USUAL);
    assertThat(decoded.frames()).hasSize(1);
    assertThat(decoded.warning()).startsWith("1 of 2 parts could not be decoded");
    byte[] none = Pictures.animatedWebp(64, 48, List.of(outside));
    assertThat(decoders.decode(Contents.of(none), DecodeRequest.USUAL).reason())
        .isEqualTo("could not be decoded: webp, animated: no picture came out");
    byte[] huge = Pictures.animatedWebp(1 << 24, 1 << 24, List.of(good));
    assertThat(decoders.decode(Contents.of(huge), DecodeRequest.USUAL).reason())
        .contains("webp of 16777216 x 16777216 pixels");
    for (int length = 0; length < some.length; length += 7) {
      Decoded cut = decoders.decode(Contents.of(Arrays.copyOf(some, length)), DecodeRequest.USUAL);
      assertThat(cut.reason() + cut.warning()).as("cut at %s", length).isNotEmpty();
    }
  }

  @Test
  void heifOfTiles_isOnePicture_andSaysWhichTilesAreMissing() throws IOException {
    BufferedImage picture = new BufferedImage(512, 512, BufferedImage.TYPE_BYTE_GRAY);
    picture.createGraphics().drawImage(Pictures.waves(512, 512), 0, 0, null);
    Decoded decoded =
        decoders.decode(Contents.of(TiledAvif.of(picture, false)), DecodeRequest.USUAL);
    assertThat(decoded.reason() + decoded.warning()).isEmpty();
    DecodedFrame frame = decoded.frames().getFirst();
    assertThat(frame.path()).isEqualTo("ffmpeg-tiles");
    assertThat(frame.width()).isEqualTo(512);
    PdqHash expected = Pdq.of(PictureLuma.of(picture)).hash();
    assertThat(frame.hash().code().distance(expected.code())).isLessThanOrEqualTo(16);
    Decoded cut = decoders.decode(Contents.of(TiledAvif.of(picture, true)), DecodeRequest.USUAL);
    assertThat(cut.reason() + cut.warning()).isNotEmpty();
  }

  @Test
  void picturesInPdf_areAnsweredOneByOne() throws IOException {
    byte[] jpeg = Pictures.encoded(Pictures.waves(640, 480), "jpeg");
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    pdf.writeBytes("%PDF-1.4\n1 0 obj <</Length 3>> stream\nabc\nendstream\n".getBytes());
    for (byte[] stream : new byte[][] {jpeg, Arrays.copyOf(jpeg, 40), jpeg}) {
      pdf.writeBytes("2 0 obj <</Subtype/Image/Filter/DCTDecode>> stream\r\n".getBytes());
      pdf.writeBytes(stream);
      pdf.writeBytes("\nendstream endobj\n".getBytes());
    }
    Decoded decoded = decoders.decode(Contents.of(pdf.toByteArray()), DecodeRequest.USUAL);
    assertThat(decoded.frames()).hasSize(2);
    assertThat(decoded.frames().getFirst().hash()).isEqualTo(decoded(jpeg).hash());
    assertThat(decoded.frames().getFirst().format()).isEqualTo("pdf/jpeg");
    assertThat(decoded.warning()).isEqualTo("1 pictures in the pdf could not be decoded");
    byte[] words = "%PDF-1.4\nwords only, and nothing else".getBytes();
    assertThat(decoders.decode(Contents.of(words), DecodeRequest.USUAL).reason())
        .isEqualTo("could not be decoded: pdf in which no picture was seen");
  }

  @Test
  void hugePng_isRefusedByName() {
    Decoded decoded =
        decoders.decode(Contents.of(Pictures.hollowPng(787_402, 787_402)), DecodeRequest.USUAL);
    assertThat(decoded.frames()).isEmpty();
    assertThat(decoded.reason())
        .isEqualTo(
            "could not be decoded: png of 787402 x 787402 pixels; at most 200000000 are decoded");
  }

  @Test
  void truncatedPictures_areTold() {
    byte[] jpeg = Pictures.encoded(Pictures.waves(640, 480), "jpeg");
    byte[] png = Pictures.encoded(Pictures.waves(640, 480), "png");
    for (byte[] bytes : new byte[][] {jpeg, png}) {
      for (int part = 0; part < 8; part++) {
        Decoded decoded =
            decoders.decode(
                Contents.of(Arrays.copyOf(bytes, bytes.length * part / 8)), DecodeRequest.USUAL);
        assertThat(decoded.reason() + decoded.warning()).as("%s of 8", part).isNotEmpty();
      }
    }
  }

  @Test
  void otherFiles_areNoPictures() {
    for (byte[] bytes : new byte[][] {{}, {1}, "plain text".getBytes(), new byte[100_000]}) {
      assertThat(decoders.decode(Contents.of(bytes), DecodeRequest.USUAL).reason())
          .isEqualTo("could not be decoded: not a picture or video of a form decoded here");
    }
  }

  private static DecodedFrame decoded(byte[] bytes) {
    Decoded decoded = decoders.decode(Contents.of(bytes), DecodeRequest.USUAL);
    assertThat(decoded.reason()).isEmpty();
    assertThat(decoded.warning()).isEmpty();
    assertThat(decoded.frames()).hasSize(1);
    return decoded.frames().getFirst();
  }

  private static PdqHash imageIo(byte[] bytes) throws IOException {
    return Pdq.of(PictureLuma.of(ImageIO.read(new ByteArrayInputStream(bytes)))).hash();
  }
}
