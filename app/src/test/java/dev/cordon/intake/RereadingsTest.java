package dev.cordon.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.cordon.DatabaseTest;
import dev.cordon.RefusedException;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.SignedIn;
import dev.cordon.formats.content.PackedLimits;
import dev.cordon.intake.internal.Findings;
import dev.cordon.intake.internal.Judge;
import dev.cordon.intake.internal.Judgement;
import dev.cordon.intake.profiles.OperationProfiles;
import dev.cordon.intake.selectors.Normaliser;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Sources read again as their pages have it: by new rules, and where the judge finds media. */
class RereadingsTest extends DatabaseTest {

  private static final String PROFILE =
      """
      name: pay
      product: Pay
      tables:
        - name: payments
          form: csv
          recognise: [pay_id, payer, amount, status]
          key: [pay_id]
          mappings:
            - holder: {order: pay_id}
              selectors: [{kind: EMAIL, column: payer}]
              payment: {status: status, amount: amount|minor, at: paid_at|local}
      """;

  /** One grey dot; harmless, and a picture by what it begins with. */
  private static final String DOT =
      "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

  private static final String PAYMENTS =
      "pay_id,payer,amount,status,paid_at,note\n1,anna@mail.example,5,paid,2024-03-02 10:00:00,x\n"
          + "2,bo@mail.example,6,paid,2024-03-02 11:00:00,y\n2,bo@mail.example,6,paid,2024-03-02 11:00:00,y\n";

  @Autowired private MockMvcTester mvc;
  @Autowired private Sources sources;
  @Autowired private Editions editions;
  @Autowired private Rereadings rereadings;
  @Autowired private SourceRetaking retaking;
  @Autowired private RereadingRegister register;
  @Autowired private TakingQueue queue;
  @Autowired private Takings takings;
  @Autowired private Resuming resuming;
  @Autowired private OperationProfiles profiles;
  @Autowired private Vaults vaults;

  @TempDir Path folder;

  @BeforeEach
  void run() {
    queue.start();
  }

  @AfterEach
  void goOn() {
    queue.start();
  }

  @Test
  void changedRules_areTold_readAgainInTheQueue_andCompared() throws IOException {
    UUID source = take("pay.csv", PAYMENTS);
    assertThat(words(page("/" + source + "/editions"))).contains("Nothing has changed since");
    with(analyst, () -> profiles.save(operation, 0, PROFILE, "nobody knew it"));
    with(analyst, () -> stated(source, "Europe/Copenhagen"));
    assertThat(standing(source).changes())
        .anyMatch(line -> line.contains("profile pay is new"))
        .anyMatch(line -> line.contains("was unknown and is Europe/Copenhagen"));
    assertThat(words(page("/" + source))).contains("rules have changed since it was read");

    assertThat(post("/" + source + "/again", "reason", "x")).hasStatus3xxRedirection();
    assertThat(with(analyst, () -> takings.open(operation))).isZero();
    assertThat(post("/" + source + "/again", "reason", "a profile for it"))
        .hasRedirectedUrl("/operations/" + operation + "/sources/takings");
    assertThat(ended("pay.csv").state()).isEqualTo(Taking.State.DONE);
    assertThat(words(page("/takings"))).contains("read again");
    assertThat(words(page("/" + source)))
        .contains(
            "What changed", "profile pay is new", "payments: 0, now 2", "duplicates 0, now 1");
    assertThat(words(page("/" + source + "/editions"))).contains("a profile for it", "1 to 2 of 2");
    String compared = words(page("/" + source + "/editions/compare?before=2&after=1"));
    assertThat(compared)
        .contains("Reading 1 and reading 2", "profile pay is new", "payments 0 2 +2")
        .contains("records stored duplicate 1 3");
    for (String none : List.of("before=1&after=3", "before=0&after=1")) {
      assertThat(get("/" + source + "/editions/compare?" + none, analyst)).hasStatus(404);
    }
    assertThat(get("/" + source + "/editions", officer)).hasStatus(404);
  }

