package dev.cordon.web;

import dev.cordon.access.Role;
import java.util.List;
import java.util.Set;

/**
 * One entry of the navigation.
 *
 * @param path what follows the operation's address
 * @param name what the reader sees
 * @param roles who may open it; none named for everyone in the operation
 */
public record Stage(String path, String name, Set<Role> roles) {

  private static final Role[] LEAD = {Role.ANALYST, Role.COORDINATOR};

  private Stage(String path, String name, Role... roles) {
    this(path, name, Set.of(roles));
  }

  /** Whether a member with these roles may open it. */
  boolean opensTo(Set<Role> held) {
    return roles.isEmpty() || held.stream().anyMatch(roles::contains);
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
                  new Stage("/sources", "Sources", LEAD),
                  new Stage("/proposals", "Proposals", LEAD),
                  new Stage("/subjects", "Subjects", LEAD))),
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
                  new Stage("/law", "Law"),
                  new Stage("/ledger", "Ledger"),
                  new Stage("/oversight", "Oversight", Role.AUDITOR, Role.DATA_PROTECTION_OFFICER),
                  new Stage(
                      "/data-protection",
                      "Data protection",
                      Role.DATA_PROTECTION_OFFICER,
                      Role.COORDINATOR))));
}
