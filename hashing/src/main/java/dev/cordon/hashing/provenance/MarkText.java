package dev.cordon.hashing.provenance;

import dev.cordon.formats.marks.Marks;
import dev.cordon.hashing.JsonLine;
import dev.cordon.hashing.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Marks as JSON and as sentences. */
public final class MarkText {

  private static final Set<String> GENERATED =
      Set.of(
          "trainedAlgorithmicMedia",
          "compositeWithTrainedAlgorithmicMedia",
          "trainedAlgorithmicData");

  private MarkText() {}

  /** The marks as one JSON object; fields that are empty are left out. */
  public static String json(Marks marks) {
    JsonLine line = new JsonLine();
    List<String> says = says(marks);
    if (!says.isEmpty()) {
      line.texts("says", says);
    }
    if (!marks.generators().isEmpty()) {
      line.raws(
          "generators",
          marks.generators().stream()
              .map(one ->
                  new JsonLine()
                      .text("tool", one.tool())
                      .text("carrier", one.carrier())
                      .text("key", one.key())
                      .text("digest", one.digest())
                      .toString())
              .toList());
    }
    marks.c2pa().ifPresent(c2pa -> line.raw("c2pa", json(c2pa)));
    marks
        .camera()
        .ifPresent(camera -> {
          JsonLine inner = new JsonLine().text("model_digest", camera.model());
          camera.device().ifPresent(device -> inner.text("device_digest", device));
          line.raw("camera", inner.toString());
        });
    if (!marks.software().isEmpty()) {
      line.raws(
          "software",
          marks.software().stream()
              .map(one ->
                  new JsonLine().text("name", one.name()).text("digest", one.digest()).toString())
              .toList());
    }
    if (marks.hasPosition()) {
      line.truth("has_position", true);
    }
    marks.taken().ifPresent(taken -> line.text("taken_says", taken.toString()));
    if (!marks.embedded().isEmpty()) {
      line.raws("embedded", marks.embedded().stream().map(MarkText::json).toList());
    }
    if (!marks.notes().isEmpty()) {
      line.texts("notes", marks.notes());
    }
    return line.toString();
  }

  private static String json(Marks.C2pa c2pa) {
    return new JsonLine()
        .text("carrier", c2pa.carrier())
        .number("bytes", c2pa.bytes())
        .number("manifests", c2pa.manifests())
        .texts("claimed_by", c2pa.claimGenerators())
        .truth("remote", c2pa.isRemote())
        .text("validation", Marks.C2pa.VALIDATION)
        .toString();
  }

  private static String json(Marks.Embedded one) {
    return new JsonLine()
        .text("carrier", one.carrier())
        .number("size", one.bytes())
        .text("md5", one.md5())
        .text("sha1", one.sha1())
        .text("sha256", one.sha256())
        .toString();
  }

  /** Sentences for people, in a fixed order. None says that a mark is true. */
  public static List<String> says(Marks marks) {
    List<String> says = new ArrayList<>();
    for (Marks.SourceType type : marks.sourceTypes()) {
      says.add(
          "carries a mark that says digital source type "
              + type.term()
              + " ("
              + type.carrier()
              + ")");
    }
    for (Marks.Generator one : marks.generators()) {
      says.add(
          "carries a mark as "
              + one.tool()
              + " writes it ("
              + one.carrier()
              + ", key "
              + SafeText.plain(one.key())
              + ")");
    }
    marks
        .c2pa()
        .ifPresent(c2pa ->
            says.add(
                c2pa.isRemote()
                    ? "links to a C2PA manifest store elsewhere, which was not fetched"
                    : "carries a C2PA manifest store"
                        + (c2pa.claimGenerators().isEmpty()
                            ? ""
                            : " that says it was claimed by "
                                + SafeText.plain(String.join(", ", c2pa.claimGenerators())))
                        + ", not validated"));
    marks.camera().ifPresent(_ -> says.add("names a camera"));
    for (Marks.Software one : marks.software()) {
      says.add("carries a mark that says it was written with " + one.name());
    }
    if (marks.hasPosition()) {
      says.add("holds a geographic position");
    }
    return says;
  }

  /** Whether a mark says that a program generated it, wholly or in part. */
  public static boolean saysGenerated(Marks marks) {
    return !marks.generators().isEmpty()
        || marks.sourceTypes().stream().anyMatch(type -> GENERATED.contains(type.term()));
  }
}
