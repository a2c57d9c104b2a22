package dev.cordon.decoder;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/**
 * Commands put under limits that hold whatever happens inside: address space, processor time, no
 * file may grow, no core file; and within bubblewrap, where it works, neither network nor any file
 * but what is named. For programs that read what was seized.
 *
 * @param command what to start
 * @param isWrapped whether bubblewrap is around it
 */
public record Confined(List<String> command, boolean isWrapped) {

  /** Copies the list. */
  public Confined {
    command = List.copyOf(command);
  }

  /**
   * Puts a command under limits.
   *
   * @param command its program, by name or whole path, and arguments
   * @param shown files and folders it may read, beside the system's programs
   * @param megabytes of address space
   * @param processorSeconds after which the system ends it
   */
  public static Confined of(
      List<String> command, Collection<String> shown, long megabytes, long processorSeconds) {
    List<String> limited = limited(command, megabytes, processorSeconds);
    List<String> wrapper = wrapper(shown);
    if (!Wrapping.WORKS) {
      return new Confined(limited, false);
    }
    wrapper.addAll(limited);
    return new Confined(wrapper, true);
  }

  /** The limits are set by the shell before it becomes the program. */
  private static List<String> limited(List<String> command, long megabytes, long seconds) {
    String limits =
        "ulimit -c 0 && ulimit -f 0 && ulimit -v %d && ulimit -t %d && exec \"$@\""
            .formatted(megabytes << 10, seconds);
    List<String> limited = new ArrayList<>(List.of("/bin/sh", "-c", limits, "confined"));
    limited.addAll(command);
    return limited;
  }

  private static List<String> wrapper(Collection<String> shown) {
    List<String> wrapper =
        new ArrayList<>(List.of("bwrap", "--unshare-all", "--die-with-parent", "--new-session"));
    wrapper.addAll(List.of("--cap-drop", "ALL", "--clearenv", "--setenv", "PATH", "/usr/bin:/bin"));
    wrapper.addAll(List.of("--proc", "/proc", "--dev", "/dev", "--chdir", "/"));
    Set<String> all = new TreeSet<>(shown);
    for (String system : List.of("/usr", "/lib", "/lib64", "/bin")) {
      if (Files.exists(Path.of(system))) {
        all.add(system);
      }
    }
    for (String one : all) {
      wrapper.addAll(List.of("--ro-bind", one, one));
    }
    return wrapper;
  }

  /** Tried once. */
  private static final class Wrapping {

    private static final boolean WORKS = works();

    private static boolean works() {
      List<String> trial = wrapper(List.of());
      trial.addAll(List.of("/bin/sh", "-c", "exit 0"));
      try {
        Process process =
            new ProcessBuilder(trial)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor(10, TimeUnit.SECONDS)) {
          return process.exitValue() == 0;
        }
        process.destroyForcibly();
        return false;
      } catch (IOException absent) {
        return false;
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
  }
}
