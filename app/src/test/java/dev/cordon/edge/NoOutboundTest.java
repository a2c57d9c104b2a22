package dev.cordon.edge;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.cordon.NoTests;
import dev.cordon.TinyOperation;
import dev.cordon.access.Role;
import java.net.InetAddress;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/**
 * The server opens no connection to anywhere but its database: no class can, and while every page
 * is read none does.
 */
class NoOutboundTest extends TinyOperation {

  private static final JavaClasses CLASSES =
      new ClassFileImporter().withImportOption(new NoTests()).importPackages("dev.cordon");

  /**
   * Classes that may open connections, each with where to. The demo's members ask its own server; a
   * class that asks an identity provider is added here by name, and is made only when one is
   * configured; the ledger asks witnesses and a time-stamp authority, when some are configured;
   * what is sent goes to the address a member entered for an agency's server, once sending there
   * was allowed.
   */
  private static final Set<String> ALLOWED =
      Set.of(
          "dev.cordon.demo.Caller",
          "dev.cordon.signin.AgencyProviders",
          "dev.cordon.correspondence.PeerClient",
          "dev.cordon.ledger.internal.WitnessClient");

  private static final Set<String> CONNECTING =
      Set.of(
          "java.net.http.HttpClient",
          "java.net.URLConnection",
          "java.net.HttpURLConnection",
          "java.net.Socket",
          "java.net.DatagramSocket",
          "java.net.MulticastSocket",
          "java.nio.channels.SocketChannel",
          "java.nio.channels.DatagramChannel",
          "java.nio.channels.AsynchronousSocketChannel",
          "javax.net.ssl.SSLSocketFactory",
          "javax.net.SocketFactory",
          "javax.naming.InitialContext",
          "org.springframework.web.client.RestClient",
          "org.springframework.web.client.RestTemplate",
          "org.springframework.http.client.SimpleClientHttpRequestFactory");

  @Autowired private MockMvc http;
  @TempDir private Path folder;

  @Test
  void classes_thatConnect_areNamed() {
    noClasses()
        .that(
            describe(
                "are not named here",
                type -> !ALLOWED.contains(type.getName().replaceAll("\\$.*", ""))))
        .should()
        .callCodeUnitWhere(
            target(
                describe(
                    "opens a connection",
                    called ->
                        CONNECTING.contains(called.getOwner().getName())
                            && !called.getName().matches("getRemoteAddress|close|isOpen"))))
        .orShould()
        .callCodeUnitWhere(
            target(
                describe(
                    "opens an address",
                    called ->
                        called.getOwner().getName().equals("java.net.URL")
                            && called.getName().matches("openStream|openConnection|getContent"))))
        .because("what a request names must never be fetched")
        .check(CLASSES);
  }

  @Test
  void temporaryFiles_areMadeByNamedClassesOnly() {
    // None of these serves a request: setting up the database, a run on a terminal, the index of an
    // intake.
    Set<String> allowed =
        Set.of(
            "EmbeddedServer",
            "ServerBinaries",
            "ClusterSetUp",
            "DuplicateIndex",
            "RunCommand",
            "RunFiles",
            "SourceTaking",
            "Vault",
            "ProfileTrial",
            "Proposals",
            // Beside the index it replaces; what the link command spills is no operation's.
            "IndexFile",
            "LinkCommand");
    noClasses()
        .that(
            describe(
                "are not named here",
                type ->
                    !allowed.contains(
                            type.getName().replaceAll("\\$.*", "").replaceAll(".*\\.", ""))
                        && !type.getPackageName().startsWith("dev.cordon.exercise")))
        .should()
        .callCodeUnitWhere(
            target(
                describe(
                    "makes a temporary file",
                    called -> called.getName().matches("createTempFile|createTempDirectory"))))
        .because("a temporary file outlives a kill and lies outside of the data directory")
        .check(CLASSES);
  }

  @Test
  void walkingAllPages_reachesNothingButTheDatabase() throws Exception {
    CopyOnWriteArrayList<URI> asked = new CopyOnWriteArrayList<>();
    ProxySelector before = ProxySelector.getDefault();
    ProxySelector.setDefault(new Recorder(asked));
    Path file = folder.resolve("walk.jfr");
    try (Recording recording = new Recording()) {
      recording.enable("jdk.SocketWrite").withThreshold(Duration.ZERO).withoutStackTrace();
      recording.enable("jdk.SocketRead").withThreshold(Duration.ZERO).withoutStackTrace();
      recording.start();
      for (Role role : List.of(Role.COORDINATOR, Role.ANALYST, Role.EXAMINER)) {
        new Walk(http, member(lead, operation, role))
            .from((path, answer) -> {}, "/operations/" + operation);
      }
      recording.stop();
      recording.dump(file);
    } finally {
      ProxySelector.setDefault(before);
    }
    Set<String> reached = new TreeSet<>();
    for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
      reached.add(event.getString("address"));
    }
    assertThat(asked).isEmpty();
    assertThat(reached).as("the recording saw the database").isNotEmpty();
    assertThat(reached).allMatch(address -> InetAddress.ofLiteral(address).isLoopbackAddress());
    assertThat(Files.size(file)).isPositive();
  }

  private static final class Recorder extends ProxySelector {

    private final List<URI> asked;

    Recorder(List<URI> asked) {
      this.asked = asked;
    }

    @Override
    public List<java.net.Proxy> select(URI address) {
      // PostgreSQL's driver asks for a SOCKS proxy before it connects to its server on this
      // machine.
      if (!"127.0.0.1".equals(address.getHost())) {
        asked.add(address);
      }
      return List.of(java.net.Proxy.NO_PROXY);
    }

    @Override
    public void connectFailed(URI address, SocketAddress to, java.io.IOException failure) {
      asked.add(address);
    }
  }
}
