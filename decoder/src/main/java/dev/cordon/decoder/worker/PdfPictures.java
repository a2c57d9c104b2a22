package dev.cordon.decoder.worker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.javacpp.BytePointer;

/**
 * Pictures in a PDF that are stored as JPEG or JPEG 2000 (ISO 32000-1, 7.4.8 and 7.4.9): streams
 * that begin so, each answered like a frame. Pictures stored otherwise are counted and told of;
 * nothing of the document is interpreted.
 */
final class PdfPictures {

  private static final long MOST_FILE_BYTES = 512L << 20;
  private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] END = "endstream".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] IMAGE = "/Image".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] ENCRYPTED = "/Encrypt".getBytes(StandardCharsets.US_ASCII);

  private final BytePointer bytes;
  private final long size;
  private final Order order;
  private final Answers answers;
  private long sent;
  private long broken;

  private PdfPictures(BytePointer bytes, long size, Order order, Answers answers) {
    this.bytes = bytes;
    this.size = size;
    this.order = order;
    this.answers = answers;
  }

  static String decode(ParentFile file, Order order, Answers answers) throws IOException {
    if (file.size() > MOST_FILE_BYTES) {
      throw new NotDecodedException(
          "pdf of %d MB; those of at most %d MB are read"
              .formatted(file.size() >> 20, MOST_FILE_BYTES >> 20));
    }
    try (BytePointer bytes = file.whole(avcodec.AV_INPUT_BUFFER_PADDING_SIZE)) {
      return new PdfPictures(bytes, file.size(), order, answers).pictures();
    }
  }

  private String pictures() throws IOException {
    long at = find(STREAM, 0);
    while (at >= 0 && sent < order.mostFrames()) {
      long start = at + STREAM.length;
      start += start < size && bytes.get(start) == '\r' ? 1 : 0;
      start += start < size && bytes.get(start) == '\n' ? 1 : 0;
      long end = find(END, start);
      end = end < 0 ? size : end;
      MediaForm form = form(start, end);
      if (form != null) {
        picture(form, start, end - start);
      }
      at = find(STREAM, end + END.length);
    }
    return said();
  }

  private @org.jspecify.annotations.Nullable MediaForm form(long start, long end) {
    byte[] head = new byte[MediaForm.HEAD_BYTES];
    for (int index = 0; index < head.length && start + index < end; index++) {
      head[index] = bytes.get(start + index);
    }
    return MediaForm.of(head)
        .filter(form -> form == MediaForm.JPEG || form == MediaForm.JPEG_2000)
        .orElse(null);
  }

  private void picture(MediaForm form, long start, long length) throws IOException {
    // Not closed: that would free the whole file's memory.
    BytePointer from = bytes.getPointer(start);
    try {
      WholePictures.embedded(form, "pdf/" + form.shown(), from, length, sent, order, answers);
      sent++;
    } catch (NotDecodedException damaged) {
      broken++;
    }
  }

  private String said() {
    boolean hasImages = find(IMAGE, 0) >= 0;
    if (sent == 0) {
      boolean isLocked = find(ENCRYPTED, 0) >= 0;
      throw new NotDecodedException(
          isLocked
              ? "pdf that is encrypted"
              : hasImages
                  ? "pdf whose pictures are damaged or stored in a way that is not decoded"
                  : "pdf in which no picture was seen");
    }
    return broken == 0 ? "" : broken + " pictures in the pdf could not be decoded";
  }

  private long find(byte[] what, long from) {
    long last = size - what.length;
    for (long at = from; at <= last; at++) {
      int index = 0;
      while (index < what.length && bytes.get(at + index) == what[index]) {
        index++;
      }
      if (index == what.length) {
        return at;
      }
    }
    return -1;
  }
}
