package dev.cordon.web;

import dev.cordon.access.Area;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the navigation.
 *
 * @param path what follows the operation's address
 * @param name what the reader sees
 * @param area what it shows: only who reads something of it is offered the stage; null: every
 *     member of the operation is
 */
public record Stage(String path, String name, @Nullable Area area) {

  /** Stages that stand together, under a title or none. */
  public record Group(String title, List<Stage> stages) {

    public Group {
      stages = List.copyOf(stages);
    }
  }

  /** The navigation, in the order of the data. */
  static final List<Group> ALL =
      List.of(
          new Group(
              "",
              List.of(
                  new Stage("", "Overview", Area.FIGURES),
                  new Stage("/figures", "Figures", Area.FIGURES),
                  new Stage("/tasks", "Tasks", Area.TASKS))),
          new Group(
              "Records",
              List.of(
                  new Stage("/sources", "Sources", Area.SOURCES),
                  new Stage("/profiles", "Profiles", Area.SOURCES),
                  new Stage("/proposals", "Proposals", Area.PROPOSALS),
                  new Stage("/subjects", "Subjects", Area.SUBJECTS),
                  new Stage("/safeguarding", "In danger", Area.SUBJECTS),
                  new Stage("/sealed-text", "Sealed text", Area.SEALED_TEXT))),
          new Group(
              "Countries",
              List.of(
                  new Stage("/requests", "Requests", Area.REQUESTS),
                  new Stage("/packages", "Packages", Area.PACKAGES),
                  new Stage("/correspondence", "Correspondence", Area.CORRESPONDENCE),
                  new Stage("/board", "Action day", Area.ACTION),
                  new Stage("/field-reports", "Field reports", Area.ACTION))),
          new Group(
              "Evidence",
              List.of(
                  new Stage("/exhibits", "Exhibits", Area.EVIDENCE),
                  new Stage("/triage", "Triage", Area.TRIAGE),
                  new Stage("/victims", "Victims", Area.VICTIMS))),
          new Group(
              "Ground",
              List.of(
                  new Stage("/approvals", "Approvals", Area.APPROVALS),
                  new Stage("/members", "Members", null),
                  new Stage("/law", "Law", null),
                  new Stage("/ledger", "Ledger", null),
                  new Stage("/oversight", "Oversight", Area.OVERSIGHT),
                  new Stage("/data-protection", "Data protection", Area.DATA_PROTECTION))));
}
