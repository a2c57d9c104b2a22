package dev.cordon.oversight;

import dev.cordon.Columns;
import dev.cordon.Page;
import dev.cordon.RefusedException;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.MemberId;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Everything held about one person, for the right of access.
 *
 * <p>The data-protection officer asks and sees no case data; a coordinator, another person, reads
 * the file over, with what may be about third persons flagged, and releases it; then the officer
 * who asked may take it for fourteen days. No copy is kept: the file is put together again under
 * the rights of the coordinator who released it, and refused when it is not the one released.
 */
@Service
@Transactional
public class PersonFiles {

  private final JdbcClient jdbc;
  private final Access access;
  private final CurrentMember currentMember;
  private final Ledger ledger;
  private final PersonContents contents;

  PersonFiles(
      JdbcClient jdbc,
      Access access,
      CurrentMember currentMember,
      Ledger ledger,
      PersonContents contents) {
    this.jdbc = jdbc;
    this.access = access;
    this.currentMember = currentMember;
    this.ledger = ledger;
    this.contents = contents;
  }

  /** Asks for a person's file; for the data-protection officer. */
  public UUID ask(OperationId operation, String subject, String reason, String legalBasis) {
    access.require(operation, Area.DATA_PROTECTION, Right.FILE);
    String asked = subject.strip();
    if (!asked.matches("S-[0-9]{4,12}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
      throw new RefusedException(
          "Name the subject by its number, as S-0001, or by its id. The coordinator can tell it.");
    }
    UUID id = UUID.randomUUID();
    jdbc.sql(DataProtectionSql.ASK)
        .param("id", id)
        .param("operation", operation.value())
        .param("subject", asked)
        .param("reason", reason.strip())
        .param("basis", legalBasis.strip())
        .update();
    ledger.append(
        Entry.of(operation, Act.DECISION, "person-file-request", reason.strip())
            .touching(id, asked));
    return id;
  }

  /** A page of the files asked for, newest first. */
  @Transactional(readOnly = true)
  public Page<PersonFile> page(OperationId operation, int page) {
    requireEither(operation);
    return new Page<>(
        jdbc.sql(DataProtectionSql.PAGE)
            .param("operation", operation.value())
            .param("limit", Page.SIZE)
            .param("offset", Page.offset(page))
            .query(PersonFileRows::file)
            .list(),
        Math.max(1, page),
        jdbc.sql(DataProtectionSql.COUNT)
            .param("operation", operation.value())
            .query(Long.class)
            .single());
  }

  /** One file's state. */
  @Transactional(readOnly = true)
  public PersonFile get(OperationId operation, UUID id) {
    requireEither(operation);
    return jdbc.sql(DataProtectionSql.ONE)
        .param("operation", operation.value())
        .param("id", id)
        .query(PersonFileRows::file)
        .optional()
        .orElseThrow(NotPermittedException::new);
  }

  /** What the second person reads over; an entry. */
  public List<Section> review(OperationId operation, UUID id) {
    PersonFile file = waiting(operation, id);
    ledger.append(
        Entry.of(operation, Act.CONSULTATION, "person-file", "read over before release")
            .touching(id, file.subject()));
    return contents.sections(operation, file.subject(), Instant.now());
  }

  /** Releases the whole file as it is now. */
  public void release(OperationId operation, UUID id, String words) {
    release(operation, id, words, List.of(), null);
  }

  /** The names of the parts that can be withheld. */
  public List<String> withholdable() {
    return PersonContents.withholdable();
  }

  /**
   * Releases the file as it is now, without some parts.
   *
   * @param withheld names of parts the person does not receive
   * @param because the ground of law; needed when something is withheld
   */
  public void release(
      OperationId operation,
      UUID id,
      String words,
      List<String> withheld,
      @Nullable String because) {
    PersonFile file = waiting(operation, id);
    Withheld left = new Withheld(withheld, because);
    if (!PersonContents.withholdable().containsAll(withheld)) {
      throw new RefusedException("There is no such part to withhold; look at the page again.");
    }
    if (withheld.isEmpty() != (left.because() == null)) {
      throw new RefusedException(
          withheld.isEmpty()
              ? "A ground is given, but nothing is marked to be withheld."
              : "Say on which ground these parts are withheld (Directive (EU) 2016/680 Art. 15).");
    }
    // The entries of the release itself come after this moment and are not part of the file.
    Instant asOf = Instant.now().truncatedTo(ChronoUnit.MICROS);
    String digest = contents.digest(left.from(contents.sections(operation, file.subject(), asOf)));
    decide(operation, file, "released", words, left, digest, asOf);
  }

  /** Declines: the file does not leave. */
  public void decline(OperationId operation, UUID id, String words) {
    decide(operation, waiting(operation, id), "declined", words, Withheld.NOTHING, null, null);
  }

  /** The released file, for who asked for it. An entry of its own comes from who hands it out. */
  public List<Section> released(OperationId operation, UUID id) {
    access.require(operation, Area.DATA_PROTECTION, Right.FILE);
    PersonFile file = get(operation, id);
    PersonFile.Decision decision = file.decision();
    if (!file.askedBy().equals(currentMember.member())) {
      throw new NotPermittedException();
    }
    if (decision == null || !decision.released()) {
      throw new RefusedException("Nobody has released this file.");
    }
    if (decision.expired()) {
      throw new RefusedException("The fourteen days to take this file have passed; ask again.");
    }
    Instant asOf = Objects.requireNonNull(decision.asOf());
    List<Section> sections =
        new Withheld(decision.withheld(), decision.withheldBecause())
            .from(
                as(decision.decidedBy(), () -> contents.sections(operation, file.subject(), asOf)));
    if (!contents.digest(sections).equals(decision.contentSha256())) {
      throw new RefusedException(
          "The file is no longer the one that was released: something in it changed, or who released"
              + " it may no longer see it. Ask again.");
    }
    return sections;
  }

  private void decide(
      OperationId operation,
      PersonFile file,
      String decision,
      String words,
      Withheld withheld,
      @Nullable String digest,
      @Nullable Instant asOf) {
    try {
      jdbc.sql(DataProtectionSql.DECIDE)
          .param("id", file.id())
          .param("operation", operation.value())
          .param("askedBy", file.askedBy().value())
          .param("decision", decision)
          .param("words", words.strip())
          .param("withheld", withheld.parts().toArray(String[]::new))
          .param("withheldBecause", withheld.because())
          .param("digest", digest)
          .param("asOf", asOf == null ? null : Columns.parameter(asOf))
          .update();
    } catch (DuplicateKeyException decided) {
      throw new RefusedException("Somebody has decided on this file in the meantime.");
    }
    ledger.append(
        Entry.of(operation, Act.DECISION, "person-file-" + decision, words.strip())
            .touching(file.id(), file.subject()));
  }

  private PersonFile waiting(OperationId operation, UUID id) {
    access.require(operation, Area.DATA_PROTECTION, Right.APPROVE);
    PersonFile file = get(operation, id);
    if (file.askedBy().equals(currentMember.member())) {
      throw new RefusedException("You asked for this file yourself; another person has to decide.");
    }
    if (file.decision() != null) {
      throw new RefusedException("Somebody has decided on this file already.");
    }
    return file;
  }

  // The database answers as it would answer the member who released; only reading happens inside.
  private <T> T as(MemberId member, Supplier<T> reading) {
    name(member);
    try {
      return reading.get();
    } finally {
      name(currentMember.member());
    }
  }

  private void name(MemberId member) {
    jdbc.sql(DataProtectionSql.NAME_MEMBER)
        .param("member", member.toString())
        .query(String.class)
        .single();
  }

  private void requireEither(OperationId operation) {
    access.require(operation, Area.DATA_PROTECTION, Right.READ);
  }
}
