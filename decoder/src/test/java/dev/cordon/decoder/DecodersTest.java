package dev.cordon.decoder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.kernel.perceptual.Pdq;
import dev.cordon.kernel.perceptual.PdqHash;
import dev.cordon.kernel.perceptual.PictureLuma;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
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
