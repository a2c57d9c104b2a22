package dev.cordon.kernel.perceptual;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Drawn pictures to test with: waves of several lengths, so that their quality is high. */
public final class Pictures {

  private Pictures() {}

  public static BufferedImage waves(int width, int height) {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double u = x * 64.0 / width;
        double v = y * 64.0 / height;
        double wave = Math.sin(u * 0.9 + Math.sin(v * 0.4)) * Math.cos(v * 0.7 - u * u * 0.004);
        int level = (int) Math.round(127.5 + 127 * wave);
        picture.setRGB(x, y, level << 16 | level / 2 << 8 | (255 - level));
      }
    }
    return picture;
  }

  public static byte[] encoded(BufferedImage picture, String form) {
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      if (!ImageIO.write(picture, form, bytes)) {
        throw new IllegalArgumentException("no writer for " + form);
      }
      return bytes.toByteArray();
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Waves under noise that no other picture has: every piece of it can be told. */
  public static BufferedImage unique(int width, int height, Random random) {
    BufferedImage picture = waves(width, height);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        picture.setRGB(x, y, picture.getRGB(x, y) ^ random.nextInt() & 0x1f1f1f);
      }
    }
    return picture;
  }

  /** A JPEG with that JPEG as its EXIF thumbnail. */
  public static byte[] withThumbnail(byte[] jpeg, byte[] thumbnail) {
    ByteBuffer exif = ByteBuffer.allocate(70_000).order(ByteOrder.LITTLE_ENDIAN);
    exif.put("Exif\0\0II*\0".getBytes(StandardCharsets.US_ASCII)).putInt(8);
    exif.putShort((short) 0).putInt(14).putShort((short) 2);
    exif.putShort((short) 0x201).putShort((short) 4).putInt(1).putInt(44);
    exif.putShort((short) 0x202).putShort((short) 4).putInt(1).putInt(thumbnail.length);
    exif.putInt(0).put(thumbnail);
    int length = exif.position() + 2;
    ByteBuffer file = ByteBuffer.allocate(jpeg.length + length + 2);
    file.put(jpeg, 0, 2).putShort((short) 0xffe1).putShort((short) length);
    file.put(exif.array(), 0, exif.position()).put(jpeg, 2, jpeg.length - 2);
    return file.array();
  }

  /** The pixels as decoders hold them: red-green-blue, blue-green-red, and each alone. */
  public static List<byte[]> pixels(BufferedImage picture) {
    int count = picture.getWidth() * picture.getHeight();
    byte[][] found = {
      new byte[3 * count], new byte[3 * count], new byte[count], new byte[count], new byte[count]
    };
    for (int place = 0; place < count; place++) {
      int pixel = picture.getRGB(place % picture.getWidth(), place / picture.getWidth());
      for (int channel = 0; channel < 3; channel++) {
        byte level = (byte) (pixel >> 8 * channel);
        found[0][3 * place + 2 - channel] = level;
        found[1][3 * place + channel] = level;
        found[2 + channel][place] = level;
      }
    }
    return List.of(found);
  }

  /** A PNG whose header claims a size and whose data are nothing. */
  public static byte[] hollowPng(int width, int height) {
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeLong(0x89504e470d0a1a0aL);
      ByteArrayOutputStream header = new ByteArrayOutputStream();
      DataOutputStream fields = new DataOutputStream(header);
      fields.writeInt(width);
      fields.writeInt(height);
      fields.write(new byte[] {8, 2, 0, 0, 0});
      chunk(out, "IHDR", header.toByteArray());
      chunk(out, "IDAT", new byte[] {0x78, (byte) 0x9c});
      chunk(out, "IEND", new byte[0]);
      return bytes.toByteArray();
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** A lossless WebP of one colour, as {@code 0xAARRGGBB}. */
  public static byte[] webp(int width, int height, int colour) {
    ByteBuffer file = ByteBuffer.allocate(1 << 8).order(ByteOrder.LITTLE_ENDIAN);
    byte[] coded = lossless(width, height, colour);
    file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(12 + coded.length);
    file.put("WEBPVP8L".getBytes(StandardCharsets.US_ASCII)).putInt(coded.length).put(coded);
    return Arrays.copyOf(file.array(), file.position());
  }

  /**
   * A part of an animation.
   *
   * @param colour of all of it, as {@code 0xAARRGGBB}
   * @param flags of the ANMF chunk: 1 for clearing it afterwards, 2 for not blending
   */
  public record Part(int left, int top, int width, int height, int millis, int colour, int flags) {}

  /** An animated WebP of parts of one colour each; places are even numbers. */
  public static byte[] animatedWebp(int width, int height, List<Part> parts) {
    ByteBuffer file = ByteBuffer.allocate(64 + parts.size() * 128).order(ByteOrder.LITTLE_ENDIAN);
    file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(0);
    file.put("WEBPVP8X".getBytes(StandardCharsets.US_ASCII)).putInt(10).putInt(0x12);
    three(file, width - 1);
    three(file, height - 1);
    file.put("ANIM".getBytes(StandardCharsets.US_ASCII)).putInt(6).putInt(0).putShort((short) 0);
    for (Part part : parts) {
      byte[] coded = lossless(part.width(), part.height(), part.colour());
      file.put("ANMF".getBytes(StandardCharsets.US_ASCII)).putInt(24 + coded.length);
      three(file, part.left() / 2);
      three(file, part.top() / 2);
      three(file, part.width() - 1);
      three(file, part.height() - 1);
      three(file, part.millis());
      file.put((byte) part.flags());
      file.put("VP8L".getBytes(StandardCharsets.US_ASCII)).putInt(coded.length).put(coded);
    }
    file.putInt(4, file.position() - 8);
    return Arrays.copyOf(file.array(), file.position());
  }

  private static void three(ByteBuffer file, int value) {
    file.putShort((short) value).put((byte) (value >> 16));
  }

  /** Each of the five codes knows one symbol, so that no pixel takes a bit (RFC 9649, 3.7.2). */
  private static byte[] lossless(int width, int height, int colour) {
    BigInteger bits = BigInteger.ZERO;
    int at = 0;
    int[][] fields = {
      {0x2f, 8},
      {width - 1, 14},
      {height - 1, 14},
      {1, 1},
      {0, 3},
      {0, 1},
      {0, 1},
      {0, 1},
      {1, 1},
      {0, 1},
      {1, 1},
      {colour >> 8 & 0xff, 8},
      {1, 1},
      {0, 1},
      {1, 1},
      {colour >> 16 & 0xff, 8},
      {1, 1},
      {0, 1},
      {1, 1},
      {colour & 0xff, 8},
      {1, 1},
      {0, 1},
      {1, 1},
      {colour >>> 24, 8},
      {1, 1},
      {0, 1},
      {0, 1},
      {0, 1},
    };
    for (int[] field : fields) {
      bits = bits.or(BigInteger.valueOf(field[0]).shiftLeft(at));
      at += field[1];
    }
    byte[] bytes = new byte[(at + 7) / 8 + 3 & ~1];
    for (int index = 0; index * 8 < at; index++) {
      bytes[index] = bits.shiftRight(index * 8).byteValue();
    }
    return bytes;
  }

  private static void chunk(DataOutputStream out, String name, byte[] data) throws IOException {
    byte[] type = name.getBytes(StandardCharsets.US_ASCII);
    CRC32 sum = new CRC32();
    sum.update(type);
    sum.update(data);
    out.writeInt(data.length);
    out.write(type);
    out.write(data);
    out.writeInt((int) sum.getValue());
  }
}
