package dev.cordon.formats.marks;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The terms of IPTC's digital source type (cv.iptc.org/newscodes/digitalsourcetype, retired ones
 * among them) and those C2PA adds, as a bare term or as an address of either scheme.
 */
final class SourceTypes {

  private static final Map<String, String> TERMS =
      Set.of(
              "trainedAlgorithmicMedia",
              "compositeWithTrainedAlgorithmicMedia",
              "trainedAlgorithmicData",
              "algorithmicMedia",
              "algorithmicallyEnhanced",
              "compositeSynthetic",
              "dataDrivenMedia",
              "virtualRecording",
              "digitalCapture",
              "computationalCapture",
              "negativeFilm",
              "positiveFilm",
              "print",
              "humanEdits",
              "minorHumanEdits",
              "digitalCreation",
              "digitalArt",
              "softwareImage",
              "screenCapture",
              "composite",
              "compositeCapture",
              "empty")
          .stream()
          .collect(Collectors.toMap(term -> term.toLowerCase(Locale.ROOT), Function.identity()));

  private SourceTypes() {}

  /** The term, or "unknown term". */
  static String term(String text) {
    String bare = MarksDraft.stripped(text);
    bare = bare.substring(bare.lastIndexOf('/') + 1);
    bare = bare.substring(bare.lastIndexOf(':') + 1);
    return TERMS.getOrDefault(bare.toLowerCase(Locale.ROOT), "unknown term");
  }
}
