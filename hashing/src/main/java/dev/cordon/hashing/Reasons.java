package dev.cordon.hashing;

import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** What went wrong, in words and of bounded length. */
public final class Reasons {

  private static final int LONGEST = 300;

  private Reasons() {}

  /** The words for what failed. */
  public static String of(Exception failed) {
    String text =
        switch (failed) {
          case AccessDeniedException denied -> "no right to read it";
          case NoSuchFileException gone -> "it is not there";
          default ->
              failed.getMessage() == null ? failed.getClass().getSimpleName() : failed.getMessage();
        };
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
