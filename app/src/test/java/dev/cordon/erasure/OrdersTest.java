package dev.cordon.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.RefusedException;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.SignedIn;
import dev.cordon.intake.RecordKind;
import dev.cordon.intake.RecordPermission;
import dev.cordon.intake.Restrictions;
import dev.cordon.intake.SealedRecords;
import dev.cordon.intake.Source;
import dev.cordon.intake.VaultKey;
import dev.cordon.resolution.JudgedPair.Verdict;
import dev.cordon.resolution.LinkReviews;
import dev.cordon.resolution.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class OrdersTest extends ErasureCase {

  @Autowired private Restrictions restrictions;
  @Autowired private LinkReviews reviews;

  @Test
  void enter_subject_showsCountsAndChangesNothing() throws SQLException {
    Subject subject = confirmed("1");
    List<String> before = holding(mark);
    ErasureOrder order =
        entered(OrderKind.ERASURE, new Chosen(Chosen.By.SUBJECT, subject.number()));
    List<ScopeLine> lines =
        get(guardian, () -> orders.lines(operation, order.id(), false, 1)).rows();
    assertThat(lines)
        .anySatisfy(line -> {
          assertThat(line.name()).isEqualTo("accounts");
          assertThat(line.amount()).isEqualTo(2);
        })
        .anySatisfy(line -> {
          assertThat(line.name()).isEqualTo("payments");
          assertThat(line.amount()).isEqualTo(4);
        })
        .anySatisfy(line -> {
          assertThat(line.sourceTable()).isEqualTo("wp_users");
          assertThat(line.state()).isEqualTo("stored");
          assertThat(line.amount()).isEqualTo(2);
        });
    assertThat(holding(mark)).isEqualTo(before);
    assertThat(proposalOf("1").accounts()).isEqualTo(2);
  }

  @Test
  void erasure_leavesNothingOfThePerson_andAllOfTheOthers() throws Exception {
    Subject subject = confirmed("1");
    as(
        analyst,
        () ->
            reviews.judge(
                operation, "shop:1", "shop:3", Verdict.NOT_SAME, "records", "not " + mark));
    assertThat(recordsHolding(mark)).isNotEmpty();
    assertThat(holding(mark)).isNotEmpty();
    List<Long> others = counts();

    ErasureOrder order =
        carriedOut(entered(OrderKind.ERASURE, new Chosen(Chosen.By.SUBJECT, subject.number())));

    assertThat(recordsHolding(mark)).isEmpty();
    assertThat(holding(mark)).isEmpty();
    assertThat(holding(subject.id().toString())).containsOnly("erasure_thing.id");
    assertThat(filesHolding(mark)).isEmpty();
    assertThat(order.doneAt()).isPresent();
    assertThat(proposalOf("3").accounts()).isEqualTo(1);
    List<Long> left = counts();
    assertThat(left.get(0)).isEqualTo(others.get(0) - 2);
    assertThat(left.get(1)).isEqualTo(others.get(1) - 4);
    assertThat(left.get(2)).isEqualTo(others.get(2));
    assertThat(get(analyst, () -> subjects.page(operation, null, 1)).total()).isZero();
  }

  @Test
  void erasedRows_doNotComeBack_andTheBalanceAddsUp() throws Exception {
    Subject subject = confirmed("1");
    carriedOut(entered(OrderKind.ERASURE, new Chosen(Chosen.By.SUBJECT, subject.number())));
    Source shop = get(analyst, () -> sources.named(operation, "shop.sql")).orElseThrow();

    assertThatThrownBy(
            () -> with(analyst, () -> sources.row(operation, shop.id(), "wp_users", 1, "look")))
        .isInstanceOf(NoSuchElementException.class);
    as(analyst, () -> proposals.propose(operation, "again"));
    assertThat(holding(mark)).isEmpty();
    assertThat(with(analyst, () -> sources.take(operation, folder.resolve("shop.sql"), "b.sql")))
        .extracting(taken -> taken.sameBytes())
        .isEqualTo(true);
    assertThat(recordsHolding(mark)).isEmpty();

    List<Restrictions.Counted> counted =
        get(analyst, () -> restrictions.counted(operation, shop.id(), 1)).rows();
    assertThat(counted).allMatch(Restrictions.Counted::erased);
    long erased = counted.stream().mapToLong(Restrictions.Counted::rows).sum();
    assertThat(erased + rowsShown(shop)).isEqualTo(shop.rowsIn());
  }

  @Test
  void restriction_hidesFromEveryReader_untilAnOrderEndsIt() throws Exception {
    Subject subject = confirmed("1");
    List<Long> before = counts();
    Source shop = get(analyst, () -> sources.named(operation, "shop.sql")).orElseThrow();
    long shown = rowsShown(shop);
    ErasureOrder restriction =
        carriedOut(entered(OrderKind.RESTRICTION, new Chosen(Chosen.By.SUBJECT, subject.number())));

    for (SignedIn reader : List.of(analyst, coordinator)) {
      assertThatThrownBy(() -> get(reader, () -> subjects.get(operation, subject.id())))
          .isInstanceOf(NotPermittedException.class);
      assertThatThrownBy(() -> get(reader, () -> proposals.get(operation, subject.proposal())))
          .isInstanceOf(NotPermittedException.class);
      assertThat(visible(reader, "resolved_account", mark)).isZero();
      assertThat(visible(reader, "proposal_record", mark)).isZero();
      assertThat(visible(reader, "attribution", mark)).isZero();
    }
    assertThat(counts().getFirst()).isEqualTo(before.getFirst() - 2);
    assertThat(rowsShown(shop)).isLessThan(shown);
    as(analyst, () -> proposals.propose(operation, "while restricted"));
    assertThat(visible(analyst, "proposal_record", mark)).isZero();
    assertThat(recordsHolding(mark)).as("restricted, not destroyed").isNotEmpty();

    carriedOut(
        entered(OrderKind.END_OF_RESTRICTION, new Chosen(Chosen.By.ORDER, restriction.number())));
    assertThat(rowsShown(shop)).isEqualTo(shown);
    // The run made meanwhile did not know the person; the next does.
    as(analyst, () -> proposals.propose(operation, "after the restriction"));
    assertThat(counts()).isEqualTo(before);
    assertThat(get(analyst, () -> subjects.get(operation, subject.id())).number())
        .isEqualTo(subject.number());
    assertThatThrownBy(() ->
            entered(
                OrderKind.END_OF_RESTRICTION, new Chosen(Chosen.By.ORDER, restriction.number())))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void account_selector_areFoundWithTheirOrdersAndPayments() {
    for (Chosen chosen :
        List.of(
            new Chosen(Chosen.By.ACCOUNT, "shop:1"),
            new Chosen(Chosen.By.SELECTOR, " ASK.NYHOLT." + mark + "@mail.example "))) {
      ErasureOrder order = entered(OrderKind.ERASURE, chosen);
      List<ScopeLine> lines =
          get(guardian, () -> orders.lines(operation, order.id(), false, 1)).rows();
      assertThat(lines)
          .as(chosen.by().text())
          .anySatisfy(line -> {
            assertThat(line.name()).isEqualTo("payments");
            assertThat(line.amount()).isEqualTo(2);
          })
          .anySatisfy(
              line -> assertThat(line.name()).isEqualTo("proposals that hold other accounts, too"));
    }
    assertThatThrownBy(
            () -> entered(OrderKind.ERASURE, new Chosen(Chosen.By.SELECTOR, "nobody@example.org")))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("Nothing is held");
  }

  @Test
  void accountOfAForum_goesWithItsTexts() throws Exception {
    long before = texts();
    String account = writer();
    ErasureOrder order =
        carriedOut(entered(OrderKind.ERASURE, new Chosen(Chosen.By.ACCOUNT, "forum:" + account)));
    List<ScopeLine> happened =
        get(guardian, () -> orders.lines(operation, order.id(), true, 2)).rows();
    long destroyed =
        Stream.concat(
                happened.stream(),
                get(guardian, () -> orders.lines(operation, order.id(), true, 1)).rows().stream())
            .filter(line -> line.name().equals("sealed texts"))
            .mapToLong(ScopeLine::amount)
            .sum();
    assertThat(destroyed).isPositive();
    assertThat(texts()).isEqualTo(before - destroyed);
  }

  @Test
  void order_isEnteredByTheOfficer_andCarriedOutByTwoPersonsOnly() {
    Subject subject = confirmed("1");
    Chosen chosen = new Chosen(Chosen.By.SUBJECT, subject.number());
    for (SignedIn not : List.of(analyst, coordinator, officer, outsider)) {
      assertThatThrownBy(
              () -> get(not, () -> orders.enter(operation, OrderKind.ERASURE, ordered(), chosen)))
          .isInstanceOf(NotPermittedException.class);
    }
    ErasureOrder order = entered(OrderKind.ERASURE, chosen);
    for (SignedIn alone : List.of(guardian, coordinator)) {
      assertThatThrownBy(() ->
              as(
                  alone,
                  () ->
                      jdbc.sql("select cordon.carry_out_erasure(?)")
                          .params(order.id().value())
                          .query()
                          .singleRow()))
          .hasMessageContaining("not approved");
    }
    assertThat(state(order)).isEqualTo(ErasureOrder.State.ENTERED);
    carriedOut(order);
    assertThatThrownBy(() -> approve(order)).isInstanceOf(RefusedException.class);
  }

  private long visible(SignedIn reader, String table, String words) {
    return get(
        reader,
        () ->
            jdbc.sql("select count(*) from cordon." + table + " t where position(? in t::text) > 0")
                .params(words)
                .query(Long.class)
                .single());
  }

  private List<Long> counts() {
    return get(
        analyst,
        () ->
            List.of(
                jdbc.sql("select count(*) from cordon.platform_account where system = 'shop'")
                    .query(Long.class)
                    .single(),
                recordCount("payments"),
                jdbc.sql("select count(*) from cordon.platform_account where system = 'forum'")
                    .query(Long.class)
                    .single()));
  }

  private long recordCount(String kind) {
    try (SealedRecords records = sources.openRecords(operation);
        Statement statement = records.connection().createStatement();
        ResultSet found = statement.executeQuery("select count(*) from " + kind)) {
      found.next();
      return found.getLong(1);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private long rowsShown(Source source) {
    return with(
        analyst,
        () -> {
          try (SealedRecords records = sources.openRecords(operation);
              Statement statement = records.connection().createStatement();
              ResultSet found =
                  statement.executeQuery(
                      "select count(*) from rows where source = '" + source.id() + "'")) {
            found.next();
            return found.getLong(1);
          } catch (SQLException failed) {
            throw new IllegalStateException(failed);
          }
        });
  }

  private long texts() {
    return get(
        analyst,
        () ->
            jdbc.sql(
                    "select coalesce(sum(messages), 0) from cordon.text_thread where operation_id = ?")
                .params(operation.value())
                .query(Long.class)
                .single());
  }

  private String writer() {
    return with(
        analyst,
        () -> {
          try (SealedRecords records = sources.openRecords(operation);
              Statement statement = records.connection().createStatement();
              ResultSet found =
                  statement.executeQuery(
                      "select account from messages where system = 'forum' and account is not null group by account order by count(*) desc, account limit 1")) {
            found.next();
            return found.getString(1);
          } catch (SQLException failed) {
            throw new IllegalStateException(failed);
          }
        });
  }

  /** The kinds of records that hold the text, read without the list of hidden rows. */
  private Set<String> recordsHolding(String words) throws Exception {
    Path vault = directory.vault().resolve(operation.toString());
    Path copy = Files.createTempDirectory(folder, "copy");
    copy(vault.resolve("records"), copy.resolve("records"));
    Set<String> kinds = new TreeSet<>();
    try (SealedRecords records =
            SealedRecords.open(
                copy.resolve("records"),
                VaultKey.of(keys.ring(operation)),
                RecordPermission.LOCAL);
        Statement statement = records.connection().createStatement()) {
      for (RecordKind kind : RecordKind.values()) {
        try (ResultSet found =
            statement.executeQuery(
                "select count(*) from %1$s t where contains(t::varchar, '%2$s')"
                    .formatted(kind.dataSet(), words))) {
          found.next();
          if (found.getLong(1) > 0) {
            kinds.add(kind.dataSet());
          }
        }
      }
    }
    return kinds;
  }

  /** Files outside the sealed sources and the database that hold the text in the clear. */
  private List<Path> filesHolding(String words) throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path place :
        List.of(directory.vault(), directory.logs(), directory.ledger(), directory.exports())) {
      if (!Files.isDirectory(place)) {
        continue;
      }
      try (Stream<Path> files = Files.walk(place)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          if (new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1)
              .contains(words)) {
            found.add(file);
          }
        }
      }
    }
    try (Stream<Path> work =
        Files.walk(directory.vault().resolve(operation.toString()).resolve("work"))) {
      work.filter(Files::isRegularFile).forEach(found::add);
    }
    return found;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }
}
