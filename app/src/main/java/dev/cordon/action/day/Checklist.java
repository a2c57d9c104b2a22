package dev.cordon.action.day;

import dev.cordon.CordonException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The template of the checklist each agency answers: data, checked when it is read. */
@Component
public class Checklist {

  private static final String FILE = "/action/checklist.json";
  private static final Set<String> COUNTS = Set.of("warrants", "teams", "victims", "children");

  private final List<Item> items;

  /** Reads the template the program brings. */
  public Checklist() {
    this.items = read().items();
  }

  /**
   * One line.
   *
   * @param counts what the records alone say of it, where they do
   */
  public record Item(String key, String words, @Nullable String counts) {

    /** Checks what it says. */
    public Item {
      if (!key.matches("[a-z_]{2,60}") || words.isBlank()) {
        throw new IllegalArgumentException("a line of the checklist: " + key);
      }
      if (counts != null && !COUNTS.contains(counts)) {
        throw new IllegalArgumentException(
            "the checklist counts " + counts + ", which nobody counts");
      }
    }
  }

  record Template(int version, List<Item> items) {

    Template {
      items = List.copyOf(items);
      Set<String> keys = new HashSet<>();
      items.forEach(item -> {
        if (!keys.add(item.key())) {
          throw new IllegalArgumentException("the checklist has two lines " + item.key());
        }
      });
    }
  }

  private static Template read() {
    try (InputStream in = Objects.requireNonNull(Checklist.class.getResourceAsStream(FILE))) {
      return JsonMapper.builder().build().readValue(in, Template.class);
    } catch (IOException unreadable) {
      throw new CordonException("The checklist " + FILE + " can not be read.", unreadable);
    }
  }

  /** Its lines, in order. */
  public List<Item> items() {
    return items;
  }

  boolean has(String key) {
    return items.stream().anyMatch(item -> item.key().equals(key));
  }
}
