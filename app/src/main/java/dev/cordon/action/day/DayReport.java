package dev.cordon.action.day;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A report that was taken.
 *
 * @param device which device sent it; null for a program without one
 * @param sequence its place among the reports of its device
 * @param deviceAt when, by the device's clock, at the place
 * @param clockOffsetSeconds what that clock differed by, as the device knew it
 * @param placedAt when, by the server's clock
 * @param receivedAt when the server got it
 * @param clockDoubted whether the device's clock seems to have changed since it was compared
 * @param corrects the report it replaces
 * @param words beside it; null where there are none or the reader may not see them
 * @param by who reported
 */
public record DayReport(
    UUID id,
    UUID site,
    ReportKind kind,
    @Nullable Resource resource,
    @Nullable UUID device,
    long sequence,
    OffsetDateTime deviceAt,
    int clockOffsetSeconds,
    Instant placedAt,
    Instant receivedAt,
    boolean clockDoubted,
    @Nullable UUID corrects,
    @Nullable String words,
    String by) {}
