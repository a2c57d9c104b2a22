package dev.cordon.demo;

import dev.cordon.CordonCommand;
import dev.cordon.exercise.Size;
import dev.cordon.serve.ServeOptions;
import dev.cordon.serve.Server;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Plays the exercise operation and then shows its pages, or prints its figures and ends. */
@Command(
    name = "demo",
    description = "Plays a whole exercise operation, then shows its pages.",
    mixinStandardHelpOptions = true)
public final class DemoCommand implements CordonCommand {

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "the port to listen on, 0 for any free one (default: ${DEFAULT-VALUE})",
      defaultValue = "8080")
  private int port = 8080;

  @Option(
      names = "--check",
      description = "play without pages: print the figures as JSON on standard output, then end")
  private boolean check;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "where the exercise lives; emptied at each start (default: ${DEFAULT-VALUE})",
      defaultValue = "${sys:user.home}/.cordon/demo")
  private Path data = Path.of(".cordon", "demo");

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "which invented operation (default: ${DEFAULT-VALUE})",
      defaultValue = "1")
  private long seed = 1;

  @Option(
      names = "--size",
      paramLabel = "S|M|L",
      description = "how large it is (default: ${DEFAULT-VALUE})",
      defaultValue = "S")
  private Size size = Size.S;

  @Option(
      names = "--tls",
      description = "with TLS, as the server does it; without, as there is no network to protect")
  private boolean tls;

  @Spec private CommandSpec specification = CommandSpec.create();

  /** For picocli. */
  public DemoCommand() {}

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = specification.commandLine().getOut();
    PrintWriter told = check ? specification.commandLine().getErr() : out;
    ExerciseFolder folder = ExerciseFolder.prepare(data);
    System.setProperty("cordon.sign-in.second-factor", "optional");
    System.setProperty("cordon.import-folder", folder.platform().toString());
    int listening = check ? 0 : port;
    Server server =
        Server.start(
            tls
                ? ServeOptions.withTls(folder.server(), listening)
                : ServeOptions.of(folder.server(), listening));
    server.authority().ifPresent(LocalTrust::only);
    CountDownLatch stopped = stopAtSignal(server);
    Play play = new Play(server, folder, new Terminal(told));
    play.play(seed, size);
    if (check) {
      out.println(play.figuresJson());
      out.flush();
      return 0;
    }
    play.tellHowToSignIn();
    TrainerDesk desk = play.trainerDesk();
    Thread unused =
        Thread.ofPlatform()
            .daemon()
            .name("trainer")
            .start(() ->
                desk.serve(
                    new BufferedReader(new InputStreamReader(System.in, terminalCharset()))));
    stopped.await();
    return 0;
  }

  private static Charset terminalCharset() {
    return Charset.forName(System.getProperty("stdin.encoding", "UTF-8"), StandardCharsets.UTF_8);
  }

  private static CountDownLatch stopAtSignal(Server server) {
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  server.close();
                  stopped.countDown();
                },
                "stop"));
    return stopped;
  }
}
