package dev.cordon.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import dev.cordon.DatabaseTest;
import dev.cordon.TestGround;
import dev.cordon.access.Members;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/**
 * Secrets never reach a log, not even the finest, nor a list of processes; names forge no entry.
 */
class SecretsInLogsTest extends DatabaseTest {

  private static final String CANARY = "c4n4ry";

  @Autowired private MockMvc http;
  @Autowired private Members members;
  @TempDir private Path folder;
  private Path log;

  @BeforeEach
  void realLog_atItsFinest() throws JoranException {
    log = folder.resolve("cordon.log");
    System.setProperty("cordon.log", log.toString());
    configure("/logback.xml");
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.TRACE);
  }

  @AfterEach
  void testLog() throws JoranException {
    System.clearProperty("cordon.log");
    configure("/logback-test.xml");
  }

  private static void configure(String file) throws JoranException {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    configurator.doConfigure(Objects.requireNonNull(SecretsInLogsTest.class.getResource(file)));
  }

  @Test
  void signInsErrorsAndBadBodies_leaveNoSecret() throws Exception {
    String name = "p" + UUID.randomUUID();
    String password = CANARY + " the right password";
    joined(lead, name, "Someone", password);
    http.perform(post("/sign-in").with(csrf()).param("name", name).param("password", password));
    http.perform(
        post("/sign-in").with(csrf()).param("name", name).param("password", CANARY + "wrong"));
    http.perform(MockMvcRequestBuilders.get("/api/operations").with(httpBasic(name, password)));
    http.perform(
        MockMvcRequestBuilders.get("/api/operations").with(httpBasic(name, CANARY + "wrong")));
    http.perform(
        MockMvcRequestBuilders.get("/api/operations").header("Authorization", "Bearer " + CANARY));
    http.perform(
        MockMvcRequestBuilders.get("/")
            .cookie(new Cookie("cordon", CANARY))
            .header("X-CSRF-TOKEN", CANARY));
    http.perform(
        post("/api/members")
            .with(Walk.as(administrator))
            .with(csrf())
            .contentType(MediaType.APPLICATION_JSON)
            .content(
                "{\"agency\":\""
                    + lead
                    + "\",\"signInName\":\"q%s\",\"displayName\":\"X\",\"password\":\""
                        .formatted(UUID.randomUUID())
                    + CANARY
                    + " is long enough\"}"));
    for (String body :
        List.of("{\"password\":\"" + CANARY, "{\"agency\":\"" + CANARY + "\"}", CANARY)) {
      http.perform(
          post("/api/members")
              .with(Walk.as(administrator))
              .with(csrf())
              .contentType(MediaType.APPLICATION_JSON)
              .content(body));
    }
    http.perform(MockMvcRequestBuilders.get("/sign-in?token=" + CANARY));
    LoggerFactory.getLogger("dev.cordon.test").debug("the log is at its finest");

    List<String> lines = Files.readAllLines(log);
    assertThat(lines).anyMatch(line -> line.contains("the log is at its finest"));
    assertThat(lines.stream().filter(line -> line.contains(CANARY))).isEmpty();
  }

  @Test
  void hostileNames_forgeNoEntry() throws IOException {
    String name = "x\r\n2026-01-01T00:00:00.000Z INFO  forged\u001b[2J\u2028\u202e";
    LoggerFactory.getLogger("dev.cordon.test").info("refused {}", name);
    LoggerFactory.getLogger("dev.cordon.test").error("fault", new IllegalStateException(name));

    List<String> lines = Files.readAllLines(log);
    assertThat(lines).noneMatch(line -> line.startsWith("2026-01-01"));
    assertThat(String.join("\n", lines))
        .doesNotContain("\u001b", "\u2028", "\u202e")
        .contains("forged");
  }

  @Test
  void databaseLog_holdsNoValues() throws IOException {
    String name = "Canary " + UUID.randomUUID();
    Path databaseLog = TestGround.ground().directory().logs().resolve("postgresql.log");
    for (String statement :
        List.of(
            "select cast(? as uuid)",
            "select cast(? as integer)",
            "insert into cordon.agency (id, name, country) values (gen_random_uuid(), ?, 'TOO"
                + " LONG')")) {
      try {
        jdbc.sql(statement).param(name).query().listOfRows();
      } catch (org.springframework.dao.DataAccessException refused) {
        // That is what is asked for.
      }
    }
    assertThat(Files.readString(databaseLog)).doesNotContain(name);
  }

  @Test
  void processList_holdsNoSecret() throws IOException {
    Path secrets = TestGround.ground().directory().secrets();
    String processes =
        String.join(
            "\n",
            ProcessHandle.allProcesses()
                .flatMap(process -> Stream.ofNullable(process.info().commandLine().orElse(null)))
                .toList());
    assertThat(processes).contains("postgres");
    try (Stream<Path> files = Files.walk(secrets)) {
      List<Path> found = files.filter(Files::isRegularFile).toList();
      assertThat(found).hasSizeGreaterThan(2);
      for (Path file : found) {
        assertThat(processes)
            .as(file.getFileName().toString())
            .doesNotContain(
                Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1).strip());
      }
    }
  }
}
