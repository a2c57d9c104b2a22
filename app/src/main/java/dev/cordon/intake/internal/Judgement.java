package dev.cordon.intake.internal;

import dev.cordon.formats.content.Content;
import dev.cordon.intake.SourceId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a file is, judged before anything of it is copied.
 *
 * @param media where media were found, the first of them
 * @param damage why the content ended before its time
 * @param groups for tables that may repeat each other's rows: the name of their group
 */
public record Judgement(
    SourceId id,
    String sha256,
    long sizeBytes,
    Content content,
    List<String> media,
    long mediaFound,
    Optional<String> damage,
    Map<String, String> groups) {

  /** Copies the collections. */
  public Judgement {
    media = List.copyOf(media);
    groups = Map.copyOf(groups);
  }
}
