package dev.cordon.formats.weblogs;

import dev.cordon.formats.Position;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One request of an access log in common or combined format; a dash is kept as a dash.
 *
 * @param furtherFields how many fields of a custom format follow
 * @param site the site asked for, where the line begins with it
 * @param forwardedFor all addresses, where a proxy gave several; the first is taken as the host
 */
public record AccessLogLine(
    Position position,
    String host,
    String user,
    String timeText,
    OffsetDateTime time,
    String request,
    int status,
    String referer,
    String agent,
    int furtherFields,
    @Nullable String site,
    @Nullable String forwardedFor) {

  /** The method, or the whole request where it has no parts. */
  public String method() {
    int end = request.indexOf(' ');
    return end < 0 ? request : request.substring(0, end);
  }

  /** The path without its query, empty where there is none. */
  public String path() {
    int start = request.indexOf(' ') + 1;
    int end = request.indexOf(' ', start);
    if (start == 0) {
      return "";
    }
    String target = request.substring(start, end < 0 ? request.length() : end);
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }
}
