package dev.cordon.linkage;

import java.util.regex.Pattern;

/**
 * One named step of a plan: a query, and the table its result becomes.
 *
 * @param output name of the table the step makes
 * @param query the query, without a semicolon; it may read inputs and the outputs of earlier steps
 */
public record Step(String output, String query) {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

  /** Checks the name, which becomes part of a statement. */
  public Step {
    if (!NAME.matcher(output).matches()) {
      throw new LinkageException(
          "a step's output is a plain lower-case name, not '" + output + "'");
    }
    if (query.isBlank()) {
      throw new LinkageException("step " + output + " has no query");
    }
  }
}
