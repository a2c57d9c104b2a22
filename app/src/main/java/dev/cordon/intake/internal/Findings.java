package dev.cordon.intake.internal;

import dev.cordon.formats.content.Content;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the first pass found in a file or in an archive's member.
 *
 * @param media where media were found, the first of them
 * @param mediaFound in how many places
 * @param unjudged in how many places its bytes could not be looked into
 * @param groups for tables that may repeat each other's rows: the name of their group
 * @param keys primary keys the dump declares only behind the rows, by table
 * @param logForm how the lines of a log of no common form are read
 */
public record Findings(
    Content content,
    List<String> media,
    long mediaFound,
    long unjudged,
    Map<String, String> groups,
    Map<String, List<String>> keys,
    @Nullable LogForm logForm) {

  /** Copies the collections. */
  public Findings {
    media = List.copyOf(media);
    groups = Map.copyOf(groups);
    keys = Map.copyOf(keys);
  }

  /** Nothing was found but what it is. */
  static Findings of(Content content) {
    return new Findings(content, List.of(), 0, 0, Map.of(), Map.of(), null);
  }

  /** The same, and in one place more it could not be looked into. */
  Findings withUnjudged() {
    return new Findings(content, media, mediaFound, unjudged + 1, groups, keys, logForm);
  }

  /** Whether any of its values hold media. */
  boolean holdsMedia() {
    return mediaFound > 0;
  }

  /** Whether there is more to remember than what it is. */
  boolean isRemarkable() {
    return mediaFound > 0 || !groups.isEmpty() || !keys.isEmpty() || logForm != null;
  }
}
