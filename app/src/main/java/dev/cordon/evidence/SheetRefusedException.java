package dev.cordon.evidence;

import dev.cordon.RefusedException;
import java.util.List;
import java.util.stream.Collectors;

/** A sheet of which nothing was entered, with everything that is wrong with it. */
public final class SheetRefusedException extends RefusedException {

  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 20;

  private final transient List<Sheet.Problem> problems;

  SheetRefusedException(List<Sheet.Problem> problems) {
    super(words(problems));
    this.problems = List.copyOf(problems);
  }

  /** What is wrong, line by line. */
  public List<Sheet.Problem> problems() {
    return problems;
  }

  private static String words(List<Sheet.Problem> problems) {
    String listed =
        problems.stream()
            .limit(SHOWN)
            .map(problem ->
                (problem.line() == 0 ? "the sheet: " : "line " + problem.line() + ": ")
                    + problem.words())
            .collect(Collectors.joining("; "));
    String rest = problems.size() > SHOWN ? "; and " + (problems.size() - SHOWN) + " more" : "";
    return "Nothing was entered. " + listed + rest + ".";
  }
}
