package dev.cordon.figures;

import dev.cordon.RefusedException;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.MemberId;
import dev.cordon.access.Operation;
import dev.cordon.access.OperationId;
import dev.cordon.access.Operations;
import dev.cordon.access.Right;
import dev.cordon.access.SignedIn;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Summaries built on another thread, for the member who asked for them: the operation's, and one
 * for each country, in the languages asked for, in one ZIP file. They are kept in memory until the
 * server stops, the last few of each operation. All of a summary's figures are of one count.
 */
@Service
public class Summaries {

  /** The most summaries kept of an operation. */
  static final int KEPT = 6;

  private static final Logger LOG = LoggerFactory.getLogger(Summaries.class);

  private final FigureBook book;
  private final Operations operations;
  private final Access access;
  private final CurrentMember currentMember;
  private final Ledger ledger;
  private final TransactionTemplate work;
  private final Map<UUID, Building> all = new ConcurrentHashMap<>();
  private final ExecutorService builder =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("summaries").factory());

  Summaries(
      FigureBook book,
      Operations operations,
      Access access,
      CurrentMember currentMember,
      Ledger ledger,
      PlatformTransactionManager transactions) {
    this.book = book;
    this.operations = operations;
    this.access = access;
    this.currentMember = currentMember;
    this.ledger = ledger;
    this.work = new TransactionTemplate(transactions);
  }

  /**
   * How far a summary is.
   *
   * @param done documents that are built
   * @param total documents in all; 0 while the figures are counted
   * @param fault why it failed; null when it did not
   */
  public record State(
      UUID id,
      Instant askedAt,
      List<String> languages,
      int done,
      int total,
      @Nullable String fault) {

    /** Whether it can be taken out. */
    public boolean isReady() {
      return fault == null && total > 0 && done == total;
    }
  }

  private static final class Building {

    private final OperationId operation;
    private final MemberId member;
    private volatile State state;
    private volatile byte[] file = new byte[0];

    Building(OperationId operation, MemberId member, State state) {
      this.operation = operation;
      this.member = member;
      this.state = state;
    }
  }

  /** Begins to build the summaries in those languages; for who counts the whole operation. */
  public UUID build(OperationId operation, List<String> codes) {
    List<SummaryTexts.Language> languages = languages(codes);
    requireWhole(operation);
    UUID id = UUID.randomUUID();
    SignedIn member = currentMember.get();
    State state =
        new State(
            id,
            Instant.now(),
            languages.stream().map(SummaryTexts.Language::title).toList(),
            0,
            0,
            null);
    Building building = new Building(operation, member.member(), state);
    all.put(id, building);
    forgetOld(operation);
    builder.execute(() -> CurrentMember.as(member, () -> run(building, languages)));
    return id;
  }

  private static List<SummaryTexts.Language> languages(List<String> codes) {
    List<SummaryTexts.Language> languages = new ArrayList<>();
    for (SummaryTexts.Language one : SummaryTexts.Language.values()) {
      if (codes.contains(one.code())) {
        languages.add(one);
      }
    }
    if (languages.isEmpty()) {
      throw new RefusedException("Choose at least one language.");
    }
    return languages;
  }

  private void run(Building building, List<SummaryTexts.Language> languages) {
    try {
      write(building, languages);
    } catch (RuntimeException failed) {
      LOG.warn("summaries of {} failed", building.operation, failed);
      State was = building.state;
      building.state =
          new State(
              was.id(),
              was.askedAt(),
              was.languages(),
              was.done(),
              was.total(),
              "They could not be built. Ask for them again; if it happens again, tell who runs the server.");
    }
  }

  private void write(Building building, List<SummaryTexts.Language> languages) {
    Operation operation =
        Objects.requireNonNull(work.execute(state -> operations.get(building.operation)));
    Figures figures = book.now(building.operation);
    List<String> countries = List.copyOf(figures.byCountry().keySet());
    int total = languages.size() * (countries.size() + 1);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      int done = 0;
      for (SummaryTexts.Language language : languages) {
        List<@Nullable String> parts = new ArrayList<>(countries);
        parts.addFirst(null);
        for (@Nullable String country : parts) {
          String name = country == null ? "operation" : country;
          ZipEntry entry = new ZipEntry(language.code() + "/" + name + ".pdf");
          entry.setTimeLocal(figures.asOf().atOffset(ZoneOffset.UTC).toLocalDateTime());
          zip.putNextEntry(entry);
          zip.write(
              Summary.pdf(
                  operation.name(), operation.handlingCode().name(), figures, language, country));
          zip.closeEntry();
          done++;
          if (done < total) {
            step(building, done, total);
          }
        }
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    building.file = out.toByteArray();
    step(building, total, total);
  }

  private static void step(Building building, int done, int total) {
    State was = building.state;
    building.state = new State(was.id(), was.askedAt(), was.languages(), done, total, null);
  }

  /** What the reader asked for, newest first. */
  public List<State> all(OperationId operation) {
    requireWhole(operation);
    return mine(operation).stream()
        .map(one -> one.state)
        .sorted(Comparator.comparing(State::askedAt).reversed())
        .toList();
  }

  /** The file of a summary that is ready; taking it out is an entry. */
  public byte[] file(OperationId operation, UUID id) {
    requireWhole(operation);
    Building building =
        mine(operation).stream()
            .filter(one -> one.state.id().equals(id) && one.state.isReady())
            .findFirst()
            .orElseThrow(NoSuchElementException::new);
    work.executeWithoutResult(state ->
        ledger.append(
            Entry.of(
                    operation,
                    Act.DISCLOSURE,
                    "figures-summary",
                    "summaries were taken out as files")
                .touching(id)));
    return building.file;
  }

  private List<Building> mine(OperationId operation) {
    MemberId member = currentMember.member();
    return all.values().stream()
        .filter(one -> one.operation.equals(operation) && one.member.equals(member))
        .toList();
  }

  private void forgetOld(OperationId operation) {
    all.values().stream()
        .filter(one -> one.operation.equals(operation))
        .sorted(Comparator.comparing((Building one) -> one.state.askedAt()).reversed())
        .skip(KEPT)
        .forEach(one -> all.remove(one.state.id()));
  }

  private void requireWhole(OperationId operation) {
    work.executeWithoutResult(state -> {
      access.require(operation, Area.FIGURES, Right.READ);
      if (!book.part(operation).isWhole()) {
        throw new RefusedException(
            "Summaries count the whole operation; you see your agency's part of it.");
      }
    });
  }

  @EventListener
  void close(ContextClosedEvent closed) {
    builder.shutdownNow();
  }
}
