package dev.cordon.run;

import dev.cordon.formats.FormatException;
import dev.cordon.formats.profiles.Profile;
import dev.cordon.formats.profiles.ProfileFile;
import dev.cordon.formats.profiles.Profiles;
import dev.cordon.intake.IntakeException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The profiles of one's own that a run is given, before the shipped ones. */
final class OwnProfiles {

  private OwnProfiles() {}

  /**
   * The shipped profiles and those of a file or of the folder's {@code *.yaml}, which win.
   *
   * @throws IntakeException where a file is not there or is no profile; the message names it
   */
  static Profiles read(@Nullable Path place) throws IOException {
    Profiles shipped = Profiles.shipped();
    if (place == null) {
      return shipped;
    }
    List<Profile> own = new ArrayList<>();
    for (Path file : files(place)) {
      try (InputStream yaml = Files.newInputStream(file)) {
        own.add(ProfileFile.read(file.getFileName().toString(), yaml));
      } catch (FormatException wrong) {
        throw new IntakeException("the profile " + file + " cannot be used: " + wrong.getMessage());
      }
    }
    return shipped.with(own);
  }

  private static List<Path> files(Path place) throws IOException {
    if (Files.isRegularFile(place)) {
      return List.of(place);
    }
    if (!Files.isDirectory(place)) {
      throw new IntakeException("the profiles " + place + " are not there");
    }
    try (Stream<Path> entries = Files.list(place)) {
      List<Path> found =
          entries.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
      if (found.isEmpty()) {
        throw new IntakeException("the folder " + place + " holds no profile (*.yaml)");
      }
      return found;
    }
  }
}
