package dev.cordon.action.day;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A report as a device writes it, once and for good.
 *
 * @param id drawn by the device; the same id is the same report
 * @param site which site
 * @param kind what happened
 * @param at when, by the device's clock, with the offset of the place
 * @param clockOffsetSeconds what the device found its clock to differ from the server's: server
 *     minus device
 * @param sequence its place among the reports of the device, from 1; 0 where it counts none
 * @param resource what is asked for or there
 * @param corrects the report this one replaces
 * @param words anything else; read by the own agency alone
 * @param item what was seized
 * @param authority who ordered the measure, where that is not the site's
 * @param legalReference the provision it stands on, where that is not the site's
 */
public record NewReport(
    UUID id,
    UUID site,
    ReportKind kind,
    String at,
    @JsonProperty("clock_offset_seconds") @Nullable Integer clockOffsetSeconds,
    @Nullable Long sequence,
    @Nullable Resource resource,
    @Nullable UUID corrects,
    @Nullable String words,
    @Nullable Item item,
    @Nullable String authority,
    @JsonProperty("legal_reference") @Nullable String legalReference) {

  private static final int WORDS = 4000;
  private static final int REFERENCE = 300;
  private static final int CLOCK_SECONDS = 31_622_400;

  /** A thing seized. */
  public record Item(String kind, String description, @Nullable String seal) {

    /** Bounds the words. */
    public Item {
      required("item.kind", kind, 60);
      required("item.description", description, 1000);
      bounded("item.seal", seal, 100);
    }
  }

  /** Checks what it says. */
  public NewReport {
    if (id == null || site == null || kind == null || at == null) {
      throw new IllegalArgumentException("a report names its id, site, kind and time");
    }
    if ((resource != null)
        != (kind == ReportKind.RESOURCE_ASKED || kind == ReportKind.RESOURCE_THERE)) {
      throw new IllegalArgumentException(
          "resource stands with help asked for or there, and only there");
    }
    if ((item != null) != (kind == ReportKind.ITEM_SEIZED)) {
      throw new IllegalArgumentException("item stands with an item seized, and only there");
    }
    if (kind == ReportKind.VOID && corrects == null) {
      throw new IllegalArgumentException("a report that takes another back names it in corrects");
    }
    if (id.equals(corrects)) {
      throw new IllegalArgumentException("a report can not correct itself");
    }
    if (sequence != null && sequence < 0) {
      throw new IllegalArgumentException("sequence counts from 1, was " + sequence);
    }
    if (clockOffsetSeconds != null && Math.abs((long) clockOffsetSeconds) > CLOCK_SECONDS) {
      throw new IllegalArgumentException(
          "clock_offset_seconds is at most " + CLOCK_SECONDS + ", was " + clockOffsetSeconds);
    }
    bounded("words", words, WORDS);
    bounded("authority", authority, REFERENCE);
    bounded("legal_reference", legalReference, REFERENCE);
    OffsetDateTime unused = moment(at);
  }

  private static void required(String field, @Nullable String value, int most) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(field + " is missing");
    }
    bounded(field, value, most);
  }

  private static void bounded(String field, @Nullable String value, int most) {
    if (value != null && value.length() > most) {
      throw new IllegalArgumentException(field + " has at most " + most + " characters");
    }
  }

  private static OffsetDateTime moment(String text) {
    try {
      return OffsetDateTime.parse(text);
    } catch (DateTimeException unreadable) {
      throw new IllegalArgumentException(
          "at: '" + text + "' is not a time with offset like 2026-02-26T06:05:00+01:00",
          unreadable);
    }
  }

  /** When, by the device's clock. */
  public OffsetDateTime moment() {
    return moment(at);
  }

  /** What the device's clock differed by. */
  public int clockOffset() {
    return clockOffsetSeconds == null ? 0 : clockOffsetSeconds;
  }

  /** When it happened by the server's clock, as far as the device knew it. */
  public Instant placedAt() {
    return moment().toInstant().plusSeconds(clockOffset());
  }
}
