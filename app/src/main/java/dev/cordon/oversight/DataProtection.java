package dev.cordon.oversight;

import dev.cordon.Page;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.Operation;
import dev.cordon.access.OperationId;
import dev.cordon.access.Operations;
import dev.cordon.access.Right;
import dev.cordon.law.TransferLaw;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of processing (Directive (EU) 2016/680 Art. 24) and what is due for review or
 * erasure, each drawn from the operation as it is.
 */
@Service
public class DataProtection {

  private static final int MOST_EXPORTED = 100_000;

  private final JdbcClient jdbc;
  private final Access access;
  private final Operations operations;
  private final PersonFiles files;
  private final Exports exports;
  private final Ledger ledger;
  private final TransferLaw transfers;

  DataProtection(
      JdbcClient jdbc,
      Access access,
      Operations operations,
      PersonFiles files,
      Exports exports,
      Ledger ledger,
      TransferLaw transfers) {
    this.transfers = transfers;
    this.ledger = ledger;
    this.jdbc = jdbc;
    this.access = access;
    this.operations = operations;
    this.files = files;
    this.exports = exports;
  }

  /** The register of processing of an operation. */
  @Transactional(readOnly = true)
  public List<Section> register(OperationId operation) {
    access.require(operation, Area.DATA_PROTECTION, Right.READ);
    Operation of = operations.get(operation);
    Map<String, List<Map<String, @Nullable Object>>> facts = facts(operation);
    List<Section> register = new ArrayList<>();
    register.add(new Section("processing", "The processing", List.of(processing(of))));
    register.add(section(facts, "category", "Categories of persons, with how many"));
    register.add(section(facts, "source", "Kinds of sources, with how many"));
    register.add(section(facts, "recipient", "Recipients, with packages released"));
    register.add(section(facts, "member", "Agencies with access, with members"));
    register.add(section(facts, "entry", "Acts logged (Art. 25), with how many"));
    return List.copyOf(register);
  }

  /** Who processes for what purpose, on which basis and until when: what an answer begins with. */
  @Transactional(readOnly = true)
  public Section processing(OperationId operation) {
    access.require(operation, Area.DATA_PROTECTION, Right.READ);
    return new Section(
        "processing", "The processing", List.of(processing(operations.get(operation))));
  }

  /** A page of what is due until a day, soonest first. */
  @Transactional(readOnly = true)
  public Page<Map<String, @Nullable Object>> due(OperationId operation, LocalDate until, int page) {
    access.require(operation, Area.DATA_PROTECTION, Right.READ);
    return new Page<>(
        due(operation, until, Page.SIZE, Page.offset(page)),
        Math.max(1, page),
        jdbc.sql(DataProtectionSql.COUNT_RETENTION)
            .param("operation", operation.value())
            .param("until", until)
            .query(Long.class)
            .single());
  }

  /** The register as an archive. */
  @Transactional
  public Exports.Archive exportRegister(OperationId operation, String reason) {
    access.require(operation, Area.DATA_PROTECTION, Right.FILE);
    return exports.seal(operation, "register", reason, register(operation), operation);
  }

  /** What is due, as an archive. */
  @Transactional
  public Exports.Archive exportDue(OperationId operation, LocalDate until, String reason) {
    access.require(operation, Area.DATA_PROTECTION, Right.FILE);
    List<Map<String, @Nullable Object>> rows = due(operation, until, MOST_EXPORTED + 1, 0);
    if (rows.size() > MOST_EXPORTED) {
      throw new dev.cordon.RefusedException(
          "More than 100,000 things are due until that day; choose an earlier day.");
    }
    return exports.seal(
        operation,
        "retention",
        reason,
        List.of(new Section("due", "Due until " + until, rows)),
        operation);
  }

  /** A released person's file as an archive, for who asked for it. */
  @Transactional
  public Exports.Archive exportPerson(OperationId operation, UUID file, String reason) {
    List<Section> sections = files.released(operation, file);
    return exports.seal(
        operation, "person_file", reason, sections, file, files.get(operation, file).subject());
  }

  /** A released person's file to read or print, for who asked for it; a disclosure too. */
  @Transactional
  public List<Section> readPerson(OperationId operation, UUID file, String reason) {
    List<Section> sections = files.released(operation, file);
    ledger.append(
        Entry.of(operation, Act.DISCLOSURE, "person-file", reason)
            .touching(file, files.get(operation, file).subject()));
    return sections;
  }

  private List<Map<String, @Nullable Object>> due(
      OperationId operation, LocalDate until, int limit, long offset) {
    return jdbc.sql(DataProtectionSql.RETENTION)
        .param("operation", operation.value())
        .param("until", until)
        .param("limit", limit)
        .param("offset", offset)
        .query((row, number) -> {
          Map<String, @Nullable Object> values = new LinkedHashMap<>();
          values.put("due_on", row.getObject("due_on", LocalDate.class).toString());
          values.put("kind", row.getString("kind"));
          values.put("label", row.getString("label"));
          values.put("rule", row.getString("rule"));
          values.put("id", row.getString("id"));
          return values;
        })
        .list();
  }

  private Map<String, List<Map<String, @Nullable Object>>> facts(OperationId operation) {
    Map<String, List<Map<String, @Nullable Object>>> facts = new LinkedHashMap<>();
    jdbc.sql(DataProtectionSql.PROCESSING)
        .param("operation", operation.value())
        .query(row -> {
          Map<String, @Nullable Object> values = new LinkedHashMap<>();
          values.put("name", row.getString("name"));
          String country = row.getString("country");
          if (country != null) {
            values.put("country", country);
            values.put(
                "transfer", transfers.bound().contains(country) ? "" : "third country: Chapter V");
          }
          values.put("count", row.getLong("held"));
          facts.computeIfAbsent(row.getString("kind"), any -> new ArrayList<>()).add(values);
        });
    return facts;
  }

  private static Section section(
      Map<String, List<Map<String, @Nullable Object>>> facts, String kind, String title) {
    return new Section(kind, title, facts.getOrDefault(kind, List.of()));
  }

  private static Map<String, @Nullable Object> processing(Operation of) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("operation", of.name());
    values.put("controller", of.authority());
    values.put("purpose", of.purpose().text().replace('-', ' '));
    values.put("legal_basis", of.legalBasis());
    values.put("handling_code", of.handlingCode().name());
    values.put("opened_on", of.openedOn().toString());
    values.put("review_on", of.reviewOn().toString());
    values.put("erasure_by", of.endsOn().toString());
    values.put(
        "security",
        "need to know enforced in the database; records and sources encrypted for each operation; every"
            + " act in a log outsiders can verify; release, erasure and export by two persons");
    values.put(
        "profiling", "none: no person is scored; links and countries are decided by persons");
    return values;
  }
}
