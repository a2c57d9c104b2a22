package dev.cordon.serve;

import dev.cordon.access.Members;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;

/** One started server with a data directory of its own, and raw questions to it. */
final class RunningServer implements AutoCloseable {

  private static final int PATIENCE_MILLISECONDS = 20_000;

  final Server server;
  final Path data;
  final Members.Credentials administrator;

  private RunningServer(Server server, Path data) {
    this.server = server;
    this.data = data;
    this.administrator = server.firstAdministrator().orElseThrow();
  }

  private static final String SECOND_FACTOR = "cordon.sign-in.second-factor";

  /** Starts one with those options beside port and data; a name and a password are enough there. */
  static RunningServer start(String... options) {
    try {
      Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
      Path data = Files.createTempDirectory(target, "server-");
      System.setProperty(SECOND_FACTOR, "optional");
      try {
        return new RunningServer(Server.start(options(data.resolve("data"), options)), data);
      } finally {
        System.clearProperty(SECOND_FACTOR);
      }
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** Options as the command line reads them. */
  static ServeOptions options(Path data, String... options) {
    ServeOptions read = new ServeOptions();
    CommandLine line =
        new CommandLine(
            CommandLine.Model.CommandSpec.create()
                .addMixin("o", CommandLine.Model.CommandSpec.forAnnotatedObject(read)));
    line.parseArgs(
        Stream.concat(Stream.of("--port", "0", "--data", data.toString()), Stream.of(options))
            .toArray(String[]::new));
    return read;
  }

  int port() {
    return server.address().getPort();
  }

  URI at(String path) {
    return server.address().resolve(path);
  }

  /** The administrator's own credentials, for the API. */
  String authorization() {
    return "Basic "
        + Base64.getEncoder()
            .encodeToString(
                (administrator.signInName() + ":" + administrator.password())
                    .getBytes(StandardCharsets.UTF_8));
  }

  /** Sends bytes as they are and reads until the server closes or falls silent. */
  String raw(String request) throws IOException {
    return raw(request.getBytes(StandardCharsets.ISO_8859_1));
  }

  String raw(byte[] request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port())) {
      socket.setSoTimeout(PATIENCE_MILLISECONDS);
      socket.getOutputStream().write(request);
      socket.getOutputStream().flush();
      return rest(socket);
    }
  }

  /** What comes until the other side closes. */
  static String rest(Socket socket) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    try {
      int read = socket.getInputStream().read(buffer);
      while (read >= 0) {
        answer.write(buffer, 0, read);
        read = socket.getInputStream().read(buffer);
      }
    } catch (SocketTimeoutException silent) {
      return answer.toString(StandardCharsets.UTF_8) + "\n(the connection stayed open)";
    } catch (IOException reset) {
      return answer.toString(StandardCharsets.UTF_8);
    }
    return answer.toString(StandardCharsets.UTF_8);
  }

  /** The status codes of the answers in one raw exchange, in their order. */
  static List<Integer> statuses(String answer) {
    return java.util.regex.Pattern.compile("HTTP/1\\.1 (\\d{3})")
        .matcher(answer)
        .results()
        .map(found -> Integer.valueOf(found.group(1)))
        .toList();
  }

  @Override
  public void close() {
    server.close();
    try (Stream<Path> paths = Files.walk(data)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException left) {
      // What is left lies in target.
    }
  }
}
