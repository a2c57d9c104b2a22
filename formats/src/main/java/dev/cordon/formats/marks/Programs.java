package dev.cordon.formats.marks;

import java.util.List;
import java.util.Locale;

/** Programs that edit or write pictures, told by what they write of themselves. */
final class Programs {

  private static final List<String> KNOWN =
      List.of(
          "Adobe Photoshop Lightroom",
          "Adobe Lightroom",
          "Adobe Photoshop",
          "Adobe Firefly",
          "Adobe Illustrator",
          "GIMP",
          "paint.net",
          "Affinity Photo",
          "Capture One",
          "darktable",
          "RawTherapee",
          "Snapseed",
          "PicsArt",
          "Facetune",
          "FaceApp",
          "Canva",
          "Pixelmator",
          "CorelDRAW",
          "PaintShop",
          "ACDSee",
          "IrfanView",
          "ImageMagick",
          "Krita",
          "Polarr",
          "VSCO",
          "Google",
          "Picasa",
          "Windows Photo",
          "Microsoft",
          "Apple Photos",
          "Instagram",
          "Midjourney",
          "NovelAI",
          "DaVinci Resolve",
          "Lavf");

  private Programs() {}

  static String named(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return KNOWN.stream()
        .filter(name -> lower.contains(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElse("another program");
  }
}
