package dev.cordon.action.day;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order to be given.
 *
 * @param country for one country; null for all, or where a site is named
 * @param site for one site
 * @param startAt the new start, for pulling forward
 * @param reason why; read by those who order
 * @param seen the sequence of the last order whoever decides had seen; 0 for none
 * @param leak what became known too early, where that is the reason
 */
public record NewOrder(
    @NotNull OrderKind kind,
    @Nullable @Size(max = 2) String country,
    @Nullable UUID site,
    @JsonProperty("start_at") @Nullable Instant startAt,
    @NotBlank @Size(min = 3, max = 2000) String reason,
    long seen,
    @Nullable @Valid NewLeak leak) {

  /** What became known too early, how and since when. */
  public record NewLeak(
      @NotNull LeakKind kind,
      @NotBlank @Size(min = 3, max = 4000) String words,
      @NotBlank @Size(min = 3, max = 1000) String source,
      @JsonProperty("known_at") @NotNull Instant knownAt) {}

  /** How something became known. */
  public enum LeakKind {
    @JsonProperty("press")
    PRESS("the press asks"),
    @JsonProperty("suspect_warned")
    SUSPECT_WARNED("a suspect was warned"),
    @JsonProperty("platform")
    PLATFORM("on the platform"),
    @JsonProperty("lost_device")
    LOST_DEVICE("a device was lost"),
    @JsonProperty("own_staff")
    OWN_STAFF("from our own staff"),
    @JsonProperty("other")
    OTHER("otherwise");

    private final String words;

    LeakKind(String words) {
      this.words = words;
    }

    /** As a reader sees it. */
    public String words() {
      return words;
    }
  }
}
