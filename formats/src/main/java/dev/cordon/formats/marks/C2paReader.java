package dev.cordon.formats.marks;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A C2PA manifest store as boxes of JUMBF (ISO/IEC 19566-5): which programs claim, which digital
 * source types they state, which thumbnails lie in it. Nothing is validated and nothing fetched.
 * Boxes are bounded in depth and number.
 */
final class C2paReader {

  private static final int DEEPEST = 32;
  private static final int MOST_BOXES = 20_000;
  private static final int LONGEST_NAME = 100;
  private static final int MOST_NAMES = 50;
  private static final Pattern SOURCE_TYPE =
      Pattern.compile("DigitalSourceType\"\\s*:\\s*\"([^\"]{1,300})\"");

  private final byte[] store;
  private final MarksDraft draft;
  private final List<String> generators = new ArrayList<>();
  private int boxes;
  private int manifests;

  private C2paReader(byte[] store, MarksDraft draft) {
    this.store = store;
    this.draft = draft;
  }

  static void read(byte[] store, String carrier, MarksDraft draft) {
    C2paReader reader = new C2paReader(store, draft);
    reader.boxes(0, store.length, 0, "");
    if (reader.boxes >= MOST_BOXES) {
      draft.note("the C2PA store has more than " + MOST_BOXES + " boxes; the rest was not read");
    }
    draft.c2pa(new Marks.C2pa(carrier, store.length, reader.manifests, reader.generators, false));
  }

  private void boxes(int from, int end, int depth, String label) {
    if (depth > DEEPEST) {
      draft.note("boxes of the C2PA store lie more than " + DEEPEST + " deep; not read further");
      return;
    }
    int at = from;
    String own = label;
    while (at + 8 <= end && boxes < MOST_BOXES) {
      boxes++;
      long length = Window.big(store, at, 4);
      long next = length == 0 ? end : at + length;
      if (length != 0 && length < 8 || next > end) {
        draft.note("a box of the C2PA store reaches beyond its end");
        return;
      }
      String type = Window.latin(store, at + 4, 4);
      if (type.equals("jumd")) {
        own = described(at + 8, (int) next);
      } else if (type.equals("jumb")) {
        boxes(at + 8, (int) next, depth + 1, own);
      } else {
        content(type, own, at + 8, (int) next);
      }
      at = (int) next;
    }
  }

  /** A description: sixteen bytes of type, one of toggles, a label. */
  private String described(int from, int end) {
    String type = Window.latin(store, from, 4);
    if (type.equals("c2ma") || type.equals("c2um")) {
      manifests++;
    }
    int start = from + 17;
    int stop = start;
    while (stop < end && store[stop] != 0 && stop - start < 200) {
      stop++;
    }
    return start >= end ? "" : new String(store, start, stop - start, StandardCharsets.UTF_8);
  }

  private void content(String type, String label, int from, int end) {
    switch (type) {
      case "bidb" -> {
        if (label.startsWith("c2pa.thumbnail") || label.startsWith("c2pa.embedded")) {
          draft.embedded("c2pa thumbnail", store, from, end - from);
        }
      }
      case "cbor" -> {
        if (label.startsWith("c2pa.claim")) {
          Cbor.texts(store, from, end, this::claim);
        } else if (label.startsWith("c2pa.actions") || label.startsWith("c2pa.ingredient")) {
          Cbor.texts(store, from, end, this::action);
        }
      }
      case "json" -> {
        Matcher matcher =
            SOURCE_TYPE.matcher(
                new String(store, from, Math.min(end - from, 1 << 20), StandardCharsets.UTF_8));
        while (matcher.find()) {
          draft.sourceType(matcher.group(1), "c2pa");
        }
      }
      default -> {}
    }
  }

  private void claim(List<String> path, String value) {
    String key = path.isEmpty() ? "" : path.getLast();
    boolean isNamed = key.equals("name") && path.contains("claim_generator_info");
    if ((key.equals("claim_generator") || isNamed) && generators.size() < MOST_NAMES) {
      String name = value.length() > LONGEST_NAME ? value.substring(0, LONGEST_NAME) + "…" : value;
      if (!generators.contains(name)) {
        generators.add(name);
      }
    }
  }

  private void action(List<String> path, String value) {
    String key = path.isEmpty() ? "" : path.getLast();
    if (key.equals("digitalSourceType")) {
      draft.sourceType(value, "c2pa");
    }
  }
}
