package dev.cordon.evidence.custody;

import dev.cordon.Columns;
import dev.cordon.RefusedException;
import dev.cordon.access.Access;
import dev.cordon.access.AgencyId;
import dev.cordon.access.Area;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.HandlingCode;
import dev.cordon.access.HandlingCodes;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.Operation;
import dev.cordon.access.OperationId;
import dev.cordon.access.Operations;
import dev.cordon.access.Right;
import dev.cordon.evidence.CustodyFile;
import dev.cordon.evidence.CustodyFiles;
import dev.cordon.evidence.Exhibit;
import dev.cordon.evidence.Exhibits;
import dev.cordon.kernel.digest.Sha256;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import dev.cordon.web.Pdf;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Reports, CASE documents and bundles about custody, and the list of what was handed out. */
@Service
@Transactional
public class Disclosures {

  /** The most exhibits one document tells of. */
  public static final int LARGEST = 500;

  /** The most rows of a register. */
  public static final int LONGEST = 20_000;

  private final JdbcClient jdbc;
  private final Access access;
  private final CurrentMember currentMember;
  private final Operations operations;
  private final Exhibits exhibits;
  private final CustodyFiles files;
  private final HandlingCodes codes;
  private final Ledger ledger;
  private final ITemplateEngine templates;

  Disclosures(
      JdbcClient jdbc,
      Access access,
      CurrentMember currentMember,
      Operations operations,
      Exhibits exhibits,
      CustodyFiles files,
      HandlingCodes codes,
      Ledger ledger,
      ITemplateEngine templates) {
    this.jdbc = jdbc;
    this.access = access;
    this.currentMember = currentMember;
    this.operations = operations;
    this.exhibits = exhibits;
    this.files = files;
    this.codes = codes;
    this.ledger = ledger;
    this.templates = templates;
  }

  /**
   * What is asked for.
   *
   * @param exhibit the one exhibit, or null for all the filter leaves
   * @param recipient who gets it, in words
   * @param permission the owner's permission, where the handling code asks for it
   */
  public record Order(
      Disclosure.Form form,
      @Nullable UUID exhibit,
      Exhibits.Filter filter,
      String recipient,
      String reason,
      @Nullable String permission) {}

  /** What is handed out. */
  public record Made(String name, String mediaType, byte[] bytes) {}

  /** Makes a document and notes to whom it goes, and why. */
  public Made make(OperationId operation, Order order) {
    access.require(operation, Area.EVIDENCE, Right.WRITE);
    AgencyId agency = currentMember.get().agency().orElseThrow(NotPermittedException::new);
    requireWords(order);
    Operation whole = operations.get(operation);
    requirePermission(whole, order);
    List<Exhibit> chosen = chosen(operation, order);
    if (order.form() == Disclosure.Form.REGISTER) {
      Made register = new Made("exhibits.csv", "text/csv;charset=UTF-8", RegisterCsv.of(chosen));
      note(operation, agency, order, chosen, 0, register.bytes());
      return register;
    }
    List<CustodyFile> told = new ArrayList<>();
    int leftOut = 0;
    for (Exhibit one : chosen) {
      if (order.form() == Disclosure.Form.BUNDLE && isRestricted(operation, one, order)) {
        leftOut++;
      } else {
        told.add(files.proved(operation, one.id()));
      }
    }
    if (told.isEmpty()) {
      throw new RefusedException(
          "Nothing was handed out: all "
              + leftOut
              + " exhibits carry handling codes of their own. Name the owner's permission.");
    }
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    Made made = made(whole, order, told, leftOut, now);
    List<Exhibit> shown = told.stream().map(CustodyFile::exhibit).toList();
    note(operation, agency, order, shown, leftOut, made.bytes());
    return made;
  }

  private static void requireWords(Order order) {
    if (order.recipient().isBlank() || order.recipient().length() > 300) {
      throw new RefusedException("Nothing was handed out. Say in 1 to 300 characters who gets it.");
    }
    if (order.reason().isBlank() || order.reason().length() > 1500) {
      throw new RefusedException(
          "Nothing was handed out. Say in 1 to 1,500 characters what it is for.");
    }
  }

  /** H1: not in judicial proceedings without the owner's permission; H2, H3: not passed on. */
  private static void requirePermission(Operation operation, Order order) {
    boolean bound = operation.handlingCode() != HandlingCode.H0;
    if (order.form() == Disclosure.Form.BUNDLE && bound && blank(order.permission())) {
      throw new RefusedException(
          "Nothing was handed out. The operation carries the handling code "
              + operation.handlingCode()
              + ": name the owner's permission, with its reference.");
    }
  }