  @Test
  void rulesOfOtherSources_markNoSource() throws IOException {
    UUID payments = take("pay.csv", PAYMENTS);
    UUID dump =
        take(
            "other.sql",
            "-- MySQL dump\nCREATE TABLE `odd` (`nr` int, `ord` text);\nINSERT INTO `odd` VALUES (1,'x');\n");
    UUID archive =
        take("pack.zip", TakenFiles.zip("a.csv", "colour,shade\nred,dark\nblue,light\n"));
    with(analyst, () -> profiles.save(operation, 0, PROFILE, "nobody knew it"));
    assertThat(standing(payments).changes()).containsExactly("profile pay is new for records");
    assertThat(standing(dump).changes()).isEmpty();
    assertThat(standing(archive).changes()).isEmpty();

    with(analyst, () -> asked(payments, Rereading.Kind.READ));
    assertThat(ended("pay.csv").state()).isEqualTo(Taking.State.DONE);
    assertThat(standing(payments).changes()).isEmpty();
    String other =
        PROFILE.replace("name: pay", "name: elsewhere").replace("pay_id, payer", "nr, text");
    with(analyst, () -> profiles.save(operation, 0, other, "for another platform"));
    assertThat(standing(payments).changes()).isEmpty();
    assertThat(words(page("/" + payments))).doesNotContain("rules have changed");

    with(
        analyst,
        () -> profiles.save(operation, 1, PROFILE.replace("|minor", "|major"), "unit was wrong"));
    assertThat(standing(payments).changes())
        .containsExactly("profile pay says something else of records");
    assertThat(standing(dump).changes()).isEmpty();
    with(analyst, () -> profiles.withdraw(operation, "pay", 2, "not needed"));
    assertThat(standing(payments).changes())
        .containsExactly("profile pay is gone, by which records was read");
    with(analyst, () -> stated(dump, "Europe/Copenhagen"));
    assertThat(standing(dump).changes()).hasSize(2);
    assertThat(standing(payments).changes()).hasSize(1);
  }

  @Test
  void profileOfALog_marksTheLogAloneThatItFits() throws IOException {
    String line =
        "198.51.100.7 - %s [02/Mar/2024:10:00:0%d +0000] \"GET / HTTP/1.1\" 200 5 \"%s\"\n";
    UUID door = take("door.log", line.formatted("anna", 1, "a").repeat(4));
    UUID common = take("access.log", line.formatted("cy", 3, "-\" \"Agent").repeat(4).indent(0));
    UUID payments = take("pay.csv", PAYMENTS);
    String profile =
        ProfiledLogsTest.PROFILE.replaceAll(
            "format: .*",
            "format: '\\$remote_addr - \\$remote_user [\\$time_local] \"\\$request\" \\$status \\$body_bytes_sent \"\\$http_x_door\"'");
    with(analyst, () -> profiles.save(operation, 0, profile, "knows the door"));
    assertThat(standing(door).changes()).singleElement().asString().contains("profiles of logs");
    assertThat(standing(common).changes()).isEmpty();
    assertThat(standing(payments).changes()).isEmpty();
    with(analyst, () -> asked(door, Rereading.Kind.READ));
    assertThat(ended("door.log").state()).isEqualTo(Taking.State.DONE);
    assertThat(standing(door).changes()).isEmpty();
    with(analyst, () -> profiles.withdraw(operation, "shop-door", 1, "it was wrong"));
    assertThat(standing(door).changes()).hasSize(1);
  }

  @Test
  void askedForTwice_isRefused_andAKilledServerMakesNoSecondEdition() throws IOException {
    UUID source = take("pay.csv", PAYMENTS);
    queue.stop();
    with(analyst, () -> asked(source, Rereading.Kind.READ));
    assertThatThrownBy(() -> with(analyst, () -> asked(source, Rereading.Kind.READ)))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("on the way already");
    Taking waiting = with(analyst, () -> takings.page(operation, 1)).rows().getFirst();
    SourceRetaking.Asked request =
        new SourceRetaking.Asked("better rules", waiting.askedAt(), false);
    // What a server leaves that is killed before the end is noted.
    with(
        analyst,
        () -> retaking.retake(operation, new SourceId(source), request, IntakeProgress.NONE));
    queue.start();
    assertThat(ended("pay.csv").state()).isEqualTo(Taking.State.DONE);
    assertThat(numberOf(source)).isEqualTo(2);
  }

