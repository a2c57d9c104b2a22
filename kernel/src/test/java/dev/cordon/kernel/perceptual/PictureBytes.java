package dev.cordon.kernel.perceptual;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/**
 * Looks for pictures where none may be: whatever begins like a picture at any place and decodes
 * (JPEG, PNG, GIF, TIFF, BMP) or is built like one (WebP, HEIF and videos), the same written as
 * base64 or hex digits, and any piece of {@value #PIECE} bytes of the pictures it is given, coded
 * or as pixels. For one thread.
 */
public final class PictureBytes {

  private static final int PIECE = 64;
  private static final int MOST_BYTES_OF_A_PICTURE = 8 << 20;
  private static final int MOST_PIXELS = 50_000_000;
  private static final int LEAST_LETTERS = 160;
  private static final long LARGEST_FILE = 256L << 20;
  private static final Pattern PACKED = Pattern.compile("[A-Za-z0-9+/_-]{" + LEAST_LETTERS + ",}");
  private static final Pattern HEX = Pattern.compile("(?:[0-9a-fA-F]{2}){80,}");
  private static final long FACTOR = 0x9E3779B97F4A7C15L;
  private static final long OLDEST;

  static {
    long power = 1;
    for (int step = 1; step < PIECE; step++) {
      power *= FACTOR;
    }
    OLDEST = power;
    ImageIO.setUseCache(false);
  }

  private final Set<Long> pieces = new HashSet<>();
  private final boolean[] filter = new boolean[1 << 20];

  /** Looks for any picture, and for pieces of these, coded or as raw pixels. */
  public PictureBytes(List<byte[]> known) {
    known.forEach(this::learn);
    forget(anyJpeg());
  }

