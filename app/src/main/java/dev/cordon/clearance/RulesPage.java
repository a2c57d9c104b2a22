package dev.cordon.clearance;

import dev.cordon.access.Area;
import dev.cordon.access.ForEveryMember;
import dev.cordon.access.Role;
import dev.cordon.access.Rules;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Who may see what: the rules as the database enforces them. */
@ForEveryMember("the rules are no secret; who is bound by them reads them")
@Controller
class RulesPage {

  private final Rules rules;

  RulesPage(Rules rules) {
    this.rules = rules;
  }

  /** One area with its rules by role. */
  record Line(String name, String holds, boolean breakGlass, List<Cell> cells) {}

  /** What one role reaches of an area. */
  record Cell(String role, String reach, String does, String categories, String because) {

    static Cell of(Rules.Rule rule) {
      return new Cell(
          words(rule.role().text()),
          reach(rule.reach()),
          does(rule),
          rule.categories().stream().map(Cell::words).collect(Collectors.joining(", ")),
          rule.because());
    }

    private static String does(Rules.Rule rule) {
      List<String> acts =
          java.util.stream.Stream.concat(
                  java.util.stream.Stream.of(
                          rule.reads() ? "reads" : "", rule.writes() ? "writes" : "")
                      .filter(act -> !act.isEmpty()),
                  rule.rights().stream().map(Cell::words))
              .toList();
      return String.join(", ", acts);
    }

    private static String reach(String reach) {
      return switch (reach) {
        case "operation" -> "all of the operation";
        case "own_agency" -> "own agency";
        default -> "what the lead shares";
      };
    }

    private static String words(String text) {
      return text.replace('_', ' ');
    }
  }

  @GetMapping("/need-to-know")
  String rules(Model model) {
    Map<Area, List<Rules.Rule>> byArea =
        rules.all().stream()
            .collect(Collectors.groupingBy(Rules.Rule::area, TreeMap::new, Collectors.toList()));
    model.addAttribute(
        "areas",
        rules.areas().stream()
            .sorted((one, two) -> one.area().compareTo(two.area()))
            .map(known ->
                new Line(
                    title(known.area()),
                    known.holds(),
                    known.breakGlass(),
                    byArea.getOrDefault(known.area(), List.of()).stream().map(Cell::of).toList()))
            .toList());
    model.addAttribute(
        "clearances",
        rules.clearances().stream()
            .sorted((one, two) -> one.role().compareTo(two.role()))
            .map(one ->
                new Codes(
                    title(one.role()),
                    one.codes().stream().map(Enum::name).sorted().toList(),
                    one.because()))
            .toList());
    return "clearance/rules";
  }

  /** The handling codes of a role. */
  record Codes(String role, List<String> codes, String because) {}

  private static String title(Area area) {
    return capital(area.text());
  }

  private static String title(Role role) {
    return capital(role.text());
  }

  private static String capital(String text) {
    String words = text.replace('_', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