  @Test
  void olderRulesOfSelectors_areSaidAndMadeAnewWithoutTheOriginal() throws IOException {
    with(analyst, () -> profiles.save(operation, 0, PROFILE, "nobody knew it"));
    UUID source = take("pay.csv", PAYMENTS);
    Vault vault = vaults.of(operation);
    SourceId id = new SourceId(source);
    Edition first = VaultEditions.find(vault, id).orElseThrow();
    Path records = vault.records(id);
    Edition older =
        new Edition(
            1,
            first.cause(),
            first.rules().with(Normaliser.VERSION - 1),
            first.report(),
            first.records(),
            first.order());
    Files.delete(records.resolve("edition.json"));
    VaultEditions.write(records, older);
    Files.delete(vault.sealed(first.report().sha256()));
    assertThat(standing(source).isOlder()).isTrue();
    assertThat(words(page("/" + source + "/editions"))).contains("Only the selectors");

    with(analyst, () -> asked(source, Rereading.Kind.NORMALISE));
    assertThat(ended("pay.csv").state()).as(ended("pay.csv").reason()).isEqualTo(Taking.State.DONE);
    Edition now = VaultEditions.find(vault, id).orElseThrow();
    assertThat(now.number()).isEqualTo(2);
    assertThat(now.rules().normaliser()).isEqualTo(Normaliser.VERSION);
    assertThat(now.records().kinds()).isEqualTo(first.records().kinds());
    assertThat(now.digest()).as("the values are the same, written anew").isEqualTo(first.digest());
    assertThat(words(page("/" + source))).contains("What changed", "Every record is the same");
    assertThat(standing(source).isOlder()).isFalse();
    with(analyst, () -> asked(source, Rereading.Kind.NORMALISE));
    await().atMost(Duration.ofMinutes(1)).until(() -> isOver("pay.csv", 2));
    assertThat(ended("pay.csv").reason()).contains("nothing to do");
  }

  @Test
  void mediaInTheVaultsCopy_changesNothingUntilAPersonDecides() throws IOException {
    UUID source = copied();
    Source before = with(analyst, () -> sources.get(operation, source));
    with(analyst, () -> asked(source, Rereading.Kind.READ));
    Taking refused = ended("shown.csv");
    assertThat(refused.state()).isEqualTo(Taking.State.REFUSED);
    assertThat(refused.reason()).contains("holds media in 1 place", "Nothing was changed");
    assertThat(numberOf(source)).isEqualTo(1);
    assertThat(vaults.of(operation).holds(before.sha256())).isTrue();
    assertThat(words(page("/" + source))).contains("Today's judge found media in 1 place");
    resuming.resumeAll();
    assertThat(vaults.of(operation).holds(before.sha256())).as("nothing at a start").isTrue();

    assertThat(words(page("/" + source + "/editions"))).contains("It can not be undone");
    post("/" + source + "/seal", "place", " ", "reason", "no pixels in the vault");
    assertThat(with(analyst, () -> register.copy(operation, source))).isEmpty();
    post(
        "/" + source + "/seal",
        "place",
        "evidence room 7, seal 12",
        "reason",
        "no pixels in the vault");
    assertThat(ended("shown.csv").state()).isEqualTo(Taking.State.DONE);
    sealedByReference(source, before);
  }

  @Test
  void withoutAFinding_noCopyIsDestroyed() throws IOException {
    UUID source = take("pay.csv", PAYMENTS);
    assertThatThrownBy(() -> with(analyst, () -> sealed(source)))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("found nothing");
  }

  @Test
  void killedBetweenAnyTwoSteps_endsTheSame() throws IOException {
    for (IntakeStep step : List.of(IntakeStep.READING, IntakeStep.MOVING, IntakeStep.MOVED)) {
      freshCopied();
      UUID source = copied();
      Source before = with(analyst, () -> sources.get(operation, source));
      with(analyst, () -> asked(source, Rereading.Kind.READ));
      ended("shown.csv");
      queue.stop();
      with(analyst, () -> sealed(source));
      assertThat(with(analyst, () -> sources.get(operation, source)).sealing())
          .as("no reader opens the copy from the decision on")
          .isEqualTo(SourceReport.Sealing.BY_REFERENCE);
      Taking waiting = with(analyst, () -> takings.page(operation, 1)).rows().getFirst();
      assertThatThrownBy(() -> with(analyst, () -> killedAt(step, source, waiting)))
          .hasMessage("killed at " + step);
      resuming.resumeAll();
      queue.start();
      assertThat(ended("shown.csv").state()).isEqualTo(Taking.State.DONE);
      sealedByReference(source, before);
    }
  }

