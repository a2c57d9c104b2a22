package dev.cordon.intake.internal;

import dev.cordon.formats.FormatException;
import dev.cordon.formats.Position;
import dev.cordon.formats.Text;
import dev.cordon.formats.content.Content;
import dev.cordon.formats.content.ContentJudge;
import dev.cordon.formats.content.PackedLimits;
import dev.cordon.formats.content.UnpackedStream;
import dev.cordon.formats.profiles.Profiles;
import dev.cordon.formats.weblogs.LogField;
import dev.cordon.formats.weblogs.LogFormat;
import dev.cordon.formats.weblogs.LogLine;
import dev.cordon.formats.weblogs.LogProposal;
import dev.cordon.intake.Original;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds out how the lines of a log are built that is in none of the common forms: as the
 * investigators say of the file, as a profile of the operation's own says, or, for text of no known
 * form, by its first lines.
 */
public final class LogForms {

  private static final int FEWEST_LINES = 3;
  private static final int MOST_LINES = 500;
  private static final Position NOWHERE = new Position(0, 0, 0);

  private LogForms() {}

  /** The form by which the content is to be read; none where its own form says it. */
  static Optional<LogForm> find(
      Content content, byte[] head, Optional<LogFormat> told, Profiles profiles) {
    boolean mayBeLog =
        switch (content) {
          case Content.Unknown _ -> isText(head);
          case Content.Csv _, Content.AccessLog _, Content.W3cLog _, Content.JsonLines _ -> true;
          default -> false;
        };
    if (told.isPresent() && mayBeLog) {
      LogFormat format = told.get();
      return Optional.of(new LogForm(format, LogForm.How.TOLD, saying(format, profiles)));
    }
    Optional<LogForm> own = ofProfile(content, head, profiles);
    if (own.isPresent()) {
      return own;
    }
    return content instanceof Content.Unknown && isText(head)
        ? proposed(head)
            .map(format -> new LogForm(format, LogForm.How.PROPOSED, saying(format, profiles)))
        : Optional.empty();
  }

  /** The same for a source as a whole, by its first bytes; nothing of it is kept. */
  public static Optional<LogForm> ofSource(
      Original original, Optional<LogFormat> told, Profiles profiles, PackedLimits limits)
      throws IOException {
    try (InputStream raw = original.open();
        BufferedInputStream stream =
            new BufferedInputStream(
                UnpackedStream.of(raw, limits), ContentJudge.HEAD_BYTES + 1024)) {
      byte[] head = Judge.head(stream);
      return find(ContentJudge.judge(head), head, told, profiles);
    }
  }

  /**
   * The log profile that fits the first lines best: four of five must fit. What looks like CSV or
   * like a common access log is only taken for another log when its first line fits too, and lines
   * fit by a time. A format without address and time fits nearly anything and is never taken
   * unasked.
   */
  public static Optional<LogForm> ofProfile(Content content, byte[] head, Profiles profiles) {
    boolean isUnknown = content instanceof Content.Unknown && isText(head);
    boolean isOther = content instanceof Content.Csv || content instanceof Content.AccessLog;
    List<Profiles.Match> logs = profiles.logs();
    if (logs.isEmpty() || !isUnknown && !isOther) {
      return Optional.empty();
    }
    List<String> lines = lines(head);
    LogForm best = null;
    long most = 0;
    for (Profiles.Match log : logs) {
      LogFormat format = LogFormat.of(String.valueOf(log.table().format()));
      long fitting = lines.stream().filter(line -> fits(format, line, isOther)).count();
      boolean isEnough =
          fitting * 5 >= lines.size() * 4L && (!isOther || fits(format, lines.getFirst(), true));
      boolean isBetter =
          fitting > most
              || best != null
                  && fitting == most
                  && format.fields().size() > best.format().fields().size();
      if (isEnough && fitting > 0 && isBetter) {
        best = new LogForm(format, LogForm.How.PROFILE, log);
        most = fitting;
      }
    }
    return Optional.ofNullable(best);
  }

  /** Whether two directives read lines alike. */
  public static boolean isSame(@Nullable String one, @Nullable String other) {
    if (one == null || other == null) {
      return false;
    }
    try {
      return one.equals(other)
          || LogFormat.of(one).directive().equals(LogFormat.of(other).directive());
    } catch (FormatException cannotBeWritten) {
      return false;
    }
  }

  private static boolean fits(LogFormat format, String line, boolean needsTime) {
    try {
      LogLine read = format.read(line, NOWHERE);
      String time = read.timeText();
      boolean hasTime = time != null && time.chars().anyMatch(Character::isDigit);
      return hasTime || !needsTime && read.field(LogField.ADDRESS) != null;
    } catch (FormatException another) {
      return false;
    }
  }

  /** The profile's log whose lines are built in this way. */
  private static Profiles.@Nullable Match saying(LogFormat format, Profiles profiles) {
    String directive;
    try {
      directive = format.directive();
    } catch (FormatException cannotBeWritten) {
      return null;
    }
    return profiles.logs().stream()
        .filter(log -> isSame(directive, log.table().format()))
        .findFirst()
        .orElse(null);
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
    List<String> lines = lines(head);
    if (lines.size() < FEWEST_LINES) {
      return Optional.empty();
    }
    return LogProposal.of(lines)
        .filter(proposal -> proposal.fitting() * 5 >= proposal.sampled() * 4)
        .filter(proposal -> has(proposal, LogField.ADDRESS) && has(proposal, LogField.TIME))
        .map(LogProposal::format);
  }

  private static List<String> lines(byte[] head) {
    return Text.of(whole(head))
        .value()
        .lines()
        .filter(line -> !line.isBlank())
        .limit(MOST_LINES)
        .toList();
  }

  private static boolean has(LogProposal proposal, LogField field) {
    return proposal.columns().stream().anyMatch(column -> column.field() == field);
  }

  /** The whole lines at the start; of a short file all. */
  private static byte[] whole(byte[] head) {
    if (head.length < ContentJudge.HEAD_BYTES) {
      return head;
    }
    for (int index = head.length; index > 0; index--) {
      if (head[index - 1] == '\n') {
        return Arrays.copyOf(head, index);
      }
    }
    return head;
  }
}
