package dev.cordon.intake.internal;

import dev.cordon.formats.Text;
import dev.cordon.formats.content.Content;
import dev.cordon.formats.weblogs.LogField;
import dev.cordon.formats.weblogs.LogFormat;
import dev.cordon.formats.weblogs.LogProposal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Finds out how the lines of a log are built that is in none of the common forms: as the
 * investigators say, or, for text of no known form, by its first lines.
 */
final class LogForms {

  private static final int FEWEST_LINES = 3;
  private static final int MOST_LINES = 500;

  private LogForms() {}

  /** The format by which the content is to be read; none where its own form says it. */
  static Optional<LogFormat> find(Content content, byte[] head, Optional<LogFormat> told) {
    boolean mayBeLog =
        switch (content) {
          case Content.Unknown _ -> isText(head);
          case Content.Csv _, Content.AccessLog _, Content.W3cLog _, Content.JsonLines _ -> true;
          default -> false;
        };
    if (told.isPresent() && mayBeLog) {
      return told;
    }
    return content instanceof Content.Unknown && isText(head) ? proposed(head) : Optional.empty();
  }

  /** Whether the bytes are text, as far as can be told from the first. */
  static boolean isText(byte[] head) {
    for (byte next : head) {
      boolean isBlank = next == '\n' || next == '\r' || next == '\t' || next == '\f';
      if (next >= 0 && next < ' ' && !isBlank) {
        return false;
      }
    }
    return head.length > 0 && !Text.of(whole(head)).isWindows1252();
  }

  /** A log has an address and a time in nearly every line; anything else is no log. */
  private static Optional<LogFormat> proposed(byte[] head) {
    List<String> lines =
        Text.of(whole(head))
            .value()
            .lines()
            .filter(line -> !line.isBlank())
            .limit(MOST_LINES)
            .toList();
    if (lines.size() < FEWEST_LINES) {
      return Optional.empty();
    }
    return LogProposal.of(lines)
        .filter(proposal -> proposal.fitting() * 5 >= proposal.sampled() * 4)
        .filter(proposal -> has(proposal, LogField.ADDRESS) && has(proposal, LogField.TIME))
        .map(LogProposal::format);
  }

  private static boolean has(LogProposal proposal, LogField field) {
    return proposal.columns().stream().anyMatch(column -> column.field() == field);
  }

  /** The whole lines at the start. */
  private static byte[] whole(byte[] head) {
    for (int index = head.length; index > 0; index--) {
      if (head[index - 1] == '\n') {
        return Arrays.copyOf(head, index);
      }
    }
    return head;
  }
}
