package dev.cordon.hashing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
