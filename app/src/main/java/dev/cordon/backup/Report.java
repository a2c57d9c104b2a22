package dev.cordon.backup;

import dev.cordon.ledger.VerificationFinding;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** Prints findings as verifying does: a line each, or a JSON object each. */
final class Report {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final PrintWriter out;
  private final boolean json;

  Report(PrintWriter out, boolean json) {
    this.out = out;
    this.json = json;
  }

  /** One check. */
  void finding(String check, boolean held, String detail) {
    out.println(
        json
            ? JSON.writeValueAsString(new VerificationFinding(check, held, detail))
            : (held ? "held    " : "FAILED  ") + check + ": " + detail);
    out.flush();
  }

  /** Many checks. */
  void findings(List<VerificationFinding> findings) {
    findings.forEach(found -> finding(found.check(), found.held(), found.detail()));
  }

  /** A sentence for a person. */
  void line(String words) {
    if (!json) {
      out.println(words);
      out.flush();
    }
  }

  /** The outcome for a program, its fields in the order of their names. */
  void outcome(Map<String, Object> values) {
    if (json) {
      out.println(JSON.writeValueAsString(new TreeMap<>(values)));
      out.flush();
    }
  }
}
