package dev.cordon.serve;

import dev.cordon.CordonCommand;
import java.io.PrintWriter;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs the server until it is told to stop. */
@Command(name = "serve", description = "Runs the server.", mixinStandardHelpOptions = true)
public final class ServeCommand implements CordonCommand {

  @Mixin private ServeOptions options = new ServeOptions();

  @Spec private CommandSpec specification = CommandSpec.create();

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = specification.commandLine().getOut();
    out.println("Cordon starts in " + options.data().toAbsolutePath().normalize());
    out.flush();
    Server server = Server.start(options, System.console());
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  server.close();
                  stopped.countDown();
                },
                "stop"));
    server
        .firstAdministrator()
        .ifPresent(first ->
            out.println(
                "First start. Sign in as "
                    + first.signInName()
                    + " with the password "
                    + first.password()
                    + " (shown once)."));
    server
        .passphrase()
        .ifPresent(file ->
            out.println(
                "The passphrase of the operator's key lies in "
                    + file
                    + ". Move it to another place and name it in CORDON_PASSPHRASE_FILE; who has"
                    + " the data directory and this file can read everything."));
    server
        .wayBack()
        .ifPresent(kept ->
            out.println(
                "The database was brought from schema "
                    + kept.from()
                    + " to "
                    + kept.to()
                    + ". As it was it lies in "
                    + kept.folder()
                    + "; delete that when this release has proved itself."));
    server.trustPage().ifPresent(page -> tellHowToTrust(out, server, page));
    out.println("Cordon listens on " + server.address() + " (stop with Ctrl-C)");
    out.flush();
    stopped.await();
    return 0;
  }

  private static void tellHowToTrust(PrintWriter out, Server server, URI page) {
    server
        .fingerprint()
        .ifPresent(fingerprint -> {
          out.println("Browsers do not know its certificate yet: " + page + " tells how.");
          out.println("Compare the authority's SHA-256 fingerprint there with this one:");
          out.println("  " + fingerprint);
        });
  }
}
