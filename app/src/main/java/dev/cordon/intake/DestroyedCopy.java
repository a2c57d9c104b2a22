package dev.cordon.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a member had the vault's copy of a source destroyed: today's judge finds media in it.
 *
 * @param originalPlace where the original lies, as the member said
 * @param found what the judge found
 * @param destroyedAt when it was gone; null while that is still to be done
 */
public record DestroyedCopy(
    String reason,
    String originalPlace,
    String found,
    String decidedBy,
    Instant decidedAt,
    @Nullable Instant destroyedAt) {}
