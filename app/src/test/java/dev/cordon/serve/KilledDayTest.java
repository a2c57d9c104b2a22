package dev.cordon.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the server in the middle of an action day, its database left running or killed with it:
 * every report that was acknowledged is there once, what was not is sent again as a phone does, and
 * the board goes on.
 */
@Tag("long")
class KilledDayTest {

  private static final String PASSWORD = "correct horse battery staple";

  @TempDir private Path folder;
  private ServerProcess server;
  private String base;
  private UUID day;
  private UUID site;
  private UUID device;
  private int second;

  /** What a phone holds until the server has it. */
  private final List<String> waiting = new ArrayList<>();

  private final List<String> sent = new ArrayList<>();

  @Test
  void reportsOfADay_surviveKills_eachOnce() throws Exception {
    server = new ServerProcess(folder.resolve("data"));
    server.start();
    plan();
    for (boolean withDatabase : List.of(false, true)) {
      CountDownLatch reports = new CountDownLatch(25);
      Thread killer = killAfter(reports, withDatabase);
      reportUntilGone(reports);
      killer.join();
      server.awaitEnd();
      assertThat(waiting).isNotEmpty();
      server.start();
      sendWaiting();
    }
    try {
      report("search_ended");
      sendWaiting();
      String record = get("api/operations/" + base + "/sites/" + site + "/reports");
      List<String> ids = JsonPath.read(record, "$.lines[*].report.id");
      assertThat(ids).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(sent);
      String board = get("api/operations/" + base + "/action-days/" + day + "/board");
      List<String> progress = JsonPath.read(board, "$.board.sites[*].progress");
      assertThat(progress).singleElement().asString().isEqualToIgnoringCase("ended");
      List<Integer> counted = JsonPath.read(board, "$.board.lanes[*].reports");
      assertThat(counted).containsExactly(sent.size());
      assertThat(get("api/operations/" + base + "/field/sites")).contains(site.toString());
    } finally {
      server.stop();
    }
  }

  private Thread killAfter(CountDownLatch reports, boolean withDatabase) {
    return Thread.ofVirtual()
        .start(() -> {
          try {
            reports.await();
            server.kill(withDatabase);
          } catch (InterruptedException | IOException failed) {
            throw new IllegalStateException(failed);
          }
        });
  }

  private void reportUntilGone(CountDownLatch reports) throws InterruptedException {
    try {
      while (true) {
        report(sent.isEmpty() ? "entry" : "all_well");
        sendWaiting();
        reports.countDown();
      }
    } catch (IOException gone) {
      // The last one was not acknowledged: it waits.
    }
  }

  private void report(String kind) {
    String id = UUID.randomUUID().toString();
    sent.add(id);
    waiting.add(
        "{\"id\":\"%s\",\"site\":\"%s\",\"kind\":\"%s\",\"sequence\":%d,\"at\":\"%s\"}"
            .formatted(
                id,
                site,
                kind,
                sent.size(),
                Instant.now().truncatedTo(ChronoUnit.HOURS).plusMillis(second++)));
  }

  /** As a phone: all that waits, and only what was answered for is forgotten. */
  private void sendWaiting() throws IOException, InterruptedException {
    HttpResponse<String> answer =
        server.post(
            "api/operations/" + base + "/day-reports",
            "{\"device\":\"%s\",\"reports\":[%s]}".formatted(device, String.join(",", waiting)),
            "officer",
            PASSWORD);
    if (answer.statusCode() >= 500) {
      throw new IOException("the server is going: " + answer.statusCode());
    }
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    List<String> outcomes = JsonPath.read(answer.body(), "$[*].outcome");
    assertThat(outcomes).hasSize(waiting.size()).isSubsetOf("TAKEN", "KNOWN");
    waiting.clear();
  }

  private void plan() throws IOException, InterruptedException {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    UUID agency = made("api/agencies", "{\"name\":\"Lead\",\"country\":\"DK\"}", "administrator");
    UUID operation =
        made(
            "api/operations",
            """
            {"name":"Exercise","authority":"Court of Example","legalBasis":"Order 1",
             "purpose":"online-child-sexual-exploitation","reviewOn":"%s","endsOn":"%s","leadAgency":"%s"}
            """
                .formatted(today.plusDays(90), today.plusDays(180), agency),
            "administrator");
    base = operation.toString();
    joins(agency, operation, "coordinator", "coordinator");
    joins(agency, operation, "officer", "national_officer");
    day =
        made(
            "api/operations/" + base + "/action-days",
            "{\"name\":\"Day\",\"startsOn\":\"%s\",\"endsOn\":\"%s\"}"
                .formatted(today.minusDays(1), today.plusDays(1)),
            "coordinator");
    site =
        made(
            "api/operations/" + base + "/action-days/" + day + "/sites",
            "{\"agency\":\"%s\",\"label\":\"A\",\"timeZone\":\"UTC\",\"plannedAt\":\"%s\"}"
                .formatted(agency, LocalDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.HOURS)),
            "officer");
    device = made("api/operations/" + base + "/field/devices", "{\"name\":\"phone\"}", "officer");
  }

  private void joins(UUID agency, UUID operation, String name, String role)
      throws IOException, InterruptedException {
    HttpResponse<String> invited =
        server.post(
            "api/invitations",
            """
            {"agency":"%s","signInName":"%s","displayName":"%s","administrator":false,"operation":"%s","role":"%s"}
            """
                .formatted(agency, name, name, operation, role));
    assertThat(invited.statusCode()).as(invited.body()).isEqualTo(201);
    String token = JsonPath.read(invited.body(), "$.token");
    HttpResponse<String> joined =
        server.post(
            "api/join", "{\"token\":\"%s\",\"password\":\"%s\"}".formatted(token, PASSWORD));
    assertThat(joined.statusCode()).as(joined.body()).isEqualTo(201);
  }

  private UUID made(String path, String json, String name)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        name.equals("administrator")
            ? server.post(path, json)
            : server.post(path, json, name, PASSWORD);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    Object id = JsonPath.read(answer.body(), "$.id");
    return UUID.fromString(
        id instanceof java.util.Map<?, ?> map ? map.get("value").toString() : id.toString());
  }

  private String get(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer = server.get(path, "officer", PASSWORD);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }
}
