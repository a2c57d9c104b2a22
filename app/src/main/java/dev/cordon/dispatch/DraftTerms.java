package dev.cordon.dispatch;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Terms of a draft that have a usual value.
 *
 * @param profile field rules of the recipient; null: those of a national agency
 * @param contact whom to ask; null: the member who drafts
 * @param expiresOn the day after which it is to be deleted or reviewed; null: the operation's end
 */
public record DraftTerms(
    @Nullable String profile, @Nullable String contact, @Nullable LocalDate expiresOn) {

  /** All as usual. */
  public static final DraftTerms USUAL = new DraftTerms(null, null, null);

  /** Empty words are none. */
  public DraftTerms {
    profile = profile == null || profile.isBlank() ? null : profile.strip();
    contact = contact == null || contact.isBlank() ? null : contact.strip();
  }
}
