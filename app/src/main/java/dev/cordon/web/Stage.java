package dev.cordon.web;

import dev.cordon.access.Role;
import java.util.List;
import java.util.Set;

/**
 * One entry of the navigation.
 *
 * @param path what follows the operation's address
 * @param name what the reader sees
 * @param leadOnly whether only those who run the operation may open it
 * @param roles whose entry it is; empty for everyone's
 */
public record Stage(String path, String name, boolean leadOnly, Set<Role> roles) {

  private Stage(String path, String name) {
    this(path, name, false, Set.of());
  }

  private Stage(String path, String name, boolean leadOnly) {
    this(path, name, leadOnly, Set.of());
  }

  private static Stage of(String path, String name, Role... roles) {
    return new Stage(path, name, false, Set.of(roles));
  }

  /** Whether it is offered to someone with these roles. */
  boolean isFor(boolean lead, Set<Role> held) {
    return (lead || !leadOnly) && (roles.isEmpty() || roles.stream().anyMatch(held::contains));
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
                  new Stage("/subjects", "Subjects", true),
                  of(
                      "/sealed-text",
                      "Sealed text",
                      Role.ANALYST,
                      Role.COORDINATOR,
                      Role.VICTIM_IDENTIFICATION,
                      Role.PROSECUTOR,
                      Role.DATA_PROTECTION_OFFICER))),
          new Group(
              "Countries",
              List.of(
                  new Stage("/packages", "Packages"),
                  new Stage("/board", "Action day"),
                  new Stage("/field-reports", "Field reports"))),
          new Group(
              "Evidence",
              List.of(
                  new Stage("/exhibits", "Exhibits"),
                  new Stage("/triage", "Triage"),
                  of("/victims", "Victims", Role.VICTIM_IDENTIFICATION, Role.COORDINATOR))),
          new Group("Ground", List.of(new Stage("/law", "Law"), new Stage("/ledger", "Ledger"))));
}
