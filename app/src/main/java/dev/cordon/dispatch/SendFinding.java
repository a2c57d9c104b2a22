package dev.cordon.dispatch;

/**
 * Something a draft lacks or contradicts.
 *
 * @param blocks whether it must be put right before the package may go
 * @param words what, in a sentence
 */
public record SendFinding(boolean blocks, String words) {

  static SendFinding blocking(String words) {
    return new SendFinding(true, words);
  }

  static SendFinding told(String words) {
    return new SendFinding(false, words);
  }
}
