package dev.cordon.bench;

import dev.cordon.decoder.Contents;
import dev.cordon.decoder.DecodeRequest;
import dev.cordon.decoder.Decoded;
import dev.cordon.decoder.Decoders;
import dev.cordon.kernel.digest.ThreeDigests;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;

/**
 * A drawn 12-megapixel JPEG from its file to three digests and PDQ in a warm decoder, two threads,
 * beside a decode at a quarter of its size from memory in this process, one thread, the same
 * library, and beside the reference's filter alone at full size. Prints medians of 200 turns taken
 * in turns (of the filter 20), and their ratios.
 */
public final class DecodeBench {

  private static final int WIDTH = 4032;
  private static final int HEIGHT = 3024;
  private static final int TURNS = 200;
  private static final int REFERENCE_TURNS = 20;
  private static final int WARM = 20;
  private static final int QUARTER = 2;

  private DecodeBench() {}

  /** Runs; takes a JPEG, or draws one. */
  public static void main(String[] arguments) throws IOException {
    avutil.av_log_set_level(avutil.AV_LOG_QUIET);
    Path file = arguments.length > 0 ? Path.of(arguments[0]) : drawn();
    byte[] bytes = Files.readAllBytes(file);
    double[] whole = new double[TURNS];
    double[] full = new double[TURNS];
    double[] peer = new double[TURNS];
    double[] reference = new double[REFERENCE_TURNS];
    float[] plane = new float[WIDTH * HEIGHT];
    try (Decoders decoders = new Decoders(1);
        BytePointer memory = new BytePointer(bytes.length + 64L)) {
      memory.put(bytes, 0, bytes.length);
      for (int turn = -WARM; turn < TURNS; turn++) {
        double ours = milliseconds(() -> hash(decoders, file, DecodeRequest.USUAL.reduced()));
        double ourFull = milliseconds(() -> hash(decoders, file, DecodeRequest.USUAL));
        double theirs = milliseconds(() -> decode(memory, bytes.length));
        if (turn >= 0 && turn % (TURNS / REFERENCE_TURNS) == 0) {
          reference[turn * REFERENCE_TURNS / TURNS] =
              milliseconds(() -> ReferenceFilter.blur(plane, WIDTH, HEIGHT));
        }
        if (turn >= 0) {
          whole[turn] = ours;
          full[turn] = ourFull;
          peer[turn] = theirs;
        }
      }
      System.out.printf(
          Locale.ROOT,
          "%s, %d bytes%nfile to digests and PDQ, reduced: %.1f ms%nthe same, full size: %.1f ms%n"
              + "decode at 1/4 from memory: %.1f ms%nreference filter alone, full size: %.1f ms%n",
          decoders.isolation(),
          bytes.length,
          median(whole),
          median(full),
          median(peer),
          median(reference));
      Goal.atMost(
          "file to digests and PDQ against a decode at 1/4",
          median(whole) / median(peer),
          1.3,
          " times");
      Goal.atLeast(
          "the reference filter at full size against file to digests and PDQ",
          median(reference) / median(whole),
          8,
          " times");
    } finally {
      if (arguments.length == 0) {
        Files.delete(file);
      }
    }
  }

  private static double milliseconds(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e6;
  }

  private static double median(double[] times) {
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static void hash(Decoders decoders, Path file, DecodeRequest request) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      CompletableFuture<Decoded> decoded =
          CompletableFuture.supplyAsync(() -> decoders.decode(Contents.of(bytes), request));
      boolean isRight =
          ThreeDigests.of(bytes).size() == bytes.length && decoded.join().frames().size() == 1;
      if (!isRight) {
        throw new IllegalStateException("it was not decoded: " + decoded.join().reason());
      }
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static void decode(BytePointer bytes, int size) {
    AVCodec codec = avcodec.avcodec_find_decoder(avcodec.AV_CODEC_ID_MJPEG);
    AVCodecContext context = avcodec.avcodec_alloc_context3(codec);
    context.lowres(QUARTER);
    context.thread_count(1);
    int opened = avcodec.avcodec_open2(context, codec, (AVDictionary) null);
    AVPacket packet = avcodec.av_packet_alloc();
    AVFrame frame = avutil.av_frame_alloc();
    packet.data(bytes);
    packet.size(size);
    int sent = avcodec.avcodec_send_packet(context, packet);
    int received = avcodec.avcodec_receive_frame(context, frame);
    if (opened < 0 || sent < 0 || received < 0 || frame.width() < 100) {
      throw new IllegalStateException("the peer did not decode");
    }
    packet.data(null);
    avcodec.av_packet_free(packet);
    avutil.av_frame_free(frame);
    avcodec.avcodec_free_context(context);
  }

  private static Path drawn() throws IOException {
    BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(1);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        double u = x * 64.0 / WIDTH;
        double v = y * 64.0 / HEIGHT;
        double wave = Math.sin(u * 0.9 + Math.sin(v * 0.4)) * Math.cos(v * 0.7 - u * u * 0.004);
        int level = Math.clamp(Math.round(127 + 100 * wave + random.nextGaussian() * 9), 0, 255);
        picture.setRGB(x, y, level << 16 | (level / 2) << 8 | (255 - level));
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam parameters = writer.getDefaultWriteParam();
    parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    parameters.setCompressionQuality(0.92f);
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, null, null), parameters);
    }
    writer.dispose();
    return Files.write(Path.of("decode-bench.jpg"), bytes.toByteArray());
  }
}
