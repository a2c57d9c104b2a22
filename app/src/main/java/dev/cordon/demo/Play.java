package dev.cordon.demo;

import dev.cordon.CordonException;
import dev.cordon.exercise.Comparison;
import dev.cordon.exercise.Exercise;
import dev.cordon.exercise.Progress;
import dev.cordon.exercise.Size;
import dev.cordon.serve.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * One whole operation, scene by scene, through the doors everybody uses. The scripted members see
 * what the API shows them; only the closing comparison reads the truth.
 */
final class Play {

  private final Server server;
  private final ExerciseFolder folder;
  private final Terminal terminal;
  private final Cast cast;

  Play(Server server, ExerciseFolder folder, Terminal terminal) {
    this.server = server;
    this.folder = folder;
    this.terminal = terminal;
    var first =
        server
            .firstAdministrator()
            .orElseThrow(() -> new CordonException("The exercise's folder was not empty."));
    terminal.line("Cordon listens on " + server.address());
    this.cast =
        new Cast(
            server.address(),
            Caller.signIn(server.address(), first.signInName(), first.password()));
  }

  /** Plays every scene. */
  void play(long seed, Size size) {
    terminal.scene(
        "Writing the files of an invented platform",
        () -> Exercise.write(seed, size, folder.files(), Progress.silent()),
        written -> "%,d records".formatted(written.records()));
    Path platform = folder.platform();
    terminal.scene(
        "Opening the operation",
        () -> open(platform.resolve("operation.yaml")),
        count -> count + " agencies, each with its members");
    terminal.scene("Taking in the files", () -> takeIn(platform), Balance::text);
    AnalystScene analyst = new AnalystScene(cast);
    terminal.scene("Proposing who belongs together", analyst::propose, text -> text);
    terminal.scene("Deciding, one by one", analyst::decide, AnalystScene.Decided::text);
    terminal.scene(
        "Dispatching packages", () -> new DispatchScene(cast).play(), count -> count + " packages");
    terminal.scene(
        "Acting, reporting, taking into custody",
        this::act,
        played ->
            "%d reports (%d open), %d hand-overs"
                .formatted(played.reports(), played.open(), played.handOvers()));
    terminal.scene(
        "Saying what came of the packages",
        new OutcomeScene(cast)::play,
        count -> count + " outcomes");
    terminal.scene(
        "Playing an action day to train on",
        () -> new DayScene(cast).play(),
        DayScene.Played::text);
    terminal.scene("Looking for victims, watching", new WatchScene(cast)::play, text -> text);
    terminal.scene("Publishing the figures", this::publish, text -> text);
    terminal.line("");
    figureLines().forEach(terminal::line);
    terminal.line("");
    terminal.line("Compared with the truth of the exercise, which nobody above has read:");
    compare(analyst).lines().forEach(line -> terminal.line("  " + line));
  }

  /** The figures as the API gives them. */
  String figuresJson() {
    return JsonMapper.builder()
        .build()
        .writerWithDefaultPrettyPrinter()
        .writeValueAsString(figures());
  }

  /** The address, and who may sign in with which password. */
  void tellHowToSignIn() {
    terminal.line("");
    terminal.line("Open " + server.address() + " and sign in as");
    cast.credentials().forEach(this::tell);
    server
        .firstAdministrator()
        .ifPresent(first ->
            tell(
                new Cast.Credentials(
                    first.signInName(), first.password(), "administrator, no case data")));
    terminal.line("This exercise asks for no second factor. A real installation does.");
    terminal.line("Type 'train' to play an action day live for a room, 'help' for more.");
    terminal.line("Stop with Ctrl-C.");
  }

  /** Where whoever trains a room types. */
  TrainerDesk trainerDesk() {
    return new TrainerDesk(cast, server.address(), terminal);
  }

  private void tell(Cast.Credentials member) {
    terminal.line(
        "  %-16s %-28s password %s"
            .formatted(member.signInName(), member.role(), member.password()));
  }

  private int open(Path facts) {
    JsonNode known = YAMLMapper.builder().build().readTree(facts);
    cast.assemble(folder.files().resolve("agencies.json"), known);
    return cast.nationals().size();
  }

  private Balance takeIn(Path platform) {
    String base = cast.operationPath();
    Caller analyst = cast.analyst();
    analyst.postText(base + "/facts", platform.resolve("operation.yaml"), "application/yaml");
    for (Path file : files(platform)) {
      analyst.post(base + "/sources", Map.of("path", file.getFileName().toString()));
    }
    Balance balance = new Balance(0, 0, 0, 0, 0);
    for (JsonNode source : analyst.pages(base + "/sources")) {
      balance = balance.plus(source);
    }
    return balance;
  }

  private record Balance(long files, long rowsIn, long stored, long quarantined, long duplicates) {

    Balance plus(JsonNode source) {
      return new Balance(
          files + 1,
          rowsIn + source.path("rowsIn").asLong(),
          stored + source.path("stored").asLong(),
          quarantined + source.path("quarantined").asLong(),
          duplicates + source.path("duplicates").asLong());
    }

    String text() {
      return "%,d files, %,d rows in = %,d stored + %,d quarantined + %,d duplicates"
          .formatted(files, rowsIn, stored, quarantined, duplicates);
    }
  }

  private FieldScene.Played act() {
    Caller analyst = cast.analyst();
    Path known = folder.files().resolve("lists").resolve("known.csv");
    analyst.postText(
        cast.operationPath() + "/hash-lists?name=exercise-known&version=1&origin=exercise",
        known,
        "text/csv");
    return new FieldScene(cast, folder.files()).play();
  }

  private String publish() {
    JsonNode published =
        cast.coordinator()
            .post(
                cast.operationPath() + "/figures/publications",
                Map.of("reason", "End of the exercise."));
    cast.coordinator()
        .post(
            cast.operationPath() + "/figures/press",
            Map.of(
                "title",
                "Results of the exercise",
                "figures",
                List.of("suspects_identified", "searches", "arrests", "items_seized"),
                "least",
                3,
                "reason",
                "End of the exercise."));
    return "frozen at "
        + published.path("asOf").asString(published.path("publishedAt").asString(""));
  }

  private JsonNode figures() {
    return cast.coordinator().get(cast.operationPath() + "/figures");
  }

  private List<String> figureLines() {
    return figures()
        .path("figures")
        .valueStream()
        .map(figure ->
            "  %,9d  %s"
                .formatted(figure.path("value").asLong(), figure.path("definition").asString()))
        .toList();
  }

  private Comparison.Result compare(AnalystScene analyst) {
    return Comparison.with(folder.files().resolve("truth"), analyst.placed());
  }

  /** What was seized: all but the notes on it. */
  private static List<Path> files(Path platform) {
    try (Stream<Path> entries = Files.list(platform)) {
      return entries
          .filter(file ->
              !List.of("MANIFEST.json", "README.md", "operation.yaml")
                  .contains(file.getFileName().toString()))
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw new CordonException("The demo could not read " + platform + ".", unreadable);
    }
  }
}