  private boolean isRestricted(OperationId operation, Exhibit exhibit, Order order) {
    return blank(order.permission())
        && codes
            .of(operation, HandlingCodes.Kind.EXHIBIT, exhibit.id())
            .filter(code -> code != HandlingCode.H0)
            .isPresent();
  }

  private static boolean blank(@Nullable String words) {
    return words == null || words.isBlank();
  }

  private List<Exhibit> chosen(OperationId operation, Order order) {
    if (order.exhibit() != null) {
      return List.of(exhibits.get(operation, order.exhibit()));
    }
    long total = exhibits.count(operation, order.filter());
    if (total == 0) {
      throw new RefusedException("Nothing was handed out: no exhibit is left by the filter.");
    }
    int most = order.form() == Disclosure.Form.REGISTER ? LONGEST : LARGEST;
    if (total > most) {
      throw new RefusedException(
          "Nothing was handed out: "
              + total
              + " exhibits are too many for one document, at most "
              + most
              + ". Choose a country or a field report.");
    }
    List<Exhibit> all = new ArrayList<>();
    for (int page = 1; all.size() < total; page++) {
      List<Exhibit> rows = exhibits.page(operation, order.filter(), page).rows();
      if (rows.isEmpty()) {
        break;
      }
      all.addAll(rows);
    }
    return all;
  }

  private Made made(
      Operation operation, Order order, List<CustodyFile> told, int leftOut, Instant now) {
    String name =
        told.size() == 1
            ? told.getFirst().exhibit().number()
            : "case-" + now.toString().substring(0, 10);
    return switch (order.form()) {
      case REGISTER -> throw new IllegalArgumentException("a register is made of rows");
      case REPORT ->
          new Made(
              "custody-" + name + ".pdf",
              "application/pdf",
              report(operation, order, told, leftOut, now));
      case CASE ->
          new Made(
              "custody-" + name + ".jsonld", "application/ld+json", CaseExport.of(operation, told));
      case BUNDLE ->
          new Made(
              "disclosure-" + name + ".zip",
              "application/zip",
              Bundle.of(
                  report(operation, order, told, leftOut, now),
                  CaseExport.of(operation, told),
                  told,
                  now));
    };
  }

  private byte[] report(
      Operation operation, Order order, List<CustodyFile> told, int leftOut, Instant now) {
    Context words = new Context(Locale.UK);
    words.setVariable("operation", operation);
    words.setVariable("order", order);
    words.setVariable("files", told);
    words.setVariable("leftOut", leftOut);
    words.setVariable("now", now);
    words.setVariable("maker", currentMember.get().displayName());
    words.setVariable("show", new Shown());
    return Pdf.of(templates.process("evidence/custody-report", words));
  }

  private void note(
      OperationId operation,
      AgencyId agency,
      Order order,
      List<Exhibit> told,
      int leftOut,
      byte[] bytes) {
    String digest = Sha256.hex(bytes);
    UUID id = UUID.randomUUID();
    int number =
        jdbc.sql(DisclosureSql.NEXT)
            .param("operation", operation.value())
            .param("series", "custody-disclosure-" + agency)
            .query(Integer.class)
            .single();
    jdbc.sql(DisclosureSql.ADD)
        .param("id", id)
        .param("operation", operation.value())
        .param("agency", agency.value())
        .param("number", number)
        .param("form", order.form().text())
        .param("recipient", order.recipient().strip())
        .param("reason", order.reason().strip())
        .param("permission", blank(order.permission()) ? null : order.permission())
        .param("exhibits", told.size())
        .param("leftOut", leftOut)
        .param("sha256", digest)
        .param("size", (long) bytes.length)
        .param("member", currentMember.member().value())
        .update();
    List<Object> touched = new ArrayList<>(List.of(id, "statement sha256:" + digest));
    told.forEach(one -> touched.add(one.id()));
    ledger.append(
        Entry.of(operation, Act.DISCLOSURE, "custody-disclosure", order.reason().strip())
            .touching(touched));
  }

  /** The newest disclosures the reader may see. */
  @Transactional(readOnly = true)
  public List<Disclosure> newest(OperationId operation) {
    return jdbc.sql(DisclosureSql.NEWEST)
        .param("operation", operation.value())
        .query(Disclosures::disclosure)
        .list();
  }

  private static Disclosure disclosure(ResultSet row, int number) throws SQLException {
    return new Disclosure(
        row.getInt("number"),
        Disclosure.Form.valueOf(row.getString("form").toUpperCase(Locale.ROOT)),
        row.getString("recipient"),
        row.getString("reason"),
        row.getString("permission"),
        row.getInt("exhibits"),
        row.getInt("left_out"),
        row.getString("sha256"),
        row.getLong("size_bytes"),
        row.getString("made_by_name"),
        Columns.instant(row, "made_at"));
  }
}
