package dev.cordon.ledger.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.cordon.DatabaseTest;
import dev.cordon.TestGround;
import dev.cordon.exchange.TimeStamps;
import dev.cordon.ground.DataDirectory;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** The ledger has its checkpoints stamped by an authority that listens on this machine. */
class TimeStampingTest extends DatabaseTest {

  private static final Duration YEAR = Duration.ofDays(365);

  @Autowired private Ledger ledger;
  @Autowired private Sequencer sequencer;
  @Autowired private LedgerKey key;
  @TempDir private Path folder;

  private final DataDirectory directory = TestGround.ground().directory();
  private final Instant now = Instant.now();

  @SuppressWarnings("NullAway.Init")
  private StampAuthority authority;

  @SuppressWarnings("NullAway.Init")
  private HttpServer server;

  private URI address = URI.create("http://127.0.0.1:9/");
  private volatile UnaryOperator<byte[]> answering = query -> query;

  @BeforeEach
  void listen() throws Exception {
    authority = new StampAuthority(now.minus(YEAR), now.plus(YEAR));
    answering = query -> authority.answer(query, Instant.now());
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/stamps");
  }

  @AfterEach
  void close() throws IOException {
    server.stop(0);
    // The folder belongs to the ground of all tests: stamps of this test's authority are of no use.
    Path stamps = directory.ledger().resolve(Keeper.TIME_STAMPS);
    if (Files.isDirectory(stamps)) {
      try (Stream<Path> files = Files.list(stamps)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
    }
  }

  @Test
  void checkpoint_isStamped_andTheStampHoldsOffline() throws Exception {
    long size = append();

    keeper(authority.pem()).keep();

    assertThat(outcome()).containsEntry("outcome", "cosigned");
    assertThat(detail()).startsWith("stamped at ");
    byte[] token = Files.readAllBytes(stamp(size));
    String kept = Files.readString(directory.ledger().resolve("checkpoints/" + size));
    byte[] signed =
        kept.substring(0, kept.indexOf('\n', kept.indexOf("\n\n") + 2) + 1)
            .getBytes(StandardCharsets.UTF_8);
    assertThat(
            TimeStamps.verify(
                token,
                signed,
                TimeStamps.certificates(authority.pem().getBytes(StandardCharsets.UTF_8))))
        .isBetween(now.minusSeconds(2), Instant.now().plusSeconds(1));
  }

  @Test
  void authorityThatWasDown_isAskedAgain_thoughNothingWasAppended() throws Exception {
    long size = append();
    UnaryOperator<byte[]> good = answering;
    answering =
        query -> {
          throw new IllegalStateException("down");
        };
    keeper(authority.pem()).keep();
    assertThat(outcome()).containsEntry("outcome", "unreachable");
    assertThat(directory.ledger().resolve("checkpoints/" + size)).exists();
    assertThat(stamp(size)).doesNotExist();
    // Work goes on meanwhile.
    assertThat(sequencer.sequence()).isEqualTo(size);

    answering = good;
    keeper(authority.pem()).keep();

    assertThat(outcome()).containsEntry("outcome", "cosigned").containsEntry("size", size);
    assertThat(stamp(size)).exists();
  }

  @Test
  void stampedCheckpoint_isNotStampedAgain() throws Exception {
    append();
    keeper(authority.pem()).keep();
    answering =
        query -> {
          throw new IllegalStateException("asked again");
        };

    keeper(authority.pem()).keep();

    assertThat(outcome()).containsEntry("outcome", "cosigned");
  }

  @Test
  void answerToAnotherQuery_isRefused() throws Exception {
    long size = append();
    byte[] other = TimeStamps.query("another checkpoint".getBytes(StandardCharsets.UTF_8));
    answering = query -> authority.answer(other, Instant.now());

    keeper(authority.pem()).keep();

    assertRefused(size, "not one to this query");
  }

  @Test
  void answerWithTheNumberOfAnotherQuery_isRefused() throws Exception {
    long size = append();
    String note = Files.readString(directory.ledger().resolve("checkpoint"));
    byte[] sameBytesOtherNumber = TimeStamps.query(note.getBytes(StandardCharsets.UTF_8));
    answering = query -> authority.answer(sameBytesOtherNumber, Instant.now());

    keeper(authority.pem()).keep();

    assertRefused(size, "not one to this query");
  }

  @Test
  void certificateThatHadExpired_isRefused() throws Exception {
    long size = append();
    authority = new StampAuthority(now.minus(YEAR), now.minus(Duration.ofDays(1)));
    answering = query -> authority.answer(query, Instant.now());

    keeper(authority.pem()).keep();

    assertRefused(size, "does not hold");
  }

  @Test
  void authorityNobodyTrusts_isRefused() throws Exception {
    long size = append();
    String others = new StampAuthority(now.minus(YEAR), now.plus(YEAR)).pem();

    keeper(others).keep();

    assertRefused(size, "does not hold");
  }

  @Test
  void clockThatDiffers_isNamed() throws Exception {
    append();
    answering = query -> authority.answer(query, Instant.now().minus(Duration.ofHours(3)));

    keeper(authority.pem()).keep();

    assertThat(outcome()).containsEntry("outcome", "cosigned");
    assertThat(detail()).contains("180 minutes from this machine's clock");
  }

  @Test
  void withoutCertificates_itSaysThatNothingWasChecked() throws Exception {
    append();

    keeper((Path) null).keep();

    assertThat(detail()).contains("not checked here");
  }

  @Test
  void certificatesThatAreNotThere_areNamed() throws Exception {
    long size = append();
    Path missing = folder.resolve("missing.pem");

    keeper(missing).keep();

    assertRefused(size, "missing.pem");
  }

  private void assertRefused(long size, String words) {
    assertThat(outcome()).containsEntry("outcome", "unverified");
    assertThat(detail()).contains(words);
    assertThat(stamp(size)).doesNotExist();
    assertThat(directory.ledger().resolve("checkpoints/" + size)).exists();
  }

  private Path stamp(long size) {
    return directory.ledger().resolve(Keeper.TIME_STAMPS).resolve(Long.toString(size));
  }

  private Map<String, Object> outcome() {
    return jdbc.sql("select outcome, size, detail from cordon.ledger_witness where name = ?")
        .params(address.toString())
        .query()
        .singleRow();
  }

  private String detail() {
    return String.valueOf(outcome().get("detail"));
  }

  private long append() {
    as(analyst, () -> ledger.append(Entry.of(operation, Act.CONSULTATION, "test", "why")));
    return sequencer.sequence();
  }

  private Keeper keeper(String pem) throws IOException {
    return keeper(Files.writeString(folder.resolve("trusted.pem"), pem));
  }

  private Keeper keeper(@Nullable Path certificates) {
    WitnessClient client = new WitnessClient();
    return new Keeper(
        directory,
        key,
        new LedgerSettings(null, null, Duration.ofMinutes(10), address, certificates),
        new Witnessing(jdbc, client, key),
        client);
  }

  private void answer(HttpExchange exchange) throws IOException {
    byte[] query = exchange.getRequestBody().readAllBytes();
    try {
      byte[] bytes = answering.apply(query);
      exchange.getResponseHeaders().add("Content-Type", "application/timestamp-reply");
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    } finally {
      // Without an answer the connection just ends, as a host that goes down would end it.
      exchange.close();
    }
  }
}
