package dev.cordon.demo;

import dev.cordon.CordonException;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What whoever trains a room types where the demo was started, a line a command. Reading ends with
 * the input; the demo goes on.
 */
final class TrainerDesk {

  /** What may be typed. */
  static final List<String> COMMANDS =
      List.of(
          "train [MINUTES]   play an action day live, in 10 minutes unless you say otherwise",
          "go                the coordinator says go; or let the room say it on the live board",
          "leak              a newspaper asks about the day",
          "lost SITE         nothing more is heard of that team",
          "found SITE        its phone has a network again and sends what it kept",
          "wrong SITE        that team stood at the wrong door",
          "room COUNTRY      the room reports for that country from now on",
          "stop              play no further; what was reported stays",
          "help              these lines");

  private static final int USUAL_MINUTES = 10;
  private static final int MOST_MINUTES = 240;
  private static final Duration STEP = Duration.ofSeconds(2);

  private final Cast cast;
  private final URI address;
  private final Terminal terminal;
  private volatile @Nullable TrainingRoom room;

  TrainerDesk(Cast cast, URI address, Terminal terminal) {
    this.cast = cast;
    this.address = address;
    this.terminal = terminal;
  }

  /** Does what is typed until nothing more comes. */
  void serve(BufferedReader typed) {
    try {
      for (String line = typed.readLine(); line != null; line = typed.readLine()) {
        if (!line.isBlank()) {
          terminal.line("  " + answer(line));
        }
      }
    } catch (IOException closed) {
      terminal.line("  No more commands can be read; the pages stay.");
    }
  }

  /** Does one command and says what came of it. */
  String answer(String line) {
    String[] words = line.strip().split("\\s+", 2);
    String about = words.length < 2 ? "" : words[1].strip().toUpperCase(Locale.ROOT);
    String command = words[0].toLowerCase(Locale.ROOT);
    try {
      return command.equals("train") ? train(about) : inRoom(command, about);
    } catch (CordonException refused) {
      return "That did not work: " + refused.getMessage();
    }
  }

  private String inRoom(String command, String about) {
    TrainingRoom now = room;
    if (command.equals("help")) {
      return String.join(System.lineSeparator() + "  ", COMMANDS);
    }
    if (now == null) {
      return "No day is played. Type 'train' first, or 'help'.";
    }
    return switch (command) {
      case "stop" -> stop();
      case "go" -> now.go();
      case "leak" -> now.leak();
      case "lost" -> now.lose(about);
      case "found" -> now.find(about);
      case "wrong" -> now.wrongDoor(about);
      case "room" -> now.giveToRoom(about);
      default -> "'" + command + "' is none of the commands. Type 'help'.";
    };
  }

  private String stop() {
    room = null;
    return "Played no further. The pages stay.";
  }

  private String train(String about) {
    if (room != null) {
      return "A day is being played. Type 'stop' first.";
    }
    int minutes = about.isEmpty() ? USUAL_MINUTES : minutes(about);
    if (minutes < 1 || minutes > MOST_MINUTES) {
      return "A day is played in 1 to " + MOST_MINUTES + " minutes: 'train 10'.";
    }
    String name =
        "Training at "
            + LocalTime.now(ZoneOffset.UTC).format(DateTimeFormatter.ofPattern("HH:mm:ss"))
            + " UTC";
    TrainingRoom opened = new TrainingRoom(cast, name);
    room = opened;
    Thread.ofVirtual().name("training").start(() -> play(opened, minutes));
    return "%s: %s%s/live, %d sites in %d minutes. Teams wait for the go."
        .formatted(name, address, opened.pages().substring(1), opened.sites().size(), minutes);
  }

  private static int minutes(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException notNumber) {
      return 0;
    }
  }

  private void play(TrainingRoom played, int minutes) {
    double perStep = TeamScript.minutes() * (double) STEP.toMillis() / (minutes * 60_000.0);
    try {
      boolean goesOn = true;
      while (goesOn && room == played) {
        Thread.sleep(STEP);
        goesOn = played.advance(perStep);
      }
      if (goesOn) {
        return;
      }
      room = null;
      terminal.line("  All teams have left. Replay and what the day came to are on its pages.");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (CordonException failed) {
      terminal.line("  The training stopped: " + failed.getMessage());
    }
  }
}
