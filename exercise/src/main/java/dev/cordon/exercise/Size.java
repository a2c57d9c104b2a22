package dev.cordon.exercise;

/** The sizes the command offers: about 1.5 * 10^5, 10^7 and 10^8 records. */
public enum Size {
  S(1, false),
  M(65, true),
  L(650, true);

  private final Extent extent;

  Size(double factor, boolean wide) {
    this.extent = new Extent(name(), factor, wide);
  }

  public Extent extent() {
    return extent;
  }
}
