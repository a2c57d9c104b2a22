package dev.cordon;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import picocli.CommandLine.Command;

/** The commands of this jar, and the root of the server's configuration. */
@SpringBootApplication(proxyBeanMethods = false)
public class Cordon {

  /** Runs the command the first argument names; the others are its own. */
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /** Runs a command and gives its exit code. */
  static int run(String... arguments) {
    String name = arguments.length == 0 ? "" : arguments[0];
    String[] rest = Arrays.copyOfRange(arguments, Math.min(1, arguments.length), arguments.length);
    return find(name)
        .map(command -> Commands.of(command).execute(rest))
        .orElseGet(() -> unknown(name));
  }

  private static Optional<CordonCommand> find(String name) {
    return providers().stream()
        .filter(provider -> nameOf(provider).equals(name))
        .findFirst()
        .map(ServiceLoader.Provider::get);
  }

  private static int unknown(String name) {
    return Commands.refuse(
        "there is no command '%s' here; there are %s"
            .formatted(name, providers().stream().map(Cordon::nameOf).sorted().toList()));
  }

  private static List<ServiceLoader.Provider<CordonCommand>> providers() {
    return ServiceLoader.load(CordonCommand.class).stream().toList();
  }

  private static String nameOf(ServiceLoader.Provider<CordonCommand> provider) {
    Command command = provider.type().getAnnotation(Command.class);
    return command == null ? "" : command.name();
  }
}
