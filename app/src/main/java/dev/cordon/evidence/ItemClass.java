package dev.cordon.evidence;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What sort of thing an exhibit is. */
public enum ItemClass {
  /** A device: telephone, computer, camera. */
  DEVICE(
      "device", "(phone|laptop|computer|tablet|console|camera|router|server|watch|device|desktop)"),
  /** A medium that stores data: drive, stick, card, disc. */
  STORAGE("storage medium", "(usb|disk|disc|drive|storage|memory|sd.?card|nas)"),
  /** Paper. */
  PAPER("paper", "(paper|document|note|letter|book|receipt)"),
  /** A vehicle. */
  VEHICLE("vehicle", "(car|vehicle|van|bike|motor)"),
  /** Data of an account, as a provider or an export gave it. */
  ACCOUNT_DATA("account data", "(account|mailbox|cloud)"),
  /** Anything else. */
  OTHER("other", "");

  private static final List<ItemClass> GUESSED =
      List.of(STORAGE, DEVICE, PAPER, VEHICLE, ACCOUNT_DATA);

  private final String label;
  private final Pattern words;

  ItemClass(String label, String words) {
    this.label = label;
    this.words = Pattern.compile(words, Pattern.CASE_INSENSITIVE);
  }

  /** As people call it. */
  public String label() {
    return label;
  }

  /** As the database writes it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Read from what the database or a file writes. */
  public static ItemClass of(String text) {
    return valueOf(text.strip().toUpperCase(Locale.ROOT).replace(' ', '_'));
  }

  /** The class the name of a kind suggests; who enters it may say otherwise. */
  public static ItemClass suggestedBy(String kind) {
    return GUESSED.stream().filter(one -> one.words.matcher(kind).find()).findFirst().orElse(OTHER);
  }
}
