package dev.cordon.action.day;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reports sent together, each taken or kept aside for itself.
 *
 * @param device which device; null for a program without one
 * @param sentAt the device's clock when it sends
 * @param reports at most 100, each as {@link NewReport}; read one by one, so that one that can not
 *     be read does not hold up the others
 */
public record ReportBatch(
    @Nullable UUID device,
    @JsonProperty("sent_at") @Nullable Instant sentAt,
    List<JsonNode> reports) {

  /** Most reports in one batch. */
  public static final int MOST = 100;

  /** Copies the list. */
  public ReportBatch {
    reports = List.copyOf(reports);
  }
}
