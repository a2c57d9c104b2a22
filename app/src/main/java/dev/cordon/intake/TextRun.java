package dev.cordon.intake;

import dev.cordon.keys.Aead;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One run of sealed texts of a source, its index read. */
final class TextRun {

  private static final Pattern NAME = Pattern.compile("(?:k([0-9]+)-)?run-([0-9]+)\\.index");

  private final Path blocks;
  private final SourceId source;
  private final Aead aead;
  private final int number;
  private final String system;
  private final List<Place> places;
  private final List<TextSummary> threads;

  private record Place(String table, String thread, long offset, int length, int count) {}

  private TextRun(
      Path blocks,
      SourceId source,
      Aead aead,
      int number,
      String system,
      List<Place> places,
      List<TextSummary> threads) {
    this.blocks = blocks;
    this.source = source;
    this.aead = aead;
    this.number = number;
    this.system = system;
    this.places = places;
    this.threads = threads;
  }

  private record File(Path path, int version, int number) {}

  /**
   * The runs in the folder of a source's records, each read when it is asked for: whoever goes
   * through them holds one index at a time, however many texts the source has.
   */
  static List<TextRun> of(Path records, SourceId source, VaultKey key) throws IOException {
    List<File> files = files(records.resolve(TextBlocks.FOLDER));
    return new AbstractList<>() {
      @Override
      public TextRun get(int index) {
        File file = files.get(index);
        try {
          return read(file.path(), source, key, file.version(), file.number());
        } catch (IOException failure) {
          throw new UncheckedIOException(
              "the sealed texts of " + source + " can not be read", failure);
        }
      }

      @Override
      public int size() {
        return files.size();
      }
    };
  }

  private static List<File> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<File> found = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (name.matches()) {
          int version = name.group(1) == null ? 1 : Integer.parseInt(name.group(1));
          found.add(new File(file, version, Integer.parseInt(name.group(2))));
        }
      }
    }
    return found;
  }

  private static TextRun read(Path file, SourceId source, VaultKey key, int version, int number)
      throws IOException {
    Aead aead = new Aead(key.derive(version, TextBlocks.USE));
    String name = file.getFileName().toString();
    Path blocks = file.resolveSibling(name.substring(0, name.length() - 5) + "blocks");
    try (DataInputStream in =
        TextBlocks.open(Files.readAllBytes(file), aead, source, number, TextBlocks.INDEX)) {
      String system = TextBlocks.text(in);
      List<Place> places = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        places.add(
            new Place(
                TextBlocks.text(in),
                TextBlocks.text(in),
                in.readLong(),
                in.readInt(),
                in.readInt()));
      }
      List<TextSummary> threads = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        TextThread thread = new TextThread(system, TextBlocks.text(in), TextBlocks.text(in));
        threads.add(
            new TextSummary(thread, in.readLong(), TextBlocks.time(in), TextBlocks.time(in)));
      }
      return new TextRun(blocks, source, aead, number, system, places, threads);
    }
  }

  /** The threads of this run with their counts. */
  List<TextSummary> threads() {
    return threads;
  }

  String system() {
    return system;
  }

  /** Gives the texts of one thread; stops early when told so. */
  boolean each(TextThread thread, Predicate<SealedText> more) throws IOException {
    if (!system.equals(thread.system())) {
      return true;
    }
    for (int block = first(thread); block < places.size(); block++) {
      if (block > 0 && compare(places.get(block), thread) > 0) {
        return true;
      }
      for (SealedText text : read(block)) {
        boolean its =
            text.origin().table().equals(thread.channel()) && text.thread().equals(thread.thread());
        if (its && !more.test(text)) {
          return false;
        }
      }
    }
    return true;
  }

  /** Gives all texts of the run; stops early when told so. */
  boolean each(Predicate<SealedText> more) throws IOException {
    for (int block = 0; block < places.size(); block++) {
      for (SealedText text : read(block)) {
        if (!more.test(text)) {
          return false;
        }
      }
    }
    return true;
  }

  /** The block in which the thread may begin: the last that begins before it. */
  private int first(TextThread thread) {
    int low = 0;
    int high = places.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (compare(places.get(middle), thread) < 0) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  private static int compare(Place place, TextThread thread) {
    int byTable = place.table().compareTo(thread.channel());
    return byTable == 0 ? place.thread().compareTo(thread.thread()) : byTable;
  }

  private List<SealedText> read(int block) throws IOException {
    Place place = places.get(block);
    ByteBuffer sealed = ByteBuffer.allocate(place.length());
    try (FileChannel channel = FileChannel.open(blocks, StandardOpenOption.READ)) {
      while (sealed.hasRemaining()) {
        if (channel.read(sealed, place.offset() + sealed.position()) < 0) {
          throw new IOException("the sealed texts of source " + source + " are cut");
        }
      }
    }
    List<SealedText> texts = new ArrayList<>(place.count());
    try (DataInputStream in = TextBlocks.open(sealed.array(), aead, source, number, block)) {
      for (int left = place.count(); left > 0; left--) {
        texts.add(TextBlocks.read(in, source));
      }
    }
    return texts;
  }
}
