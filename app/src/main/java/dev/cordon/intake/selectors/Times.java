package dev.cordon.intake.selectors;

import dev.cordon.intake.RecordedTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Times as written become UTC where that can be known; what is doubtful is flagged, not guessed.
 */
public final class Times {

  private static final long FIRST_MILLISECONDS = 100_000_000_000L;
  private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

  private final @Nullable ZoneRules zone;

  /** Times without an offset are of this zone; null where it is not known. */
  public Times(@Nullable ZoneId zone) {
    this.zone = zone == null ? null : zone.getRules();
  }

  /** How a column writes times. */
  public enum Kind {
    /** Seconds since 1970, a fraction allowed. */
    UNIX,
    /** Date and time of UTC. */
    UTC,
    /** Date and time of the source's zone. */
    LOCAL,
    /** With an offset; without one as LOCAL; digits alone as UNIX. */
    AUTO
  }

  /** Reads the text; blanks are no time at all. */
  public RecordedTime read(@Nullable String raw, Kind kind) {
    if (raw == null) {
      return RecordedTime.NONE;
    }
    String text = Blanks.strip(raw);
    if (text.isEmpty()) {
      return RecordedTime.NONE;
    }
    if (text.startsWith("0000-00-00") || text.equals("0")) {
      return new RecordedTime(null, raw, "zero");
    }
    return switch (kind) {
      case UNIX -> unix(raw, text);
      case UTC -> utc(raw, text);
      case LOCAL -> local(raw, text);
      case AUTO -> automatic(raw, text);
    };
  }

  private RecordedTime automatic(String raw, String text) {
    if (text.length() >= 9
        && text.chars().allMatch(sign -> sign >= '0' && sign <= '9' || sign == '.')) {
      return unix(raw, text);
    }
    RecordedTime offset = withOffset(raw, text);
    return offset == null ? local(raw, text) : offset;
  }

  private static RecordedTime unix(String raw, String text) {
    int point = text.indexOf('.');
    String whole = point < 0 ? text : text.substring(0, point);
    try {
      long seconds = Long.parseLong(whole);
      if (seconds >= FIRST_MILLISECONDS) {
        return checked(Instant.ofEpochMilli(seconds), raw, "milliseconds");
      }
      String digits = point < 0 ? "" : text.substring(point + 1);
      String nanos = (digits + "000000000").substring(0, 9);
      return checked(Instant.ofEpochSecond(seconds, Integer.parseInt(nanos)), raw, null);
    } catch (NumberFormatException | DateTimeException notATime) {
      return new RecordedTime(null, raw, "invalid");
    }
  }

  private static RecordedTime utc(String raw, String text) {
    RecordedTime offset = withOffset(raw, text);
    if (offset != null) {
      return offset;
    }
    LocalDateTime time = parse(text);
    return time == null
        ? new RecordedTime(null, raw, "invalid")
        : checked(time.toInstant(ZoneOffset.UTC), raw, null);
  }

  private RecordedTime local(String raw, String text) {
    LocalDateTime time = parse(text);
    if (time == null) {
      return new RecordedTime(null, raw, "invalid");
    }
    if (zone == null) {
      return new RecordedTime(null, raw, "unknown-zone");
    }
    List<ZoneOffset> offsets = zone.getValidOffsets(time);
    if (offsets.isEmpty()) {
      return new RecordedTime(null, raw, "gap");
    }
    return checked(
        time.toInstant(offsets.getFirst()), raw, offsets.size() > 1 ? "ambiguous" : null);
  }

  /** Reads a time that carries its offset; null when it carries none. */
  private static @Nullable RecordedTime withOffset(String raw, String text) {
    int length = text.length();
    if (length < 17) {
      return null;
    }
    String plain = null;
    ZoneOffset offset = ZoneOffset.UTC;
    if (text.endsWith("Z")) {
      plain = text.substring(0, length - 1);
    } else if (text.endsWith(" UTC") || text.endsWith(" GMT")) {
      plain = text.substring(0, length - 4);
    } else {
      int sign = Math.max(text.lastIndexOf('+'), text.lastIndexOf('-'));
      if (sign > 12) {
        plain = Blanks.strip(text.substring(0, sign));
        try {
          offset = ZoneOffset.of(text.substring(sign));
        } catch (DateTimeException notAnOffset) {
          return new RecordedTime(null, raw, "invalid");
        }
      }
    }
    if (plain == null) {
      return null;
    }
    LocalDateTime time = parse(plain);
    return time == null
        ? new RecordedTime(null, raw, "invalid")
        : checked(OffsetDateTime.of(time, offset).toInstant(), raw, null);
  }

  private static @Nullable LocalDateTime parse(String text) {
    String shaped = text.length() > 10 && text.charAt(10) == ' ' ? "T" : "";
    String iso = shaped.isEmpty() ? text : text.substring(0, 10) + "T" + text.substring(11);
    if (iso.length() == 10) {
      iso = iso + "T00:00:00";
    }
    try {
      return LocalDateTime.parse(iso);
    } catch (DateTimeException notATime) {
      return null;
    }
  }

  private static RecordedTime checked(Instant at, String raw, @Nullable String flag) {
    boolean outside = at.isBefore(EARLIEST) || at.isAfter(LATEST);
    return outside ? new RecordedTime(null, raw, "out-of-range") : new RecordedTime(at, raw, flag);
  }
}
