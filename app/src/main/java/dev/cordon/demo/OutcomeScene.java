package dev.cordon.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The national agencies say what came of their packages: an investigation opened for each subject,
 * a search or an arrest where a report from the field was matched, and of one subject in a large
 * package that nobody could be identified.
 */
final class OutcomeScene {

  private static final int LARGE = 10;

  private final Cast cast;
  private final String base;
  private int reported;

  OutcomeScene(Cast cast) {
    this.cast = cast;
    this.base = cast.operationPath();
  }

  /** Reports for all agencies; how many outcomes. */
  int play() {
    for (Cast.National national : cast.nationals().values()) {
      report(national.officer());
    }
    return reported;
  }

  private void report(Caller officer) {
    Map<String, Set<String>> measured = measured(officer);
    for (JsonNode one : officer.pages(base + "/packages")) {
      String path = base + "/packages/" + one.path("id").asString();
      List<String> subjects = new ArrayList<>();
      officer.pages(path + "/subjects").forEach(found -> subjects.add(found.path("id").asString()));
      String last = subjects.size() < LARGE ? "" : subjects.getLast();
      for (String subject : subjects) {
        Set<String> kinds = measured.getOrDefault(subject, Set.of());
        if (subject.equals(last) && kinds.isEmpty()) {
          say(officer, path, subject, "NOT_IDENTIFIED", "Nobody of that name lives there.");
          continue;
        }
        say(officer, path, subject, "OPENED", null);
        if (kinds.contains("search")) {
          say(officer, path, subject, "SEARCHED", null);
        }
        if (kinds.contains("arrest")) {
          say(officer, path, subject, "ARRESTED", null);
        }
      }
    }
  }

  /** Of each subject in a package, the kinds of reports matched to it. */
  private Map<String, Set<String>> measured(Caller officer) {
    Map<String, Set<String>> measured = new HashMap<>();
    for (JsonNode report : officer.pages(base + "/field-reports")) {
      String subject = report.path("match").path("packageSubject").asString("");
      if (!subject.isEmpty()) {
        measured
            .computeIfAbsent(subject, any -> new HashSet<>())
            .add(report.path("kind").asString());
      }
    }
    return measured;
  }

  private void say(
      Caller officer, String path, String subject, String outcome, @Nullable String note) {
    Map<String, Object> report = new HashMap<>();
    report.put("packageSubject", subject);
    report.put("outcome", outcome);
    report.put("note", note);
    officer.post(path + "/outcomes", report);
    reported++;
  }
}