  @Test
  void copyGoneAndNotNoted_isNotedWhenBegunAgain() throws IOException {
    UUID source = copied();
    Source before = with(analyst, () -> sources.get(operation, source));
    with(analyst, () -> asked(source, Rereading.Kind.READ));
    ended("shown.csv");
    queue.stop();
    with(analyst, () -> sealed(source));
    Taking waiting = with(analyst, () -> takings.page(operation, 1)).rows().getFirst();
    with(
        analyst,
        () -> {
          Intake.Judging today = Judge::judge;
          readAgain(source, waiting, IntakeProgress.NONE, today);
          return source;
        });
    vaults.of(operation).destroyCopy(before.sha256());
    queue.start();
    assertThat(ended("shown.csv").state()).isEqualTo(Taking.State.DONE);
    sealedByReference(source, before);
  }

  private void freshCopied() {
    operation = newOperation(lead);
    analyst = member(lead, operation, dev.cordon.access.Role.ANALYST);
  }

  /** The end of it: records of the other columns, no byte in the vault, entries, a place told. */
  private void sealedByReference(UUID source, Source before) {
    Vault vault = vaults.of(operation);
    assertThat(vault.holds(before.sha256())).isFalse();
    Source now = with(analyst, () -> sources.get(operation, source));
    assertThat(now.sealing()).isEqualTo(SourceReport.Sealing.BY_REFERENCE);
    assertThat(now.mediaFound()).isEqualTo(1);
    assertThat(now.stored()).isEqualTo(before.stored());
    assertThat(numberOf(source)).isEqualTo(2);
    assertThat(with(analyst, () -> sources.counts(operation, source)).kinds())
        .containsEntry("payments", 2L);
    DestroyedCopy copy = with(analyst, () -> register.copy(operation, source)).orElseThrow();
    assertThat(copy.destroyedAt()).isNotNull();
    assertThat(entries("vault-copy")).as("decided, and destroyed once").isEqualTo(2);
    SourceRow row = with(analyst, () -> sources.row(operation, source, "records", 1, "looking"));
    assertThat(with(analyst, () -> sources.original(operation, source, row)).note())
        .contains("sealed by reference", "it lies: evidence room 7, seal 12");
    assertThat(words(page("/" + source))).contains("evidence room 7, seal 12");
    assertThat(words(page("/" + source + "/editions"))).contains("Destroyed on");
  }

  /** A source taken in when the judge saw no media: a stand-in for that judge reads it first. */
  private UUID copied() throws IOException {
    with(analyst, () -> profiles.save(operation, 0, PROFILE, "nobody knew it"));
    Path file =
        Files.writeString(
            folder.resolve("shown.csv"), PAYMENTS.replaceFirst(",x\n", ",\"" + DOT + "\"\n"));
    with(
        analyst,
        () -> {
          Intake.Judging blind =
              (original, name, facts, known, limits, progress) -> {
                Judgement seen = Judge.judge(original, name, facts, known, limits, progress);
                Findings found = seen.findings();
                return new Judgement(
                    seen.id(),
                    seen.sha256(),
                    seen.sizeBytes(),
                    seen.damage(),
                    new Findings(
                        found.content(), List.of(), 0, 0, found.groups(), found.keys(), null),
                    seen.members());
              };
          try (Intake intake = intake(blind)) {
            return intake.take(
                Original.of(file),
                "shown.csv",
                new Edition.Cause(Instant.now(), analyst.member(), "taken in"),
                IntakeProgress.NONE);
          }
        });
    Sources.Taken taken = with(analyst, () -> sources.take(operation, file, "shown.csv"));
    assertThat(taken.sameBytes()).isTrue();
    assertThat(taken.source().sealing()).isEqualTo(SourceReport.Sealing.COPIED);
    Files.delete(file);
    return taken.source().id();
  }

  private Intake intake(Intake.Judging judging) {
    return new Intake(
        vaults.of(operation),
        OperationFacts.UNKNOWN,
        profiles.of(operation),
        PackedLimits.STANDARD,
        true,
        RowSet.NONE,
        judging);
  }

