package dev.cordon.law;

import dev.cordon.law.Coverage.Answer;
import java.util.List;
import java.util.stream.Collectors;

/** The answer for a country from those of its parts. */
final class Parts {

  private Parts() {}

  /** Covered when all parts are; in part when some are; else their common answer, or unknown. */
  static Coverage together(
      LawQuestion question, List<Coverage> parts, Jurisdictions places, String version) {
    String country = places.get(question.jurisdiction()).name();
    String each =
        parts.stream()
            .map(part ->
                places.get(part.question().jurisdiction()).name()
                    + ": "
                    + part.answer().words()
                    + ". "
                    + part.reason())
            .collect(Collectors.joining(" "));
    return new Coverage(
        question,
        answer(parts),
        "The law of " + country + " differs by part. " + each,
        parts.stream().flatMap(part -> part.provisions().stream()).distinct().toList(),
        parts.stream().flatMap(part -> part.questions().stream()).distinct().toList(),
        version);
  }

  private static Answer answer(List<Coverage> parts) {
    List<Answer> answers = parts.stream().map(Coverage::answer).distinct().toList();
    if (answers.size() == 1) {
      return answers.getFirst();
    }
    return answers.contains(Answer.COVERED) ? Answer.COVERED_IN_PART : Answer.UNKNOWN;
  }
}
