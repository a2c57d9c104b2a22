package dev.cordon.hashing.review;

import dev.cordon.hashing.HashingException;
import dev.cordon.hashing.JsonLine;
import dev.cordon.hashing.lists.ListStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes everything that is said of an inventory's items, and their {@link Order}. Every item is in
 * it once.
 */
public final class Review {

  /** What people look at: other files are on no list as a rule, which says nothing. */
  private static final int LOOKED_AT = Reason.MEDIA.bit() | Reason.UNKNOWN_CONTENT.bit();

  private final Path folder;
  private final List<Path> beside;
  private final int radius;
  private final Order order;
  private final List<String> remarks = new ArrayList<>();
  private long matches;

  /**
   * Of the inventory in a folder.
   *
   * @param beside folders of other exhibits' inventories
   * @param radius within which pictures are grouped as similar, 0 to 31
   */
  public Review(Path folder, List<Path> beside, int radius, Order order) {
    this.folder = folder;
    this.beside = List.copyOf(beside);
    this.radius = radius;
    this.order = order;
  }

  /** Writes everything; an earlier result is replaced file by file. */
  public void write(@Nullable ListStore lists) throws IOException {
    int[] reasons = new int[count(folder)];
    Path sorting = sorting();
    try {
      write(lists, reasons, sorting);
    } finally {
      empty(sorting);
      Files.deleteIfExists(sorting);
    }
    order(reasons);
  }

  /** A folder for what is sorted; what a killed run has left in it is removed. */
  private Path sorting() throws IOException {
    Path sorting = folder.resolve(".sorting");
    if (Files.exists(sorting)) {
      empty(sorting);
      return sorting;
    }
    return Files.createDirectory(
        sorting,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
  }

  private static void empty(Path sorting) throws IOException {
    try (var left = Files.list(sorting)) {
      for (Path file : left.toList()) {
        Files.delete(file);
      }
    }
  }

  private void write(@Nullable ListStore lists, int[] reasons, Path sorting) throws IOException {
    try (Result told = new Result(folder, "matches.jsonl");
        Result series = new Result(folder, "series.jsonl")) {
      signals(lists, told, series, reasons, sorting);
      told.done();
      series.done();
    }
    List<Path> all = new ArrayList<>(List.of(folder));
    all.addAll(beside);
    try (Result groups = new Result(folder, "groups.jsonl");
        Groups finder = new Groups(all, radius, sorting)) {
      finder.write(groups, reasons);
      groups.done();
      if (finder.isIncomplete()) {
        remarks.add(
            "so many pictures are nearly alike that not all groups were joined; groups.jsonl is"
                + " incomplete");
      }
    }
  }

  private static int count(Path folder) throws IOException {
    try (var lines = Files.newBufferedReader(folder.resolve("inventory.jsonl"))) {
      int count = 0;
      while (lines.readLine() != null) {
        count++;
      }
      return count;
    }
  }

  private void signals(
      @Nullable ListStore lists, Result told, Result series, int[] reasons, Path sorting)
      throws IOException {
    MatchRun run = lists == null ? null : new MatchRun(lists, told);
    try (Items items = new Items(folder, true);
        Series runs = new Series(series, reasons, sorting)) {
      for (Item item = items.next(); item != null; item = items.next()) {
        int place = (int) item.number() - 1;
        reasons[place] |= own(item);
        if (run != null) {
          int said = run.take(item);
          boolean isNew = (reasons[place] & LOOKED_AT) != 0 && (said & Reason.LISTED.bit()) == 0;
          reasons[place] |= said | (isNew ? Reason.NOT_LISTED.bit() : 0);
        }
        runs.take(item);
      }
      runs.end();
    }
    matches = run == null ? 0 : run.matches();
  }

  private static int own(Item item) {
    int reasons = item.isMedia() ? Reason.MEDIA.bit() : 0;
    reasons |= item.isUnknown() ? Reason.UNKNOWN_CONTENT.bit() : 0;
    reasons |= item.isDeleted() ? Reason.DELETED.bit() : 0;
    reasons |= item.marks().has("camera") ? Reason.CAMERA.bit() : 0;
    reasons |= item.marks().has("c2pa") ? Reason.C2PA.bit() : 0;
    reasons |= item.marks().path("has_position").asBoolean(false) ? Reason.POSITION.bit() : 0;
    boolean isLikeScreen =
        !item.marks().has("camera") && Screens.isLike(item.width(), item.height());
    reasons |= isLikeScreen ? Reason.SCREEN.bit() : 0;
    boolean saysGenerated =
        item.marks().has("generators")
            || item.marks().path("says").toString().contains("rainedAlgorithmic");
    return reasons | (saysGenerated ? Reason.SAYS_GENERATED.bit() : 0);
  }

  private void order(int[] reasons) throws IOException {
    long[] keys = new long[reasons.length];
    for (int place = 0; place < reasons.length; place++) {
      keys[place] = (long) order.rank(reasons[place]) << 32 | place;
    }
    Arrays.sort(keys);
    try (Result result = new Result(folder, "review.jsonl")) {
      for (int position = 0; position < keys.length; position++) {
        int place = (int) keys[position];
        result.line(
            new JsonLine()
                .number("position", position + 1L)
                .number("item", place + 1L)
                .text("rule", order.text())
                .texts("reasons", words(reasons[place])));
      }
      result.done();
    }
  }

  private static List<String> words(int reasons) {
    return Arrays.stream(Reason.values())
        .filter(reason -> (reasons & reason.bit()) != 0)
        .map(Reason::words)
        .toList();
  }

  /** What the reader of the results should know. */
  public List<String> remarks() {
    return List.copyOf(remarks);
  }

  /** How many matches were told. */
  public long matches() {
    return matches;
  }

  /**
   * Refuses a folder that holds no inventory.
   *
   * @throws HashingException saying so
   */
  public static void requireInventory(Path folder) {
    if (!Files.exists(folder.resolve("inventory.jsonl"))) {
      throw new HashingException("there is no inventory in a folder given with --beside");
    }
  }
}
