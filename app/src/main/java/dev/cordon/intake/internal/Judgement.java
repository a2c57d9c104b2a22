package dev.cordon.intake.internal;

import dev.cordon.formats.content.Content;
import dev.cordon.intake.SourceId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a file is, judged before anything of it is copied.
 *
 * @param damage why the content ended before its time
 * @param findings what was found in it, an archive's members included
 * @param members for an archive: what was found in a member, by its place; only what is remarkable
 */
public record Judgement(
    SourceId id,
    String sha256,
    long sizeBytes,
    Optional<String> damage,
    Findings findings,
    Map<Integer, Findings> members) {

  /** Copies the map. */
  public Judgement {
    members = Map.copyOf(members);
  }

  /** What the file is. */
  public Content content() {
    return findings.content();
  }

  /** Where media were found, the first of them. */
  public List<String> media() {
    return findings.media();
  }

  /** In how many places media were found. */
  public long mediaFound() {
    return findings.mediaFound();
  }

  /** Whether every byte was looked at and none is of media. */
  public boolean mayBeCopied() {
    return findings.mediaFound() == 0 && findings.unjudged() == 0;
  }

  /** Whether there is anything in it that intake reads. */
  public boolean isReadable() {
    return switch (findings.content()) {
      case Content.Empty _, Content.Media _ -> false;
      case Content.Unknown _ -> findings.logForm() != null;
      default -> true;
    };
  }
}
