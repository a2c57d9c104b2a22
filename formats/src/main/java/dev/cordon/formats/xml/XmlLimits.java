package dev.cordon.formats.xml;

/**
 * How much of an XML file is held at once.
 *
 * @param depth how many elements around each other
 * @param tokenBytes how many bytes one tag, comment or instruction may take
 * @param names how many different names of elements and attributes
 * @param textBytes how long the text of one element may be before it is dropped
 */
public record XmlLimits(int depth, int tokenBytes, int names, int textBytes) {

  /** 64 deep, tags to 1 MiB, 4096 names, texts to 1 MiB. */
  public static final XmlLimits STANDARD = new XmlLimits(64, 1 << 20, 4096, 1 << 20);
}
