import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the listing of what is shipped (CycloneDX) and writes who made it under which licence. Fails
 * by name for a component without a licence, or with none that config/licences.allowed names. Run
 * by config/licences.
 */
class Licences {

  public static void main(String[] arguments) throws IOException {
    JsonNode bom = JsonMapper.builder().build().readTree(Path.of(arguments[0]));
    Set<String> allowed = new TreeSet<>();
    Map<String, String> corrected = new TreeMap<>();
    for (String line : Files.readAllLines(Path.of(arguments[1]))) {
      String text = line.replaceFirst("#.*", "").strip();
      if (text.contains("=>")) {
        corrected.put(text.split("=>")[0].strip(), text.split("=>")[1].strip());
      } else if (!text.isEmpty()) {
        allowed.add(text);
      }
    }
    TreeMap<String, String> notices = new TreeMap<>();
    List<String> refused = new java.util.ArrayList<>();
    for (JsonNode component : bom.path("components")) {
      String name = component.path("group").asString("") + ":" + component.path("name").asString("");
      if (name.startsWith("dev.cordon:")) {
        continue;
      }
      Set<String> licences = licences(component, corrected.get(name));
      String version = component.path("version").asString("");
      if (licences.stream().noneMatch(allowed::contains)) {
        refused.add(name + " " + version + " " + licences);
      }
      notices.put(name, name + " " + version + " | " + String.join(" or ", licences));
    }
    if (!refused.isEmpty() || notices.isEmpty()) {
      System.err.println("licences: not allowed by " + arguments[1] + ", or unknown:");
      refused.forEach(one -> System.err.println("  " + one));
      System.exit(1);
    }
    String text =
        """
        # What Cordon ships of others, and under which licence. Written by config/licences; do not edit.
        # The licences' texts lie in META-INF of each jar in the target/lib of its module.
        """
            + notices.values().stream().collect(Collectors.joining("\n", "", "\n"));
    Files.writeString(Path.of(arguments[2]), text);
    System.out.println("licences: " + notices.size() + " components, each with an allowed licence");
  }

  /** The licences a component may be taken under, as SPDX ids where the listing has them. */
  private static Set<String> licences(JsonNode component, String correction) {
    if (correction != null) {
      return Set.of(correction);
    }
    Set<String> found = new TreeSet<>();
    for (JsonNode one : component.path("licenses")) {
      JsonNode licence = one.path("license");
      found.add(
          licence.path("id").asString(licence.path("name").asString(one.path("expression").asString(""))));
    }
    found.remove("");
    return found;
  }
}
