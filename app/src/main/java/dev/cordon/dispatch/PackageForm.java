package dev.cordon.dispatch;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * In which form a package is made, and under which terms of the second form.
 *
 * @param number 1: a folder with its manifest; 2: a bag
 * @param profile field rules of the recipient
 * @param contact whom to ask; null in the first form
 * @param expiresOn the day after which it is to be deleted or reviewed
 * @param languages of its reports
 * @param supersedes the released version it replaces
 */
public record PackageForm(
    int number,
    String profile,
    @Nullable String contact,
    @Nullable LocalDate expiresOn,
    List<String> languages,
    @Nullable PackageId supersedes) {

  /** The form drafts are made in. */
  public static final int BAG = 2;

  /** Copies the list. */
  public PackageForm {
    languages = List.copyOf(languages);
  }

  /** Whether it is a bag. */
  public boolean isBag() {
    return number == BAG;
  }
}
