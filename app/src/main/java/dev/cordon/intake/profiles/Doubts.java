package dev.cordon.intake.profiles;

import dev.cordon.intake.AccessRecord;
import dev.cordon.intake.NormalisedRecord;
import dev.cordon.intake.PaymentRecord;
import dev.cordon.intake.RecordedTime;
import dev.cordon.intake.SelectorRecord;
import java.util.Map;

/** What is doubtful about records a profile makes. */
final class Doubts {

  private Doubts() {}

  /** Adds what is doubtful about this record to the counts. */
  static void of(NormalisedRecord entry, Map<String, Long> doubts) {
    if (entry instanceof PaymentRecord payment) {
      time("payment", payment.time(), doubts);
      if (payment.amountMinor() == null) {
        count("payment without a readable amount", doubts);
      }
      if (payment.status().equals("unknown")) {
        count("payment whose word of state has no meaning yet", doubts);
      }
    } else if (entry instanceof AccessRecord access) {
      time("access", access.time(), doubts);
      if (access.address().value() == null) {
        count("access without a readable address", doubts);
      }
    } else if (entry instanceof SelectorRecord selector && selector.normal().value() == null) {
      count(selector.selectorKind() + " that is not valid as one, kept as written", doubts);
    }
  }

  private static void time(String what, RecordedTime time, Map<String, Long> doubts) {
    String flag = time.flag();
    if (flag != null) {
      count(what + " whose time is flagged " + flag.replace('-', ' '), doubts);
    } else if (time.at() == null) {
      count(what + " without a time", doubts);
    }
  }

  private static void count(String what, Map<String, Long> doubts) {
    doubts.merge(what, 1L, Long::sum);
  }
}
