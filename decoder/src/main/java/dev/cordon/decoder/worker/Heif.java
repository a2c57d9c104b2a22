package dev.cordon.decoder.worker;

import dev.cordon.kernel.perceptual.Luma;
import java.io.IOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avformat.AVStreamGroup;
import org.bytedeco.ffmpeg.avformat.AVStreamGroupTileGrid;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.javacpp.BytePointer;

/**
 * Decodes HEIF pictures (ISO/IEC 23008-12): one coded picture, or a grid of tiles, of which only
 * the luma is put together. Rotation and mirroring the file asks for are not applied, as of other
 * pictures.
 */
final class Heif {

  private static final int MOST_TILES = 10_000;

  private final ParentFile file;
  private final Order order;
  private final Answers answers;

  private Heif(ParentFile file, Order order, Answers answers) {
    this.file = file;
    this.order = order;
    this.answers = answers;
  }

  /** Decodes and answers; returns what the decoder complained of. */
  static String decode(ParentFile file, Order order, Answers answers) throws IOException {
    try (Container container = Container.open(MediaForm.HEIF, file)) {
      Heif heif = new Heif(file, order, answers);
      Optional<AVStreamGroup> grid = grid(container.context());
      return grid.isPresent() ? heif.tiles(container, grid.get()) : heif.single(container);
    }
  }

  private static Optional<AVStreamGroup> grid(AVFormatContext context) {
    Optional<AVStreamGroup> found = Optional.empty();
    for (int index = 0; index < context.nb_stream_groups(); index++) {
      AVStreamGroup group = context.stream_groups(index);
      boolean isGrid = group.type() == avformat.AV_STREAM_GROUP_PARAMS_TILE_GRID;
      boolean isChosen = (group.disposition() & avformat.AV_DISPOSITION_DEFAULT) != 0;
      if (isGrid && (isChosen || found.isEmpty())) {
        found = Optional.of(group);
      }
    }
    return found;
  }

  private String single(Container container) throws IOException {
    AVStream stream =
        container.pictures().orElseThrow(() -> new NotDecodedException("heif without a picture"));
    String format = format(stream);
    try (Native<AVPacket> packet = Native.packet()) {
      while (container.read(packet.value())) {
        if (packet.value().stream_index() == stream.index()) {
          try (Codec codec = container.codec(stream, "heif", order.mostPixels())) {
            AVFrame frame = picture(codec, packet.value());
            answers.frame(
                0, 0, frame.width(), frame.height(), format, "ffmpeg-full", new PixelRows(frame));
            return codec.warning(frame);
          }
        }
      }
    }
    throw new NotDecodedException("heif: no picture came out of " + file.size() + " bytes");
  }

  private static AVFrame picture(Codec codec, AVPacket packet) {
    return codec
        .only(packet, "heif")
        .orElseThrow(() -> new NotDecodedException("heif: no picture came out"));
  }

  private static String format(AVStream stream) {
    return MediaForm.HEIF.shown() + "/" + Container.name(stream.codecpar());
  }

  private String tiles(Container container, AVStreamGroup group) throws IOException {
    AVStreamGroupTileGrid grid = group.params_tile_grid();
    StatedSize.check("heif", grid.coded_width(), grid.coded_height(), order.mostPixels());
    StatedSize.check("heif", grid.width(), grid.height(), order.mostPixels());
    if (grid.nb_tiles() > MOST_TILES || group.nb_streams() > MOST_TILES) {
      throw new NotDecodedException("heif of more than " + MOST_TILES + " tiles");
    }
    Map<Integer, Integer> places = new HashMap<>();
    for (int index = 0; index < group.nb_streams(); index++) {
      places.put(group.streams(index).index(), index);
    }
    String format = format(group.streams(0));
    try (Canvas canvas = new Canvas(grid);
        Native<AVPacket> packet = Native.packet()) {
      BitSet done = new BitSet();
      while (done.cardinality() < places.size() && container.read(packet.value())) {
        Integer place = places.get(packet.value().stream_index());
        if (place == null || done.get(place)) {
          continue;
        }
        done.set(place);
        AVStream stream = group.streams(place);
        try (Codec codec = container.codec(stream, "heif", order.mostPixels())) {
          canvas.put(place, picture(codec, packet.value()));
        }
      }
      if (done.isEmpty()) {
        throw new NotDecodedException("heif: no tile came out");
      }
      answers.frame(0, 0, grid.width(), grid.height(), format, "ffmpeg-tiles", canvas);
      return done.cardinality() == places.size()
          ? ""
          : "%d of %d tiles are missing"
              .formatted(places.size() - done.cardinality(), places.size());
    }
  }

  /** The luma of all tiles in native memory, read within the part that is shown. */
  private static final class Canvas implements Luma, AutoCloseable {

    private final AVStreamGroupTileGrid grid;
    private final BytePointer bytes;
    private final byte[] line;

    Canvas(AVStreamGroupTileGrid grid) {
      boolean isInside =
          grid.horizontal_offset() >= 0
              && grid.vertical_offset() >= 0
              && (long) grid.horizontal_offset() + grid.width() <= grid.coded_width()
              && (long) grid.vertical_offset() + grid.height() <= grid.coded_height();
      if (!isInside) {
        throw new NotDecodedException("heif whose picture lies outside of its tiles");
      }
      this.grid = grid;
      bytes = new BytePointer((long) grid.coded_width() * grid.coded_height());
      line = new byte[grid.width()];
      for (int row = 0; row < grid.coded_height(); row++) {
        at(row, 0).put(new byte[grid.coded_width()]);
      }
    }

    private BytePointer at(int row, int column) {
      return bytes.position((long) row * grid.coded_width() + column);
    }

    void put(int stream, AVFrame frame) {
      PixelRows rows = new PixelRows(frame);
      float[] levels = new float[frame.width()];
      byte[] row = new byte[frame.width()];
      for (int y = 0; y < frame.height(); y++) {
        rows.read(y, levels);
        for (int x = 0; x < row.length; x++) {
          row[x] = (byte) Math.round(levels[x]);
        }
        for (int tile = 0; tile < grid.nb_tiles(); tile++) {
          if (grid.offsets_idx(tile) == stream) {
            place(row, grid.offsets_horizontal(tile), grid.offsets_vertical(tile) + y);
          }
        }
      }
    }

    /** What of a tile's row lies on the canvas. */
    private void place(byte[] row, int column, int line) {
      int count = Math.min(row.length, grid.coded_width() - column);
      if (line >= 0 && line < grid.coded_height() && column >= 0 && count > 0) {
        at(line, column).put(row, 0, count);
      }
    }

    @Override
    public int width() {
      return grid.width();
    }

    @Override
    public int height() {
      return grid.height();
    }

    @Override
    public void read(int row, float[] into) {
      at(grid.vertical_offset() + row, grid.horizontal_offset()).get(line);
      for (int column = 0; column < line.length; column++) {
        into[column] = line[column] & 0xff;
      }
    }

    @Override
    public void close() {
      bytes.close();
    }
  }
}
