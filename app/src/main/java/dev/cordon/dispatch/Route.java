package dev.cordon.dispatch;

import dev.cordon.access.AgencyId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a subject goes by the routing rules.
 *
 * @param agency null where no rule says
 * @param why in a sentence
 */
public record Route(UUID subject, @Nullable AgencyId agency, String why) {}
