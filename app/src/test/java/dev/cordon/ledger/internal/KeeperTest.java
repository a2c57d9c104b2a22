package dev.cordon.ledger.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.cordon.DatabaseTest;
import dev.cordon.TestGround;
import dev.cordon.ground.DataDirectory;
import dev.cordon.kernel.merkle.Checkpoint;
import dev.cordon.kernel.merkle.Cosigner;
import dev.cordon.kernel.merkle.Hash;
import dev.cordon.kernel.merkle.LogPolicy;
import dev.cordon.kernel.merkle.LogVerifier;
import dev.cordon.kernel.merkle.SignatureType;
import dev.cordon.kernel.merkle.WitnessRefusal;
import dev.cordon.kernel.merkle.WitnessRequest;
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
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** The ledger asks a witness and an authority that listen on this machine. */
class KeeperTest extends DatabaseTest {

  @Autowired private Ledger ledger;
  @Autowired private Sequencer sequencer;
  @Autowired private LedgerKey key;
  @TempDir private Path folder;

  private final DataDirectory directory = TestGround.ground().directory();
  private final Cosigner witness =
      Cosigner.generate("w.example/" + System.nanoTime(), SignatureType.ML_DSA_44);
  private final AtomicReference<Optional<Checkpoint>> seen =
      new AtomicReference<>(Optional.empty());
  private @Nullable HttpServer server;

  @BeforeEach
  void listen() throws IOException {
    HttpServer started =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    started.createContext("/w/add-checkpoint", this::addCheckpoint);
    started.createContext("/stamps", exchange -> answer(exchange, 200, "no stamp"));
    started.start();
    server = started;
  }

  @AfterEach
  void close() {
    HttpServer started = server;
    if (started != null) {
      started.stop(0);
    }
  }

  @Test
  void checkpoints_areCosignedAndKept() throws IOException {
    append();
    Keeper keeper = keeper(null);
    keeper.keep();
    append();
    long size = sequencer.sequence();
    keeper.keep();

    assertThat(seen.get().orElseThrow().size()).isEqualTo(size);
    assertThat(
            LogVerifier.verify(
                directory.ledger(),
                LogPolicy.parse(
                    "log %s\nwitness w %s\nquorum w\n"
                        .formatted(key.signer().key(), witness.key()))))
        .allMatch(LogVerifier.Step::held)
        .anyMatch(step -> step.detail().startsWith("the first " + size + " of " + size));
    assertThat(outcome()).isEqualTo("cosigned");
  }

  @Test
  void witnessThatKnowsAnotherSize_isAskedAgain() throws IOException {
    append();
    keeper(null).keep();
    // As if what is known of the witness had been lost.
    jdbc.sql("update cordon.ledger_witness set size = 0").update();
    append();

    keeper(null).keep();

    assertThat(outcome()).isEqualTo("cosigned");
  }

  @Test
  void witnessThatKnowsMore_isAnAlarm() throws IOException {
    append();
    seen.set(Optional.of(new Checkpoint("x", 1L << 40, Hash.ofLeaf(new byte[1]))));

    keeper(null).keep();

    assertThat(outcome()).isEqualTo("ahead");
  }

  @Test
  void witnessThatIsGone_stopsNothing() throws IOException {
    append();
    close();

    keeper(null).keep();

    assertThat(outcome()).isEqualTo("unreachable");
    assertThat(directory.ledger().resolve("checkpoints/" + sequencer.sequence())).exists();
  }

  @Test
  void authorityThatGivesNoStamp_stopsNothing() throws IOException {
    append();
    URI stamps = address("/stamps");

    keeper(stamps).keep();

    assertThat(
            jdbc.sql("select outcome from cordon.ledger_witness where name = ?")
                .params(stamps.toString())
                .query(String.class)
                .single())
        .isEqualTo("unverified");
    assertThat(outcome()).isEqualTo("cosigned");
  }

  private Keeper keeper(@Nullable URI authority) throws IOException {
    sequencer.sequence();
    Path policy =
        Files.writeString(
            folder.resolve("witnesses"),
            "witness w %s %s\nquorum w\n".formatted(witness.key(), address("/w")));
    WitnessClient client = new WitnessClient();
    return new Keeper(
        directory,
        key,
        new LedgerSettings(policy, null, Duration.ofMinutes(10), authority, null),
        new Witnessing(jdbc, client, key),
        client);
  }

  private URI address(String path) {
    HttpServer started = server;
    if (started == null) {
      throw new IllegalStateException("nothing listens");
    }
    return URI.create("http://127.0.0.1:" + started.getAddress().getPort() + path);
  }

  private String outcome() {
    return jdbc.sql("select outcome from cordon.ledger_witness where name = ?")
        .params(witness.key().text())
        .query(String.class)
        .single();
  }

  private void append() {
    as(analyst, () -> ledger.append(Entry.of(operation, Act.CONSULTATION, "test", "why")));
  }

  private void addCheckpoint(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    try {
      Checkpoint judged = WitnessRequest.parse(body).judge(seen.get(), key.signer().key());
      seen.set(Optional.of(judged));
      answer(exchange, 200, witness.cosign(judged.text(), Instant.now()));
    } catch (WitnessRefusal refusal) {
      answer(exchange, refusal.reason().status(), refusal.knownSize() + "\n");
    }
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
