package dev.cordon.formats.marks;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * What one file carries.
 *
 * @param sourceTypes IPTC digital source types
 * @param generators marks of programs that generate pictures
 * @param c2pa its C2PA manifest store, or a link to one
 * @param camera keyed digests of the camera it names
 * @param software programs it says it was edited or written with
 * @param hasPosition whether a geographic position stands in it; not which
 * @param taken when it says it was taken, in the camera's time
 * @param embedded pictures embedded in it
 * @param notes what could not be read, in words
 */
public record Marks(
    List<SourceType> sourceTypes,
    List<Generator> generators,
    Optional<C2pa> c2pa,
    Optional<Camera> camera,
    List<Software> software,
    boolean hasPosition,
    Optional<LocalDateTime> taken,
    List<Embedded> embedded,
    List<String> notes) {

  /**
   * A digital source type of IPTC.
   *
   * @param term as {@code trainedAlgorithmicMedia}, or "unknown term"
   * @param carrier where it stands: xmp or c2pa
   */
  public record SourceType(String term, String carrier) {}

  /**
   * A mark of a generating program; its content, which may hold a prompt, is not kept.
   *
   * @param tool whose mark it is
   * @param carrier where it stands, as "png text"
   * @param key under which
   * @param digest keyed, of the content
   */
  public record Generator(String tool, String carrier, String key, String digest) {}

  /**
   * A C2PA manifest store. {@link #VALIDATION} is all that is said of its truth.
   *
   * @param carrier where it stands, as "jpeg app11"
   * @param bytes of the store; 0 where there is only a link
   * @param manifests how many
   * @param claimGenerators who claims, as written, the active manifest's last; bounded
   * @param isRemote whether the file links to a store elsewhere, which is not fetched
   */
  public record C2pa(
      String carrier, long bytes, int manifests, List<String> claimGenerators, boolean isRemote) {

    /** What was checked. */
    public static final String VALIDATION = "not validated";

    /** Copies the list. */
    public C2pa {
      claimGenerators = List.copyOf(claimGenerators);
    }
  }

  /**
   * A camera.
   *
   * @param model keyed digest of make and model
   * @param device keyed digest of make, model and serial number; none where there is no number
   */
  public record Camera(String model, Optional<String> device) {}

  /**
   * A program.
   *
   * @param name of a known one; "another program" else
   * @param digest keyed, of the text as it stands
   */
  public record Software(String name, String digest) {}

  /**
   * An embedded picture.
   *
   * @param carrier where it stands, as "exif thumbnail"
   */
  public record Embedded(String carrier, long bytes, String md5, String sha1, String sha256) {}

  /** Copies the lists. */
  public Marks {
    sourceTypes = List.copyOf(sourceTypes);
    generators = List.copyOf(generators);
    software = List.copyOf(software);
    embedded = List.copyOf(embedded);
    notes = List.copyOf(notes);
  }

  /** Whether it carries anything at all. */
  public boolean isEmpty() {
    return sourceTypes.isEmpty()
        && generators.isEmpty()
        && c2pa.isEmpty()
        && camera.isEmpty()
        && software.isEmpty()
        && !hasPosition
        && taken.isEmpty()
        && embedded.isEmpty()
        && notes.isEmpty();
  }
}
