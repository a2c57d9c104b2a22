package dev.cordon.formats.sqlite;

/** A page or a cell does not hold what the format promises; what hangs on it cannot be read. */
final class BrokenPage extends Exception {

  private static final long serialVersionUID = 1L;

  BrokenPage(String message) {
    super(message, null, false, false);
  }
}
