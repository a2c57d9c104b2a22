package dev.cordon.exercise.files;

import dev.cordon.exercise.cast.Country;
import dev.cordon.exercise.cast.Dice;
import dev.cordon.exercise.platform.World;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Invented digests of files on a few seized items: numbers only, no file exists or ever existed.
 * Some are shared between items of two countries, some are near each other, some stand in the list
 * of known digests. For one thread.
 */
final class Digests {
  private static final int ITEMS = 9;
  private static final int FILES_PER_ITEM = 60;
  private static final String HEADER = "sha256,md5,pdq,pdq_quality,size,mime_type\n";
  private static final List<String> TYPES =
      List.of(
          "image/jpeg",
          "image/jpeg",
          "image/png",
          "image/webp",
          "video/mp4",
          "application/pdf",
          "text/plain");

  private final World world;
  private final Path directory;
  private final Set<String> countries = new HashSet<>();
  private final Inventories inventories;
  private int written;

  Digests(World world, Path directory) {
    this.world = world;
    this.directory = directory;
    this.inventories = new Inventories(world.seed(), directory);
  }

  /** Whether another item is to get digests; one a country, so that sharing crosses borders. */
  boolean wants(Country country) {
    return written < ITEMS && countries.add(country.code());
  }

  /**
   * Writes the digests and the inventory of one item and gives the file's path relative to the
   * exercise.
   */
  String write(String item) {
    String relative = "digests/" + item + ".csv";
    try (TextFile out = new TextFile(directory.resolve(relative))) {
      out.text(HEADER);
      List<String[]> rows = new ArrayList<>();
      for (int file = 0; file < FILES_PER_ITEM; file++) {
        String row = row(written, file);
        out.text(row).text("\n");
        rows.add(row.split(",", -1));
      }
      inventories.write(item, rows, file -> file % 20 == 5);
    }
    written++;
    return relative;
  }

  /** One in ten files is a file of the item before, one in ten nearly one of it. */
  private String row(int item, int file) {
    Dice dice = Dice.of(world.seed(), "digest", item * 1000L + file);
    if (item > 0 && file % 10 == 3) {
      return row(item - 1, file - 1);
    }
    String type = dice.pick(TYPES);
    boolean picture = type.startsWith("image/");
    String pdq = picture ? dice.hex(64) : "";
    if (item > 0 && file % 10 == 7) {
      String before = row(item - 1, file - 1).split(",", -1)[2];
      pdq = before.isEmpty() ? pdq : near(before, dice);
      type = before.isEmpty() ? type : "image/jpeg";
      picture = picture || !before.isEmpty();
    }
    String quality = picture ? Integer.toString(dice.chance(0.9) ? 100 : dice.between(30, 70)) : "";
    return String.join(
        ",",
        dice.hex(64),
        dice.hex(32),
        pdq,
        quality,
        Integer.toString(4_000 + dice.below(9_000_000)),
        type);
  }

  /** The same digest with two to twelve bits turned. */
  static String near(String pdq, Dice dice) {
    StringBuilder turned = new StringBuilder(pdq);
    for (int i = dice.between(2, 12); i > 0; i--) {
      int at = dice.below(turned.length());
      int value = Character.digit(turned.charAt(at), 16) ^ 1 << dice.below(4);
      turned.setCharAt(at, Character.forDigit(value, 16));
    }
    return turned.toString();
  }

  /** Writes lists/known.csv: some of the files above and many that occur nowhere. */
  void known() {
    try (TextFile out = new TextFile(directory.resolve("lists").resolve("known.csv"))) {
      out.text("sha256,md5,pdq,list\n");
      for (int item = 0; item < written; item++) {
        for (int file = 5; file < FILES_PER_ITEM; file += 20) {
          String[] fields = row(item, file).split(",", -1);
          out.text(fields[0] + ',' + fields[1] + ',' + fields[2] + ",exercise-known\n");
        }
      }
      Dice dice = Dice.of(world.seed(), "known", 0);
      for (int i = 0; i < 400; i++) {
        String list = i % 4 == 0 ? "exercise-non-pertinent" : "exercise-known";
        out.text(dice.hex(64) + ',' + dice.hex(32) + ',' + dice.hex(64) + ',' + list + '\n');
      }
    }
  }
}
