package dev.cordon.intake;

import static dev.cordon.intake.RecordColumn.number;
import static dev.cordon.intake.RecordColumn.optionalNumber;
import static dev.cordon.intake.RecordColumn.optionalText;
import static dev.cordon.intake.RecordColumn.optionalTime;
import static dev.cordon.intake.RecordColumn.text;
import static dev.cordon.intake.RecordColumn.time;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The kinds of records, each a data set of its own with these columns after its origin. */
public enum RecordKind {
  /** One for each unit of the balance: position and state. */
  ROWS(
      number("byte_offset"),
      number("line"),
      number("length"),
      optionalText("source_key"),
      text("state"),
      optionalText("reason"),
      optionalText("duplicate_of_source"),
      optionalText("duplicate_of_table"),
      optionalNumber("duplicate_of_row")),
  /** An account on a system. */
  ACCOUNTS(
      text("system"),
      text("account"),
      text("kind"),
      optionalText("handle"),
      optionalTime("registered_at"),
      optionalText("at_raw"),
      optionalText("time_flag"),
      optionalTime("at_other")),
  /** A selector seen with an account, an order or a payment. */
  SELECTORS(
      text("system"),
      optionalText("account"),
      optionalText("order_key"),
      optionalText("payment_reference"),
      text("kind"),
      text("raw"),
      optionalText("value"),
      optionalTime("at"),
      text("context"),
      optionalText("verdict"),
      optionalNumber("rules"),
      optionalText("country"),
      optionalText("at_raw"),
      optionalText("time_flag"),
      optionalTime("at_other")),
  /** A fact about the person behind an account, an order or a payment. */
  FACTS(
      text("system"),
      optionalText("account"),
      optionalText("order_key"),
      optionalText("payment_reference"),
      text("kind"),
      text("raw"),
      optionalText("value"),
      optionalTime("at"),
      optionalText("verdict"),
      optionalNumber("rules"),
      optionalText("at_raw"),
      optionalText("time_flag"),
      optionalTime("at_other")),
  /** A payment or an attempt at one. */
  PAYMENTS(
      text("system"),
      optionalText("order_key"),
      optionalText("payment_reference"),
      optionalText("account"),
      text("status"),
      optionalNumber("amount_minor"),
      optionalText("currency"),
      optionalText("method"),
      optionalTime("at"),
      optionalText("at_raw"),
      optionalText("time_flag"),
      optionalTime("at_other")),
  /** A visit, log-in or other access from an address at a time. */
  ACCESSES(
      text("system"),
      optionalText("account"),
      optionalText("order_key"),
      optionalText("ip"),
      optionalTime("at"),
      optionalText("at_raw"),
      optionalText("time_flag"),
      text("action"),
      optionalText("device"),
      optionalTime("at_other"),
      optionalText("ip_raw"),
      optionalText("verdict"),
      optionalNumber("rules")),
  /** That a message was written; its text stays in the sealed source. */
  MESSAGES(
      text("system"),
      optionalText("account"),
      optionalText("thread"),
      text("message_key"),
      optionalTime("at"),
      number("length"),
      optionalText("at_raw"),
      optionalText("time_flag"),
      optionalTime("at_other")),
  /** What the normal form of a selector, fact or access was by earlier rules. */
  EARLIER_VALUES(
      text("data_set"),
      number("place"),
      text("kind"),
      optionalText("value"),
      optionalText("verdict"),
      number("rules"),
      time("replaced_at"));

  private final List<RecordColumn> columns;

  RecordKind(RecordColumn... own) {
    this.columns =
        Stream.concat(
                Stream.of(text("source"), text("source_table"), number("source_row")),
                Stream.of(own))
            .toList();
  }

  /** All kinds but the rows themselves. */
  static List<RecordKind> recordKinds() {
    return Stream.of(values()).filter(kind -> kind != ROWS).toList();
  }

  /** All columns in their order, the origin first. */
  public List<RecordColumn> columns() {
    return columns;
  }

  /** The name of the data set: its folder and its view. */
  public String dataSet() {
    return name().toLowerCase(Locale.ROOT);
  }
}