  private UUID killedAt(IntakeStep step, UUID source, Taking waiting) {
    IntakeProgress killing =
        new IntakeProgress() {
          @Override
          public void read(long bytes) {}

          @Override
          public void step(IntakeStep reached) {
            if (reached == step) {
              throw new IllegalStateException("killed at " + step);
            }
          }
        };
    readAgain(source, waiting, killing, Judge::judge);
    return source;
  }

  private void readAgain(
      UUID source, Taking waiting, IntakeProgress progress, Intake.Judging judging) {
    Vault vault = vaults.of(operation);
    SourceReport known = VaultEditions.find(vault, new SourceId(source)).orElseThrow().report();
    Edition.Cause cause =
        new Edition.Cause(
            waiting.askedAt().plusMillis(1), analyst.member(), waiting.again().reason());
    try (Intake intake = intake(judging)) {
      intake.retake(
          vault.original(known.sha256(), RecordPermission.LOCAL), known, cause, progress, true);
    }
  }

  private UUID asked(UUID source, Rereading.Kind kind) {
    rereadings.ask(operation, source, kind, "better rules");
    return source;
  }

  private UUID sealed(UUID source) {
    rereadings.seal(operation, source, "evidence room 7, seal 12", "no pixels in the vault");
    return source;
  }

  private UUID stated(UUID source, String zone) {
    sources.stateZone(operation, source, zone);
    return source;
  }

  private SourceStanding standing(UUID source) {
    return with(analyst, () -> rereadings.standing(operation, source));
  }

  private long numberOf(UUID source) {
    return with(analyst, () -> editions.page(operation, new SourceId(source), 1)).total();
  }

  private long entries(String kind) {
    return get(
        analyst,
        () ->
            jdbc.sql(
                    "select count(*) from cordon.ledger_entry where operation_id = ? and convert_from(body, 'UTF8') like ?")
                .params(operation.value(), "%" + kind + "%")
                .query(Long.class)
                .single());
  }

  private Taking ended(String name) {
    await().atMost(Duration.ofMinutes(1)).until(() -> !newest(name).isOpen());
    return newest(name);
  }

  private boolean isOver(String name, int times) {
    List<Taking> all = with(analyst, () -> takings.page(operation, 1)).rows();
    return all.size() >= times && all.stream().noneMatch(Taking::isOpen);
  }

  private Taking newest(String name) {
    return with(analyst, () -> takings.page(operation, 1)).rows().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private UUID take(String name, String content) throws IOException {
    return take(name, content.getBytes(StandardCharsets.UTF_8));
  }

  private UUID take(String name, byte[] content) throws IOException {
    Path file = Files.write(folder.resolve(name), content);
    return with(analyst, () -> sources.take(operation, file, name)).source().id();
  }

  private String page(String path) {
    MvcTestResult result = get(path, analyst);
    assertThat(result).as(path).hasStatus(200);
    return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }

  private static String words(String page) {
    return page.replaceAll("<[^>]*>", " ").replaceAll("&#39;", "'").replaceAll("\\s+", " ");
  }

  private MvcTestResult get(String path, SignedIn member) {
    return mvc.perform(MockMvcRequestBuilders.get(uri(path)).with(by(member)));
  }

  private MvcTestResult post(String path, String... namesAndValues) {
    MockHttpServletRequestBuilder request = MockMvcRequestBuilders.post(uri(path));
    for (int index = 0; index < namesAndValues.length; index += 2) {
      request.param(namesAndValues[index], namesAndValues[index + 1]);
    }
    return mvc.perform(request.with(csrf()).with(by(analyst)));
  }

  private URI uri(String path) {
    return URI.create("/operations/" + operation + "/sources" + path);
  }

  private static RequestPostProcessor by(SignedIn member) {
    return authentication(
        UsernamePasswordAuthenticationToken.authenticated(
            member, null, AuthorityUtils.createAuthorityList("MEMBER")));
  }

  private static <T> T with(SignedIn member, Supplier<T> work) {
    AtomicReference<T> result = new AtomicReference<>();
    CurrentMember.as(member, () -> result.set(work.get()));
    return result.get();
  }
}
