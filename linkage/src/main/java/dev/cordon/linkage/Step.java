package dev.cordon.linkage;

import java.util.regex.Pattern;

/**
 * One named step of a plan: a query, and the table its result becomes.
 *
 * <p>A step of several parts is one whose result is too large to be made at once: its query is run
 * for each part, {@code {part}} being the part's number from 0 and {@code {parts}} how many there
 * are, and the table is what all parts give. The query MUST give each row in exactly one part.
 *
 * @param output name of the table the step makes
 * @param query the query, without a semicolon; it may read inputs and the outputs of earlier steps
 * @param parts how many parts it is run in, 1 or more
 */
public record Step(String output, String query, int parts) {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");
  private static final String PART = "{part}";

  /** Checks the name, which becomes part of a statement, and that parts differ. */
  public Step {
    if (!NAME.matcher(output).matches()) {
      throw new LinkageException(
          "a step's output is a plain lower-case name, not '" + output + "'");
    }
    if (query.isBlank()) {
      throw new LinkageException("step " + output + " has no query");
    }
    if (parts < 1 || parts > 1 && !query.contains(PART)) {
      throw new LinkageException(
          "step " + output + " has " + parts + " parts, but its query does not tell them apart");
    }
  }

  /** A step that is run at once. */
  public Step(String output, String query) {
    this(output, query, 1);
  }

  /** The query of one part. */
  public String query(int part) {
    return query.replace(PART, Integer.toString(part)).replace("{parts}", Integer.toString(parts));
  }
}
