package dev.cordon.linkage.model;

import dev.cordon.linkage.LinkageException;

/** A part of a record that two records may share. */
public sealed interface Key {

  /** The field it is taken from. */
  String field();

  /** A field's whole value. */
  record Whole(String field) implements Key {
    @Override
    public String toString() {
      return field;
    }
  }

  /** A field's first characters; a shorter value has none. */
  record Prefix(String field, int length) implements Key {
    /** Checks the length. */
    public Prefix {
      if (length < 1 || length > 100) {
        throw new LinkageException(
            "prefix(" + field + ") is of 1 to 100 characters, not " + length);
      }
    }

    @Override
    public String toString() {
      return "prefix(" + field + ", " + length + ")";
    }
  }

  /** A field's value without its last characters; a value that short has none. */
  record Without(String field, int last) implements Key {
    /** Checks the length. */
    public Without {
      if (last < 1 || last > 100) {
        throw new LinkageException("without(" + field + ") takes 1 to 100 characters, not " + last);
      }
    }

    @Override
    public String toString() {
      return "without(" + field + ", " + last + ")";
    }
  }

  /** Every word of a field's value: two records share it when they share a word. */
  record Words(String field) implements Key {
    @Override
    public String toString() {
      return "words(" + field + ")";
    }
  }
}
