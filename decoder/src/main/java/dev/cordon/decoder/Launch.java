package dev.cordon.decoder;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a decoder is started: the same Java, a small heap, limits of the operating system that hold
 * whatever happens inside (address space, processor time, no file may grow, no core file), and
 * bubblewrap around it where it works, which leaves it neither network nor files but the programs
 * it runs on.
 */
final class Launch {

  private static final String WORKER = "dev.cordon.decoder.worker.WorkerMain";
  private static final long ADDRESS_SPACE_MB = 3072;
  private static final long PROCESSOR_SECONDS = 3600;
  private static final long UNPACK_SECONDS = 120;

  private final List<String> command;
  private final String outside;

  private Launch(List<String> command, String outside) {
    this.command = command;
    this.outside = outside;
  }

  /** Another command that speaks the protocol, for tests. */
  static Launch of(List<String> command) {
    return new Launch(List.copyOf(command), "");
  }

  /** The decoder of this module; its natives are unpacked when they are not yet. */
  static Launch usual() {
    Path natives = natives();
    unpack(natives, java(natives, WORKER));
    return confined(natives, WORKER);
  }

  /** Another program of this class path under the same limits, for tests. */
  static Launch confined(String program, String argument) {
    Launch launch = confined(natives(), program);
    List<String> command = new ArrayList<>(launch.command);
    command.add(argument);
    return new Launch(command, launch.outside);
  }

  private static Launch confined(Path natives, String program) {
    Confined confined =
        Confined.of(java(natives, program), shown(natives), ADDRESS_SPACE_MB, PROCESSOR_SECONDS);
    return new Launch(
        confined.command(), confined.isWrapped() ? "bubblewrap: no files but the program's" : "");
  }

  List<String> command() {
    return command;
  }

  /** What surrounds the process, in words; empty where nothing does. */
  String outside() {
    return outside;
  }

  private static List<String> java(Path natives, String program) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx160m",
        "-Xss2m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=4",
        "-XX:ReservedCodeCacheSize=48m",
        "-XX:CompressedClassSpaceSize=32m",
        "-XX:-UsePerfData",
        "-XX:-CreateCoredumpOnCrash",
        "-XX:-HeapDumpOnOutOfMemoryError",
        "-XX:+SuppressFatalErrorMessage",
        "-XX:ErrorFile=/dev/null",
        "-XX:+DisableAttachMechanism",
        "-Djava.awt.headless=true",
        "-Dorg.bytedeco.javacpp.cachedir=" + natives,
        // Found as files, or else they would be unpacked again where the folder can not be written.
        "-Dorg.bytedeco.javacpp.pathsFirst=true",
        "-Djava.library.path=" + folders(natives),
        "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0",
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        classPath(),
        program);
  }

  /** The folders libraries were unpacked into; none before they were. */
  private static String folders(Path natives) {
    try (Stream<Path> files = Files.walk(natives)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(".so"))
          .map(file -> String.valueOf(file.getParent()))
          .distinct()
          .sorted()
          .collect(Collectors.joining(File.pathSeparator));
    } catch (IOException notYet) {
      return "";
    }
  }

  /** Only what the worker needs, so that nothing else lies before a hostile file. */
  private static String classPath() {
    return String.join(File.pathSeparator, classPathParts());
  }

  private static List<String> classPathParts() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(part -> Path.of(part).toAbsolutePath().normalize().toString())
        .filter(part ->
            part.matches(".*/(cordon-)?(decoder|kernel)(-[^/]*\\.jar|/target/(test-)?classes)")
                || part.matches(".*/(javacpp|ffmpeg)-[^/]*\\.jar"))
        .toList();
  }

  /** A folder of this user's, named by what is in it. */
  private static Path natives() {
    String cache = System.getenv("XDG_CACHE_HOME");
    Path base =
        cache != null && cache.startsWith("/")
            ? Path.of(cache)
            : Path.of(System.getProperty("user.home"), ".cache");
    String version =
        classPathParts().stream()
            .map(part -> Path.of(part).getFileName().toString())
            .filter(name -> name.matches("ffmpeg-.*-[a-z]+-[a-z0-9_]+\\.jar"))
            .findFirst()
            .orElseThrow(() ->
                new DecoderException(
                    "there are no decoders for this platform on the class path (ffmpeg of"
                        + " Bytedeco)"));
    return base.resolve("cordon").resolve("decoders").resolve(version);
  }

  private static void unpack(Path natives, List<String> java) {
    Path done = natives.resolve("unpacked");
    if (Files.exists(done)) {
      return;
    }
    try {
      Files.createDirectories(
          natives,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      List<String> once = new ArrayList<>(java);
      once.add("--unpack");
      Process process =
          new ProcessBuilder(once)
              .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(UNPACK_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new DecoderException(
            "the decoders could not be unpacked into " + natives + "; is there room and a right?");
      }
      Files.createFile(done);
    } catch (java.nio.file.FileAlreadyExistsException another) {
      // Another process has unpacked them meanwhile.
    } catch (IOException failed) {
      throw new DecoderException("the decoders could not be unpacked into " + natives, failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new DecoderException("stopped while the decoders were unpacked", stopped);
    }
  }

  private static Set<String> shown(Path natives) {
    Set<String> shown = new TreeSet<>(classPathParts());
    shown.add(System.getProperty("java.home"));
    shown.add(natives.toString());
    return shown;
  }
}
