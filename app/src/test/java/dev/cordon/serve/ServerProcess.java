package dev.cordon.serve;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server in a process of its own, that can be killed and started again on its data. */
final class ServerProcess {

  private static final Pattern PASSWORD = Pattern.compile("password (\\S+) \\(shown once\\)");
  private static final Pattern ADDRESS = Pattern.compile("listens on (http://\\S+/)");

  private final Path data;
  private final HttpClient client = HttpClient.newHttpClient();
  private Process process;
  private String password = "";
  private URI address = URI.create("http://127.0.0.1/");

  ServerProcess(Path data) {
    this.data = data;
  }

  /** Starts it and waits until it listens. */
  void start() throws IOException {
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Dcordon.sign-in.second-factor=optional",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.cordon.Cordon",
                "serve",
                "--plain",
                "--port",
                "0",
                "--data",
                data.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
    String line = lines.readLine();
    while (line != null) {
      Matcher secret = PASSWORD.matcher(line);
      if (secret.find()) {
        password = secret.group(1);
      }
      Matcher listens = ADDRESS.matcher(line);
      if (listens.find()) {
        address = URI.create(listens.group(1));
        return;
      }
      line = lines.readLine();
    }
    throw new IllegalStateException("the server did not start");
  }

  /** Kills it without a word, its database left running or killed with it. */
  void kill(boolean withDatabase) throws IOException {
    try {
      if (withDatabase) {
        String number =
            Files.readAllLines(data.resolve("database/postmaster.pid")).getFirst().strip();
        ProcessHandle.of(Long.parseLong(number)).ifPresent(ProcessHandle::destroyForcibly);
      }
    } finally {
      process.destroyForcibly();
    }
  }

  void awaitEnd() throws InterruptedException {
    process.waitFor();
  }

  /** Ends it in order. */
  void stop() throws InterruptedException {
    process.destroy();
    process.waitFor();
  }

  URI address() {
    return address;
  }

  /** Asks as the administrator. */
  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return get(path, "administrator", password);
  }

  HttpResponse<String> get(String path, String name, String secret)
      throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(address.resolve(path)), name, secret);
  }

  /** Sends JSON as the administrator. */
  HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
    return post(path, json, "administrator", password);
  }

  HttpResponse<String> post(String path, String json, String name, String secret)
      throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(address.resolve(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json)),
        name,
        secret);
  }

  private HttpResponse<String> send(HttpRequest.Builder request, String name, String secret)
      throws IOException, InterruptedException {
    String credentials =
        Base64.getEncoder().encodeToString((name + ":" + secret).getBytes(StandardCharsets.UTF_8));
    return client.send(
        request.header("Authorization", "Basic " + credentials).build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
