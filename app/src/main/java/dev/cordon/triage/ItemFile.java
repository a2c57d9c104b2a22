package dev.cordon.triage;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is shown of one item: hashes, how it was read, what it carries, what lists say,
 * what is like it, what persons decided. No picture, no name, no perceptual code.
 *
 * @param group of near duplicates; null where it is in none
 * @param told series and groups the examiner's program found
 */
public record ItemFile(
    ReviewItem item,
    Reading reading,
    List<Mark> marks,
    List<Match> matches,
    List<Near> near,
    @Nullable UUID group,
    List<Told> told,
    List<Assessed> assessments) {

  /** Copies the lists. */
  public ItemFile {
    marks = List.copyOf(marks);
    matches = List.copyOf(matches);
    near = List.copyOf(near);
    told = List.copyOf(told);
    assessments = List.copyOf(assessments);
  }

  /**
   * How it was read; all null where only digests are known.
   *
   * @param decodePath how the pixels came about the perceptual code was made of
   * @param quality of the perceptual code, 0 to 100
   */
  public record Reading(
      @Nullable String md5,
      @Nullable String sha1,
      @Nullable String format,
      @Nullable Integer width,
      @Nullable Integer height,
      int frames,
      @Nullable Integer quality,
      @Nullable String decodePath,
      @Nullable String reason,
      @Nullable String warning) {}

  /** A mark it carries. */
  public record Mark(
      String kind, String words, @Nullable String digest, @Nullable LocalDateTime taken) {}

  /**
   * What a list says of it.
   *
   * @param profile the national profile the category belongs to; empty where the list names none
   * @param embedded where the picture stands in the file, when not the file itself is listed
   */
  public record Match(
      UUID item,
      String sha256,
      String list,
      String version,
      String by,
      @Nullable Integer distance,
      String profile,
      String category,
      String meaning,
      String embedded,
      Instant at) {}

  /** An item whose code is near. */
  public record Near(UUID item, String sha256, int distance) {}

  /**
   * A series or group the examiner's program found it in.
   *
   * @param by name, time, same content or similar
   * @param items how many files are in it
   * @param elsewhere files of other exhibits that were given beside this one
   */
  public record Told(UUID exhibit, String by, long number, long items, long elsewhere) {}

  /** What a person decided; the grounds are sealed. */
  public record Assessed(
      Assessment as,
      @Nullable String scheme,
      @Nullable String category,
      String by,
      Instant at,
      @Nullable Instant withdrawnAt) {}

  /**
   * Where it lies.
   *
   * @param number of the exhibit; null where the reader may not see it
   * @param place in numbers; null for what was taken in before places were kept
   */
  public record Lies(
      UUID exhibit,
      @Nullable String number,
      @Nullable String place,
      boolean isDeleted,
      Instant seenAt) {}
}
