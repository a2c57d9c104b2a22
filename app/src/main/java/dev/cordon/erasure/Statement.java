package dev.cordon.erasure;

import dev.cordon.approval.Request;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Says what happened and what remains, in counts and never in values. Texts, whole numbers, lists
 * and objects of these, as a certificate carries them.
 */
final class Statement {

  private Statement() {}

  static Map<String, Object> of(
      ErasureOrder order, List<ScopeLine> lines, Request request, String certifiedBy, Instant now) {
    Map<String, Object> statement = new TreeMap<>();
    statement.put("operation", order.operation().toString());
    statement.put("order", order(order));
    statement.put("persons", persons(order, request, certifiedBy, now));
    statement.put("happened", happened(lines));
    statement.put("sources", sources(lines));
    statement.put("remains", remains(order, lines));
    return statement;
  }

  private static Map<String, Object> order(ErasureOrder order) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("number", order.number());
    told.put("kind", order.kind().text());
    told.put("authority", order.ordered().authority());
    told.put("reference", order.ordered().reference());
    told.put("ordered_on", order.ordered().on().toString());
    told.put("legal_basis", order.ordered().legalBasis());
    told.put("chosen_by", order.chosenBy().text());
    order.lifts().ifPresent(number -> told.put("ends", number));
    return told;
  }

  private static Map<String, Object> persons(
      ErasureOrder order, Request request, String certifiedBy, Instant now) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("entered_by", order.enteredBy());
    told.put("entered_at", order.enteredAt().toString());
    told.put("asked_by", request.askedByName());
    told.put("asked_at", request.askedAt().toString());
    told.put("approved_by", order.approvedBy().orElse(""));
    told.put("approved_at", time(order.approvedAt().orElse(null)));
    told.put("carried_out_at", time(order.doneAt().orElse(null)));
    told.put("certified_by", certifiedBy);
    told.put("certified_at", now.toString());
    return told;
  }

  private static String time(@org.jspecify.annotations.Nullable Instant at) {
    return at == null ? "" : at.toString();
  }

  private static List<Map<String, Object>> happened(List<ScopeLine> lines) {
    return lines.stream()
        .filter(line -> line.amount() > 0 && !line.how().equals("rows"))
        .filter(line -> !line.how().equals("named") || line.name().equals("package"))
        .map(line -> {
          Map<String, Object> told = new LinkedHashMap<>();
          told.put("what", line.name());
          told.put("how", line.how().equals("salts") ? "salt destroyed" : line.how());
          told.put("amount", line.amount());
          told.put("note", line.note());
          return told;
        })
        .toList();
  }

  private static List<Map<String, Object>> sources(List<ScopeLine> lines) {
    return lines.stream()
        .filter(line -> line.how().equals("rows"))
        .map(line -> {
          Map<String, Object> told = new LinkedHashMap<>();
          told.put("source", String.valueOf(line.source()));
          told.put("table", String.valueOf(line.sourceTable()));
          told.put("rows_were", String.valueOf(line.state()));
          told.put("rows", line.amount());
          told.put("sealed_original", "restricted");
          return told;
        })
        .toList();
  }

  private static List<Map<String, Object>> remains(ErasureOrder order, List<ScopeLine> lines) {
    if (order.kind() == OrderKind.END_OF_RESTRICTION) {
      return List.of(left("everything the restriction hid", "it is shown again", "as for others"));
    }
    List<Map<String, Object>> remains = new ArrayList<>();
    if (order.kind() == OrderKind.RESTRICTION) {
      remains.add(
          left(
              "records, texts and rows of the database",
              "kept and hidden from every reader of this installation",
              "an order ends the restriction or the data are erased"));
    }
    remains.add(
        left(
            "the sealed originals",
            "as received, encrypted; the rows named under sources are hidden from every reader, and"
                + " a source that was sealed by reference lies where it came from",
            "the operation's key is destroyed"));
    if (order.kind() == OrderKind.ERASURE) {
      remains.addAll(afterErasure());
    }
    remains.add(
        left(
            "backups, exports and files handed out before " + time(order.approvedAt().orElse(null)),
            "beyond reach of this installation; restoring an older backup of database and vault"
                + " brings back what it holds, the order has to be carried out again",
            "who keeps them deletes them"));
    String packages =
        lines.stream()
            .filter(line -> line.name().equals("package") && line.note().contains("recall"))
            .map(ScopeLine::note)
            .collect(Collectors.joining("; "));
    if (!packages.isEmpty()) {
      remains.add(left("packages with their recipients", packages, "they are recalled"));
    }
    remains.add(
        left(
            "words of other persons and of members",
            "messages of others and reasons members wrote were not searched for the person",
            "the operation ends"));
    lines.stream()
        .filter(line -> line.name().startsWith("quarantined rows"))
        .forEach(line ->
            remains.add(
                left(
                    line.amount() + " quarantined rows of the operation's sources",
                    line.note(),
                    "the operation's key is destroyed")));
    return remains;
  }

  private static List<Map<String, Object>> afterErasure() {
    return List.of(
        left(
            "the places of the erased rows",
            "source, table and row number, so that they never come back; nothing they said",
            "the operation ends"),
        left(
            "the database's write-ahead log",
            "may hold older versions of the rows; the tables, indexes and statistics were written"
                + " anew",
            "the database recycles it"),
        left(
            "blocks of the disk that held deleted files",
            "not overwritten; records and texts in them are encrypted under the operation's key,"
                + " the database's are not",
            "the disk uses them again"),
        left("figures already published", "numbers without records", "they stay"));
  }

  private static Map<String, Object> left(String what, String how, String until) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("what", what);
    told.put("how", how);
    told.put("until", until);
    return told;
  }
}
