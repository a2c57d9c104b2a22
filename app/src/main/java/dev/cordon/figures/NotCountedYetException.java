package dev.cordon.figures;

import dev.cordon.CordonException;

/**
 * An operation's figures are being counted for the first time, which takes longer than a page
 * waits.
 */
public class NotCountedYetException extends CordonException {

  private static final long serialVersionUID = 1L;

  NotCountedYetException() {
    super("The figures are being counted for the first time. Ask again in a moment.");
  }
}
