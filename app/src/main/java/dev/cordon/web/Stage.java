package dev.cordon.web;

import java.util.List;

/**
 * One entry of the navigation.
 *
 * @param path what follows the operation's address
 * @param name what the reader sees
 * @param leadOnly whether only those who run the operation may open it
 */
public record Stage(String path, String name, boolean leadOnly) {

  private Stage(String path, String name) {
    this(path, name, false);
  }

  /** Stages that stand together, under a title or none. */
  public record Group(String title, List<Stage> stages) {

    public Group {
      stages = List.copyOf(stages);
    }
  }

  /** The navigation, in the order of the data. */
  static final List<Group> ALL =
      List.of(
          new Group("", List.of(new Stage("", "Overview"), new Stage("/figures", "Figures"))),
          new Group(
              "Records",
              List.of(
                  new Stage("/sources", "Sources", true),
                  new Stage("/proposals", "Proposals", true),
                  new Stage("/subjects", "Subjects", true))),
          new Group(
              "Countries",
              List.of(
                  new Stage("/packages", "Packages"),
                  new Stage("/board", "Action day"),
                  new Stage("/field-reports", "Field reports"))),
          new Group(
              "Evidence",
              List.of(new Stage("/exhibits", "Exhibits"), new Stage("/triage", "Triage"))),
          new Group(
              "Ground",
              List.of(
                  new Stage("/approvals", "Approvals", true),
                  new Stage("/members", "Members", true),
                  new Stage("/law", "Law"),
                  new Stage("/ledger", "Ledger"))));
}
