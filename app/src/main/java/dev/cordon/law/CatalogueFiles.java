package dev.cordon.law;

import dev.cordon.CordonException;
import dev.cordon.kernel.digest.Sha256;
import dev.cordon.law.internal.CatalogueReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The files a catalogue is made of: those that come with Cordon, and a directory of the operator's
 * own, in which a file takes the place of the shipped one of the same name or adds a jurisdiction.
 *
 * <p>The version of a catalogue is the latest {@code as_of} of its files and the first twelve hex
 * digits of the SHA-256 over their names and bytes: the same files, the same version.
 */
public final class CatalogueFiles {

  private static final String SHIPPED = "classpath*:law/*.yaml";
  private static final int MOST_FILES = 1000;

  private final Jurisdictions places;
  private final Map<String, byte[]> files = new TreeMap<>();

  private CatalogueFiles(Jurisdictions places) {
    this.places = places;
  }

  /** The files that come with Cordon. */
  public static CatalogueFiles shipped(Jurisdictions places) {
    CatalogueFiles all = new CatalogueFiles(places);
    try {
      for (Resource resource : new PathMatchingResourcePatternResolver().getResources(SHIPPED)) {
        try (InputStream content = resource.getInputStream()) {
          all.files.put(String.valueOf(resource.getFilename()), content.readAllBytes());
        }
      }
    } catch (IOException e) {
      throw new CordonException("The law catalogue cannot be read: " + e.getMessage(), e);
    }
    return all;
  }

  /**
   * These files with those of a directory before them; without change where there is none.
   *
   * @throws CordonException when it holds what is no file of a catalogue
   */
  public CatalogueFiles with(Path directory) {
    if (!Files.isDirectory(directory)) {
      return this;
    }
    CatalogueFiles all = new CatalogueFiles(places);
    all.files.putAll(files);
    try (Stream<Path> listed = Files.list(directory)) {
      List<Path> own = listed.sorted().limit(MOST_FILES + 1L).toList();
      if (own.size() > MOST_FILES) {
        throw new CordonException("Law catalogue, " + directory + ": more than 1,000 files.");
      }
      for (Path file : own) {
        all.files.put(name(file), Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new CordonException(
          "The law catalogue in " + directory + " cannot be read: " + e.getMessage(), e);
    }
    return all;
  }

  /** None but the files of a directory. */
  public static CatalogueFiles only(Jurisdictions places, Path directory) {
    return new CatalogueFiles(places).with(directory);
  }

  /**
   * The catalogue these files make.
   *
   * @throws CordonException with file, line and field of the first thing that is wrong
   */
  public LawCatalogue catalogue() {
    CatalogueReader reader = new CatalogueReader(places);
    List<JurisdictionLaw> laws = new ArrayList<>();
    files.forEach((name, content) -> laws.add(reader.read(name, content)));
    try {
      return new LawCatalogue(places, laws, version(laws));
    } catch (IllegalArgumentException e) {
      throw new CordonException("The law catalogue contradicts itself: " + e.getMessage(), e);
    }
  }

  /** What is wrong with these files, one sentence for each file that is; empty when nothing is. */
  public List<String> problems() {
    CatalogueReader reader = new CatalogueReader(places);
    List<String> problems = new ArrayList<>();
    files.forEach((name, content) -> {
      try {
        reader.read(name, content);
      } catch (CordonException wrong) {
        problems.add(String.valueOf(wrong.getMessage()));
      }
    });
    if (problems.isEmpty()) {
      try {
        catalogue();
      } catch (CordonException wrong) {
        problems.add(String.valueOf(wrong.getMessage()));
      }
    }
    return problems;
  }

  /**
   * Checks one file by itself against the list of jurisdictions.
   *
   * @throws IllegalArgumentException naming the provision
   */
  public static void checkOne(Jurisdictions places, JurisdictionLaw law) {
    CatalogueCheck.checkOne(places, law);
  }

  private String version(List<JurisdictionLaw> laws) {
    String latest =
        laws.stream()
            .map(JurisdictionLaw::asOf)
            .max(Comparator.naturalOrder())
            .map(LocalDate::toString)
            .orElse("empty");
    String content =
        files.entrySet().stream()
            .map(file -> file.getKey() + " " + Sha256.hex(file.getValue()) + "\n")
            .collect(Collectors.joining());
    return latest + "/" + Sha256.hex(content.getBytes(StandardCharsets.UTF_8)).substring(0, 12);
  }

  private static String name(Path file) {
    String name = String.valueOf(file.getFileName());
    if (!name.endsWith(".yaml") || !Files.isRegularFile(file)) {
      throw new CordonException(
          "Law catalogue, "
              + file
              + ": only files named by a jurisdiction's code and .yaml belong here.");
    }
    return name;
  }
}
