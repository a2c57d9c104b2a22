package dev.cordon.intake.profiles;

/** Signs that change how other signs are shown. */
final class Controls {

  private Controls() {}

  /** Whether this is a control or a format character, those that turn the direction among them. */
  static boolean isOne(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }
}
