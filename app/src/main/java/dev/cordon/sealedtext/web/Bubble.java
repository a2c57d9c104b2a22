package dev.cordon.sealedtext.web;

import dev.cordon.intake.SealedText;
import dev.cordon.sealedtext.Mark;
import dev.cordon.sealedtext.Reading;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message as the reading page shows it.
 *
 * @param writer the name the writer goes by
 * @param tone which of six quiet colours tells the writer apart; the name tells it too
 */
record Bubble(SealedText text, String writer, int tone, List<Mark> marks) {

  private static final int TONES = 6;

  /** A writer of the thread, for the filter. */
  record Writer(String account, String name, long texts) {}

  static List<Bubble> of(Reading.OpenPage open, List<Mark> marks) {
    return open.window().texts().rows().stream()
        .map(text ->
            new Bubble(
                text,
                name(text.account(), open.handles()),
                text.account() == null
                    ? 0
                    : 1 + Math.floorMod(text.account().hashCode(), TONES - 1),
                marks.stream().filter(mark -> mark.origin().equals(text.origin())).toList()))
        .toList();
  }

  static List<Writer> writers(Reading.OpenPage open) {
    return open.window().writers().entrySet().stream()
        .filter(entry -> !entry.getKey().isEmpty())
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .map(entry ->
            new Writer(entry.getKey(), name(entry.getKey(), open.handles()), entry.getValue()))
        .toList();
  }

  private static String name(@Nullable String account, Map<String, String> handles) {
    if (account == null) {
      return "writer not known";
    }
    return handles.getOrDefault(account, "account " + account);
  }

  @Override
  public String toString() {
    return "Bubble[hidden]";
  }
}
