package dev.cordon.formats.marks;

import java.util.Locale;
import java.util.Set;

/**
 * Tells marks of generating programs in a text under a key. Presence of a program's own key or of
 * several of its words together; a single short word says nothing.
 */
final class GeneratorText {

  private static final Set<String> KEYS =
      Set.of(
          "parameters",
          "prompt",
          "workflow",
          "invokeai_metadata",
          "invokeai_graph",
          "invokeai",
          "sd-metadata",
          "Dream",
          "negative_prompt",
          "Negative Prompt",
          "Software",
          "AIGC",
          "fooocus_scheme",
          "Comment",
          "Description");

  private GeneratorText() {}

  /** A text of a PNG, or of a comment (with an empty key). */
  static void judge(MarksDraft draft, String carrier, String key, String value) {
    String tool = tool(key, value);
    if (!tool.isEmpty()) {
      // A key of somebody's own may say as much as the text.
      String shown = key.isEmpty() ? "comment" : KEYS.contains(key) ? key : "another key";
      draft.generator(tool, carrier, shown, value);
    }
  }

  private static String tool(String key, String value) {
    return switch (key) {
      case "parameters" -> "A1111, Forge or alike";
      case "prompt", "workflow" -> isGraph(value) ? "ComfyUI" : "";
      case "invokeai_metadata", "invokeai_graph", "invokeai", "sd-metadata", "Dream" -> "InvokeAI";
      case "negative_prompt", "Negative Prompt" -> "Easy Diffusion";
      case "Software" -> value.strip().equals("NovelAI") ? "NovelAI" : "";
      case "AIGC" -> "a label of generated content (AIGC)";
      case "fooocus_scheme" -> "Fooocus";
      default -> content(value);
    };
  }

  private static boolean isGraph(String value) {
    return value.stripLeading().startsWith("{")
        && (value.contains("\"class_type\"") || value.contains("\"nodes\""));
  }

  /** Told by several words that stand together in what the programs write. */
  private static String content(String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    if (value.contains("Steps: ") && value.contains("Sampler: ") && value.contains("Seed: ")) {
      return "A1111, Forge or alike";
    }
    if (lower.contains("\"aigc\"") || lower.contains("\"contentproducer\"")) {
      return "a label of generated content (AIGC)";
    }
    if (lower.contains("\"sampler\"")
        && lower.contains("\"steps\"")
        && lower.contains("\"scale\"")) {
      return "NovelAI";
    }
    if (lower.contains("\"negative_prompt\"") && lower.contains("\"num_inference_steps\"")) {
      return "Easy Diffusion";
    }
    if (isGraph(value) && value.contains("\"class_type\"")) {
      return "ComfyUI";
    }
    if (value.contains("Job ID: ") && lower.matches("(?s).*job id: [0-9a-f]{8}-.*")) {
      return "Midjourney";
    }
    return value.strip().equals("Made with Google AI") ? "Google AI" : "";
  }
}
