package dev.cordon.action;

import dev.cordon.access.OperationId;
import dev.cordon.kernel.digest.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Digests of places and persons within one operation, so that the same one is found twice without
 * being shown. Whoever may read the digests could try addresses out: they stand beside the words
 * they come from, under the same rules.
 */
public final class Places {

  private Places() {}

  /** The digest of words brought to plain letters; nothing when one of them is missing. */
  public static Optional<String> digest(OperationId operation, @Nullable String... words) {
    StringBuilder folded = new StringBuilder(operation.toString());
    for (String word : words) {
      if (word == null || FoldedText.fold(word).isEmpty()) {
        return Optional.empty();
      }
      folded.append('\n').append(FoldedText.fold(word).replace(" ", ""));
    }
    return Optional.of(Sha256.hex(folded.toString().getBytes(StandardCharsets.UTF_8)));
  }
}
