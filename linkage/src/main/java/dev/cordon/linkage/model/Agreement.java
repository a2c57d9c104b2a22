package dev.cordon.linkage.model;

import java.util.List;
import java.util.stream.Collectors;

/** What must hold between two records for a level of a comparison. */
public sealed interface Agreement {

  /** Both have the key and it is the same. */
  record Same(Key key) implements Agreement {
    @Override
    public String toString() {
      return "same(" + key + ")";
    }
  }

  /** A likeness of a field is at least so much. */
  record Like(Measure measure, String field, double atLeast) implements Agreement {
    @Override
    public String toString() {
      return measure.word() + "(" + field + ") >= " + atLeast;
    }
  }

  /** A distance of a field is at most so much. */
  record Near(Measure measure, String field, double atMost) implements Agreement {
    @Override
    public String toString() {
      return measure.word() + "(" + field + ") <= " + atMost;
    }
  }

  /** One record's first field equals the other's second, or the other way round. */
  record Crossed(String first, String second) implements Agreement {
    @Override
    public String toString() {
      return "crossed(" + first + ", " + second + ")";
    }
  }

  /** One of the two values begins with the other: an initial, a short form, a cut field. */
  record Begins(String field) implements Agreement {
    @Override
    public String toString() {
      return "begins(" + field + ")";
    }
  }

  /** The two values were learned to stand for one another (John and Jack). */
  record Variant(String field) implements Agreement {
    @Override
    public String toString() {
      return "variant(" + field + ")";
    }
  }

  /** All of these. */
  record All(List<Agreement> parts) implements Agreement {
    /** Copies the parts. */
    public All {
      parts = List.copyOf(parts);
    }

    @Override
    public String toString() {
      return parts.stream().map(Object::toString).collect(Collectors.joining(" and "));
    }
  }

  /** At least one of these; binds weaker than {@link All}. */
  record Any(List<Agreement> parts) implements Agreement {
    /** Copies the parts. */
    public Any {
      parts = List.copyOf(parts);
    }

    @Override
    public String toString() {
      return parts.stream().map(Object::toString).collect(Collectors.joining(" or "));
    }
  }
}
