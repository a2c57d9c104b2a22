package dev.cordon.hashing.provenance;

import dev.cordon.formats.marks.KeyedDigest;
import dev.cordon.formats.marks.MarkReader;
import dev.cordon.formats.marks.Marks;
import dev.cordon.formats.sqlite.RandomBytes;
import dev.cordon.hashing.Commands;
import dev.cordon.hashing.JsonLine;
import dev.cordon.hashing.Reasons;
import dev.cordon.hashing.SafeText;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code provenance}: the marks files carry. */
@Command(
    name = "provenance",
    mixinStandardHelpOptions = true,
    description =
        "Says which marks of origin files carry: digital source type, marks of generators, C2PA (not"
            + " validated), camera, programs, position, embedded pictures. A mark can be forged and is"
            + " lost when a file is saved anew: it is a reason to look and no finding. Prompts, serial"
            + " numbers and places are not shown.")
public final class ProvenanceCommand implements Callable<Integer> {

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "files")
  private List<Path> files = new ArrayList<>();

  @Option(names = "--json", description = "one JSON object a line")
  private boolean json;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description =
          "the operation's key for keyed digests, 32 bytes or more; without it a key is made and"
              + " forgotten")
  private @Nullable Path key;

  @Spec private CommandSpec specification = CommandSpec.create();

  /** Runs the command and ends with its exit code. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return Commands.of(new ProvenanceCommand(), "provenance");
  }

  @Override
  public Integer call() throws IOException {
    CommandLine line = specification.commandLine();
    KeyedDigest keyed = key == null ? MarksKey.forgotten() : MarksKey.of(key);
    int code = Commands.DONE;
    for (Path file : files) {
      if (!Files.isRegularFile(file)) {
        line.getErr().println(SafeText.plain(file.toString()) + " is not a file");
        code = Commands.FOUND_WRONG;
        continue;
      }
      try (SeekableByteChannel channel = Files.newByteChannel(file)) {
        Marks marks = MarkReader.read(RandomBytes.of(channel), keyed);
        line.getOut().println(json ? json(file, marks) : plain(file, marks));
        code = marks.notes().isEmpty() ? code : Commands.FOUND_WRONG;
      } catch (IOException unreadable) {
        line.getErr().println(SafeText.plain(file.toString()) + ": " + Reasons.of(unreadable));
        code = Commands.FOUND_WRONG;
      }
    }
    line.getOut().flush();
    return code;
  }

  private static String json(Path file, Marks marks) {
    return new JsonLine()
        .text("path", SafeText.shown(file))
        .raw("marks", MarkText.json(marks))
        .toString();
  }

  private static String plain(Path file, Marks marks) {
    StringBuilder text = new StringBuilder(SafeText.plain(SafeText.shown(file)));
    MarkText.says(marks).forEach(one -> text.append("\n  ").append(one));
    marks
        .embedded()
        .forEach(one ->
            text.append(
                "\n  holds a picture (%s, %d bytes), SHA-256 %s"
                    .formatted(one.carrier(), one.bytes(), one.sha256())));
    marks.notes().forEach(note -> text.append("\n  note: ").append(SafeText.plain(note)));
    return marks.isEmpty() ? text + "\n  carries none of the marks that are read" : text.toString();
  }
}
