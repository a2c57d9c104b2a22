package dev.cordon.formats.weblogs;

import dev.cordon.formats.FormatException;
import java.util.List;
import java.util.Map;

/** nginx's log_format. */
final class NginxFormat {

  private static final Map<String, LogField> NAMES =
      Map.ofEntries(
          Map.entry("remote_addr", LogField.ADDRESS),
          Map.entry("realip_remote_addr", LogField.ADDRESS),
          Map.entry("http_x_forwarded_for", LogField.FORWARDED_FOR),
          Map.entry("proxy_add_x_forwarded_for", LogField.FORWARDED_FOR),
          Map.entry("http_x_real_ip", LogField.FORWARDED_FOR),
          Map.entry("host", LogField.HOST),
          Map.entry("http_host", LogField.HOST),
          Map.entry("server_name", LogField.HOST),
          Map.entry("remote_user", LogField.USER),
          Map.entry("time_local", LogField.TIME),
          Map.entry("time_iso8601", LogField.TIME),
          Map.entry("msec", LogField.TIME),
          Map.entry("request", LogField.REQUEST),
          Map.entry("request_method", LogField.METHOD),
          Map.entry("request_uri", LogField.PATH),
          Map.entry("uri", LogField.PATH),
          Map.entry("query_string", LogField.QUERY),
          Map.entry("args", LogField.QUERY),
          Map.entry("status", LogField.STATUS),
          Map.entry("body_bytes_sent", LogField.BYTES),
          Map.entry("bytes_sent", LogField.BYTES),
          Map.entry("request_time", LogField.DURATION),
          Map.entry("http_referer", LogField.REFERER),
          Map.entry("http_user_agent", LogField.AGENT));

  private static final Map<String, String> VARIABLES =
      Map.ofEntries(
          Map.entry(LogField.ADDRESS.word(), "remote_addr"),
          Map.entry(LogField.FORWARDED_FOR.word(), "http_x_forwarded_for"),
          Map.entry(LogField.HOST.word(), "host"),
          Map.entry(LogField.USER.word(), "remote_user"),
          Map.entry(LogField.TIME.word(), "time_local"),
          Map.entry(LogField.REQUEST.word(), "request"),
          Map.entry(LogField.METHOD.word(), "request_method"),
          Map.entry(LogField.PATH.word(), "request_uri"),
          Map.entry(LogField.QUERY.word(), "query_string"),
          Map.entry(LogField.STATUS.word(), "status"),
          Map.entry(LogField.BYTES.word(), "body_bytes_sent"),
          Map.entry(LogField.DURATION.word(), "request_time"),
          Map.entry(LogField.REFERER.word(), "http_referer"),
          Map.entry(LogField.AGENT.word(), "http_user_agent"));

  private NginxFormat() {}

  static String write(List<LogFormat.Part> parts, String tail) {
    StringBuilder format = new StringBuilder();
    for (LogFormat.Part part : parts) {
      String name =
          VARIABLES.getOrDefault(part.field(), part.field().replaceAll("[^A-Za-z0-9_]", "_"));
      format.append(plain(part.before())).append("${").append(name).append('}');
    }
    return format.append(plain(tail)).toString();
  }

  private static String plain(String text) {
    if (text.indexOf('$') >= 0) {
      throw new FormatException("a dollar sign stands between the fields and cannot be written");
    }
    return text;
  }

  /** The format in a directive: quoted pieces put together. */
  static String unquoted(String directive) {
    StringBuilder format = new StringBuilder();
    int place = "log_format".length();
    boolean any = false;
    while (place < directive.length()) {
      char next = directive.charAt(place++);
      if (next == '\'' || next == '"') {
        any = true;
        while (place < directive.length() && directive.charAt(place) != next) {
          if (directive.charAt(place) == '\\' && place + 1 < directive.length()) {
            place++;
          }
          format.append(directive.charAt(place++));
        }
        place++;
      } else if (next == ';') {
        break;
      }
    }
    if (!any) {
      throw new FormatException("the log_format directive holds no quoted format");
    }
    return format.toString();
  }

  static LogFormat read(String format) {
    LogFormat.Builder builder = new LogFormat.Builder();
    int place = 0;
    while (place < format.length()) {
      char next = format.charAt(place++);
      if (next != '$') {
        builder.text(next);
        continue;
      }
      boolean braced = place < format.length() && format.charAt(place) == '{';
      int start = braced ? place + 1 : place;
      int end = start;
      while (end < format.length() && isName(format.charAt(end))) {
        end++;
      }
      if (end == start) {
        throw new FormatException("a $ in the log format names no variable");
      }
      String name = format.substring(start, end);
      LogField known = NAMES.getOrDefault(name, LogField.OTHER);
      builder.field(known == LogField.OTHER ? name : known.word());
      place = braced ? end + 1 : end;
    }
    return builder.build();
  }

  private static boolean isName(char letter) {
    return letter == '_' || letter < 0x80 && Character.isLetterOrDigit(letter);
  }
}
