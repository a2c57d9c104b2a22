package dev.cordon.law;

import dev.cordon.law.Coverage.Answer;
import java.util.function.Function;

/** What an answer leaves open where the apparent age decides. */
final class Ages {

  private Ages() {}

  /** The answer, with a sentence for each age for which it is another one. */
  static Coverage explained(
      LawQuestion question, Coverage answer, Function<LawQuestion, Coverage> ask) {
    if (question.age() != null || answer.answer() != Answer.COVERED) {
      return answer;
    }
    StringBuilder reason = new StringBuilder(answer.reason());
    for (AgeBand age : new AgeBand[] {AgeBand.UNDER_14, AgeBand.FROM_14_TO_17}) {
      Coverage of = ask.apply(aged(question, age));
      if (of.answer() != Answer.COVERED) {
        reason
            .append(" For a person who appears to be ")
            .append(age.words())
            .append(": ")
            .append(of.answer().words())
            .append('.');
      }
    }
    return new Coverage(
        question,
        answer.answer(),
        reason.toString(),
        answer.provisions(),
        answer.questions(),
        answer.version());
  }

  private static LawQuestion aged(LawQuestion question, AgeBand age) {
    return new LawQuestion(
        question.jurisdiction(), question.conduct(), question.material(), age, question.on());
  }
}
