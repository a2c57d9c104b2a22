package dev.cordon.decoder.worker;

import dev.cordon.decoder.Wire;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;

/**
 * The decoder's process: answers one order after the other until its input ends. It is started by
 * {@code DecoderProcess} and by nothing else.
 */
public final class WorkerMain {

  /** The most FFmpeg may take at once, below the limit of the process. */
  private static final long MOST_ALLOCATED_BYTES = 1L << 30;

  private WorkerMain() {}

  /** Serves orders; {@code --unpack} only loads the natives, which unpacks them once. */
  public static void main(String[] arguments) throws IOException {
    avutil.av_log_set_level(avutil.AV_LOG_QUIET);
    avutil.av_max_alloc(MOST_ALLOCATED_BYTES);
    avcodec.avcodec_version();
    avformat.avformat_version();
    if (arguments.length > 0 && arguments[0].equals("--unpack")) {
      return;
    }
    endWithParent();
    // Never closed: the JDK would put /dev/null in their place, which a filter refuses.
    DataInputStream in =
        new DataInputStream(
            new BufferedInputStream(new FileInputStream(FileDescriptor.in), 1 << 16));
    DataOutputStream out =
        new DataOutputStream(
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 13));
    hello(out, Confinement.enter());
    serve(in, out);
  }

  private static void hello(DataOutputStream out, String isolation) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    DataOutputStream fields = new DataOutputStream(body);
    fields.writeInt(Wire.VERSION);
    fields.writeUTF(isolation);
    Answers.message(out, Wire.HELLO, body.toByteArray());
  }

  /** Whoever started this process is gone: so is this one, whatever a decoder is doing. */
  private static void endWithParent() {
    Optional<ProcessHandle> parent = ProcessHandle.current().parent();
    Thread.ofPlatform()
        .daemon()
        .name("end-with-parent")
        .start(() -> {
          while (parent.equals(ProcessHandle.current().parent())) {
            try {
              Thread.sleep(500);
            } catch (InterruptedException stopped) {
              Runtime.getRuntime().halt(1);
            }
          }
          Runtime.getRuntime().halt(1);
        });
  }

  private static void serve(DataInputStream in, DataOutputStream out) throws IOException {
    int first = in.read();
    while (first == Wire.DECODE) {
      Order order = Order.read(in);
      ParentFile file = new ParentFile(in, out, order.size());
      try {
        Answers.text(out, Wire.END, decode(file, order, out));
      } catch (NotDecodedException named) {
        Answers.text(out, Wire.REFUSED, String.valueOf(named.getMessage()));
      } catch (OutOfMemoryError | StackOverflowError tooMuch) {
        Answers.text(out, Wire.REFUSED, "decoding it takes more memory than a decoder may use");
      } catch (RuntimeException failed) {
        Answers.text(
            out, Wire.REFUSED, failed.getClass().getSimpleName() + ": " + failed.getMessage());
      }
      first = in.read();
    }
  }

  private static String decode(ParentFile file, Order order, DataOutputStream out)
      throws IOException {
    MediaForm form =
        MediaForm.of(file.head(MediaForm.HEAD_BYTES))
            .orElseThrow(
                () -> new NotDecodedException("not a picture or video of a form decoded here"));
    Answers answers = new Answers(out, order.wantsDihedral());
    if (form == MediaForm.HEIF) {
      return Heif.decode(file, order, answers);
    }
    if (form == MediaForm.PDF) {
      return PdfPictures.decode(file, order, answers);
    }
    if (form == MediaForm.WEBP && AnimatedWebp.isAnimated(file)) {
      return AnimatedWebp.decode(file, order, answers);
    }
    return form.container().isPresent()
        ? Videos.decode(form, file, order, answers)
        : WholePictures.decode(form, file, order, answers);
  }
}
