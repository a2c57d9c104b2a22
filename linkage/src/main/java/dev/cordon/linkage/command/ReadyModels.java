package dev.cordon.linkage.command;

import dev.cordon.linkage.LinkageException;
import dev.cordon.linkage.model.LinkageModel;
import dev.cordon.linkage.model.ModelReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The models that come with the library. */
public final class ReadyModels {

  /** Their names. */
  public static final List<String> NAMES = List.of("persons", "publications");

  private ReadyModels() {}

  /** A ready model by its name, or the model in a file. */
  public static LinkageModel read(String nameOrFile) {
    if (NAMES.contains(nameOrFile)) {
      return ready(nameOrFile);
    }
    Path file = Path.of(nameOrFile);
    if (!Files.isRegularFile(file)) {
      throw new LinkageException(
          "there is no model file "
              + nameOrFile
              + " and no ready model of that name; ready are "
              + String.join(", ", NAMES));
    }
    return ModelReader.read(file);
  }

  private static LinkageModel ready(String name) {
    String path = "/dev/cordon/linkage/models/" + name + ".yaml";
    try (InputStream in = ReadyModels.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new LinkageException("this build lacks the model " + path);
      }
      return ModelReader.read(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new LinkageException("the model " + name + " cannot be read", failure);
    }
  }
}