  /** What any picture holds tells nothing of those given: the usual tables of a JPEG. */
  private static byte[] anyJpeg() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB), "jpeg", bytes);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return bytes.toByteArray();
  }

  private void forget(byte[] bytes) {
    long sum = 0;
    for (int at = 0; at < bytes.length; at++) {
      sum = sum * FACTOR + (bytes[at] & 0xff) + 1;
      if (at >= PIECE - 1) {
        pieces.remove(sum);
        sum -= ((bytes[at - PIECE + 1] & 0xff) + 1) * OLDEST;
      }
    }
  }

  private void learn(byte[] bytes) {
    for (int start = 0; start + PIECE <= bytes.length; start += PIECE) {
      long sum = 0;
      int different = 0;
      for (int at = start; at < start + PIECE; at++) {
        sum = sum * FACTOR + (bytes[at] & 0xff) + 1;
        different += at > start && bytes[at] != bytes[at - 1] ? 1 : 0;
      }
      if (different > PIECE / 4) {
        pieces.add(sum);
        filter[place(sum)] = true;
      }
    }
  }

  private static int place(long sum) {
    return (int) (sum >>> 44);
  }

  /** What was found in the files of a folder that were written since then; empty for nothing. */
  public List<String> inFolder(Path folder, Instant since, Predicate<Path> isLookedAt)
      throws IOException {
    List<String> found = new ArrayList<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes facts) {
            return isLookedAt.test(inner) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes facts) {
            boolean isNew = !facts.lastModifiedTime().toInstant().isBefore(since);
            boolean isFile = facts.isRegularFile() && facts.size() < LARGEST_FILE;
            if (isFile && isNew && isLookedAt.test(file) && Files.isReadable(file)) {
              in(bytes(file)).forEach(what -> found.add(file + ": " + what));
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE;
          }
        });
    return found;
  }

  /** Nothing where a file has gone by now. */
  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException gone) {
      return new byte[0];
    }
  }

  /** What was found in those bytes; empty for nothing. */
  public List<String> in(byte[] bytes) {
    List<String> found = new ArrayList<>(plain(bytes));
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    Matcher packed = PACKED.matcher(text);
    while (packed.find()) {
      String letters = packed.group().replace('-', '+').replace('_', '/');
      for (int shift = 0; shift < 4; shift++) {
        int whole = (letters.length() - shift) / 4 * 4;
        byte[] plain = Base64.getDecoder().decode(letters.substring(shift, shift + whole));
        plain(plain).forEach(what -> found.add("base64 at " + packed.start() + ": " + what));
      }
    }
    Matcher hex = HEX.matcher(text);
    while (hex.find()) {
      for (int shift = 0; shift < 2; shift++) {
        int whole = (hex.group().length() - shift) / 2 * 2;
        byte[] plain = HexFormat.of().parseHex(hex.group().substring(shift, shift + whole));
        plain(plain).forEach(what -> found.add("hex at " + hex.start() + ": " + what));
      }
    }
    return found;
  }

  private List<String> plain(byte[] bytes) {
    List<String> found = new ArrayList<>();
    long sum = 0;
    for (int at = 0; at < bytes.length; at++) {
      sum = sum * FACTOR + (bytes[at] & 0xff) + 1;
      if (at >= PIECE - 1) {
        if (filter[place(sum)] && pieces.contains(sum)) {
          found.add("a piece of a picture at " + (at - PIECE + 1));
        }
        sum -= ((bytes[at - PIECE + 1] & 0xff) + 1) * OLDEST;
      }
      String form = begins(bytes, at);
      if (!form.isEmpty() && isPicture(form, bytes, at)) {
        found.add(form + " at " + at);
      }
    }
    return found;
  }

  private static String begins(byte[] bytes, int at) {
    if (bytes.length - at < 16) {
      return "";
    }
    return switch (bytes[at]) {
      case (byte) 0xff -> has(bytes, at, 0xff, 0xd8, 0xff) ? "jpeg" : "";
      case (byte) 0x89 -> has(bytes, at, 0x89, 'P', 'N', 'G', 13, 10, 26, 10) ? "png" : "";
      case 'G' -> has(bytes, at, 'G', 'I', 'F', '8') ? "gif" : "";
      case 'I' -> has(bytes, at, 'I', 'I', 42, 0) ? "tiff" : "";
      case 'M' -> has(bytes, at, 'M', 'M', 0, 42) ? "tiff" : "";
      case 'B' -> has(bytes, at, 'B', 'M') && isBitmap(bytes, at) ? "bmp" : "";
      case 'R' ->
          has(bytes, at, 'R', 'I', 'F', 'F') && has(bytes, at + 8, 'W', 'E', 'B', 'P')
              ? "webp"
              : "";
      case 'f' -> at >= 4 && has(bytes, at, 'f', 't', 'y', 'p') ? "heif or video" : "";
      default -> "";
    };
  }

  private static boolean has(byte[] bytes, int at, int... wanted) {
    for (int index = 0; index < wanted.length; index++) {
      if ((bytes[at + index] & 0xff) != wanted[index]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isBitmap(byte[] bytes, int at) {
    if (bytes.length - at < 54) {
      return false;
    }
    ByteBuffer head = ByteBuffer.wrap(bytes, at, 54).order(ByteOrder.LITTLE_ENDIAN);
    int header = head.getInt(at + 14);
    return head.getInt(at + 6) == 0 && header >= 12 && header <= 124;
  }

  private static boolean isPicture(String form, byte[] bytes, int at) {
    int length = Math.min(bytes.length - at, MOST_BYTES_OF_A_PICTURE);
    if (form.equals("webp")) {
      return has(bytes, at + 12, 'V', 'P', '8');
    }
    if (form.equals("heif or video")) {
      int size = ByteBuffer.wrap(bytes).getInt(at - 4);
      int next = at - 4 + size;
      return size >= 12
          && size < 1024
          && next + 8 <= bytes.length
          && new String(bytes, next + 4, 4, StandardCharsets.ISO_8859_1)
              .matches("meta|moov|mdat|free|uuid|wide|moof|sidx");
    }
    // What was cut off at its end is a picture too: zeros take the place of what is missing.
    InputStream rest = new ByteArrayInputStream(new byte[1 << 12]);
    return decodes(
        form, new SequenceInputStream(new ByteArrayInputStream(bytes, at, length), rest));
  }

  private static boolean decodes(String form, InputStream stream) {
    var readers = ImageIO.getImageReadersByFormatName(form);
    if (!readers.hasNext()) {
      throw new IllegalStateException("no reader for " + form);
    }
    var reader = readers.next();
    try (var input = ImageIO.createImageInputStream(stream)) {
      reader.setInput(input);
      long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
      return pixels > 0 && pixels <= MOST_PIXELS && reader.read(0) != null;
    } catch (IOException | RuntimeException none) {
      return false;
    } finally {
      reader.dispose();
    }
  }
}
