package dev.cordon.ledger.internal;

import dev.cordon.exchange.ExchangeException;
import dev.cordon.exchange.TimeStamps;
import dev.cordon.ground.DataDirectory;
import dev.cordon.kernel.merkle.LogPolicy;
import dev.cordon.kernel.merkle.LogReader;
import dev.cordon.kernel.merkle.LogWriter;
import dev.cordon.kernel.merkle.NoteKey;
import dev.cordon.kernel.merkle.OpenedCheckpoint;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/*
 * Every so often the last checkpoint is kept for good: witnesses are asked to cosign it, an authority to
 * stamp it, as far as the operator named any. What they answered lies beside the tiles: checkpoints/SIZE,
 * time-stamps/SIZE. It runs beside the sequencer, which never waits for another host.
 */
/** Keeps checkpoints, with who vouches for them from outside. */
@Component
public class Keeper implements SmartLifecycle {

  /** The folder of the time stamps, each named by the size of the checkpoint it is over. */
  public static final String TIME_STAMPS = "time-stamps";

  private static final Duration CLOCKS_AGREE = Duration.ofMinutes(5);
  private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);

  private final DataDirectory directory;
  private final LedgerKey key;
  private final LedgerSettings settings;
  private final LogPolicy witnesses;
  private final Witnessing witnessing;
  private final WitnessClient client;
  private final AtomicReference<@Nullable ScheduledExecutorService> worker =
      new AtomicReference<>();

  Keeper(
      DataDirectory directory,
      LedgerKey key,
      LedgerSettings settings,
      Witnessing witnessing,
      WitnessClient client) {
    this.directory = directory;
    this.key = key;
    this.settings = settings;
    this.witnesses = settings.asked();
    this.witnessing = witnessing;
    this.client = client;
  }

  /** Whom it asks. */
  public LogPolicy witnesses() {
    return witnesses;
  }

  /** Where it asks for time stamps, if anywhere. */
  public Optional<URI> authority() {
    return Optional.ofNullable(settings.timeStampAuthority());
  }

  /**
   * Keeps the last checkpoint, unless it is kept already and nobody is left to ask. Whoever did not
   * answer is asked again the next time.
   */
  public synchronized void keep() {
    NoteKey ours = key.signer().key();
    LogReader reader = new LogReader(directory.ledger(), ours);
    Optional<String> note = reader.lastNote();
    if (note.isEmpty()) {
      return;
    }
    OpenedCheckpoint last = OpenedCheckpoint.open(note.get(), ours);
    long size = last.checkpoint().size();
    boolean isKept = witnessing.lastKept() >= size;
    boolean lacksStamp = settings.timeStampAuthority() != null && !witnessing.isStamped(size);
    if (isKept
        && !lacksStamp
        && witnesses.witnesses().stream().allMatch(one -> witnessing.size(one) >= size)) {
      return;
    }
    StringBuilder signed = new StringBuilder(note.get());
    for (NoteKey witness : witnesses.witnesses()) {
      String address = witnesses.addresses().get(witness);
      if (address != null) {
        signed.append(
            witnessing.ask(witness, address, reader, note.get(), last.checkpoint()).orElse(""));
      }
    }
    byte @Nullable [] stamp = lacksStamp ? stamp(size, note.get()) : null;
    LogWriter.keep(directory.ledger(), ours, signed.toString());
    witnessing.kept(size, signed.toString(), stamp);
  }

  private byte @Nullable [] stamp(long size, String note) {
    URI authority = settings.timeStampAuthority();
    if (authority == null) {
      return null;
    }
    try {
      byte[] message = note.getBytes(StandardCharsets.UTF_8);
      byte[] query = TimeStamps.query(message);
      WitnessClient.Answer answer = client.timeStamp(authority, query);
      byte[] token = TimeStamps.token(query, answer.body());
      String stated = stated(token, message);
      write(directory.ledger().resolve(TIME_STAMPS).resolve(Long.toString(size)), token);
      witnessing.went(authority.toString(), size, "cosigned", stated);
      return token;
    } catch (IOException unreachable) {
      witnessing.went(authority.toString(), size, "unreachable", String.valueOf(unreachable));
    } catch (ExchangeException refused) {
      witnessing.went(authority.toString(), size, "unverified", String.valueOf(refused));
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
    return null;
  }

  /** What the token says, once it is checked; a clock that differs is named. */
  private String stated(byte[] token, byte[] message) {
    Path certificates = settings.timeStampCertificates();
    if (certificates == null) {
      return "stamped; not checked here, since no certificates of the authority are named";
    }
    Instant at = TimeStamps.verify(token, message, certificates(certificates));
    Duration apart = Duration.between(at, Instant.now()).abs();
    return apart.compareTo(CLOCKS_AGREE) <= 0
        ? "stamped at " + at
        : "stamped at "
            + at
            + ", which is "
            + apart.toMinutes()
            + " minutes from this machine's clock: one of the two is wrong";
  }

  private static List<X509Certificate> certificates(Path file) {
    try {
      return TimeStamps.certificates(Files.readAllBytes(file));
    } catch (IOException unreadable) {
      throw new ExchangeException(
          "the authority's certificates can not be read from " + file, unreadable);
    }
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.write(draft, bytes);
    try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void start() {
    ScheduledExecutorService started =
        Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().name("ledger-keeper").daemon().unstarted(task));
    long every = Math.max(1, settings.keepEvery().toSeconds());
    started.scheduleWithFixedDelay(this::run, every, every, TimeUnit.SECONDS);
    worker.set(started);
  }

  @Override
  public void stop() {
    Optional.ofNullable(worker.getAndSet(null)).ifPresent(ScheduledExecutorService::shutdownNow);
  }

  @Override
  public boolean isRunning() {
    return worker.get() != null;
  }

  private void run() {
    try {
      keep();
    } catch (RuntimeException failed) {
      // The next turn tries again; an exception would end all turns.
      LOG.error("a checkpoint could not be kept", failed);
    }
  }
}
