package dev.cordon.formats.marks;

import dev.cordon.kernel.digest.Digests;
import dev.cordon.kernel.digest.ThreeDigests;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects what the readers find in one file. Bounded; for one thread. */
final class MarksDraft {

  private static final int MOST = 64;

  private static final Pattern TIME =
      Pattern.compile("(\\d{4})[:-](\\d{2})[:-](\\d{2})[ T](\\d{2}):(\\d{2}):(\\d{2}).{0,40}");

  private final KeyedDigest keyed;
  private final Set<Marks.SourceType> sourceTypes = new LinkedHashSet<>();
  private final Set<Marks.Generator> generators = new LinkedHashSet<>();
  private final Set<Marks.Software> software = new LinkedHashSet<>();
  private final Set<Marks.Embedded> embedded = new LinkedHashSet<>();
  private final Set<String> notes = new LinkedHashSet<>();
  private Marks.@Nullable C2pa c2pa;
  private String make = "";
  private String model = "";
  private String serial = "";
  private boolean hasPosition;
  private @Nullable LocalDateTime taken;

  MarksDraft(KeyedDigest keyed) {
    this.keyed = keyed;
  }

  void sourceType(String text, String carrier) {
    add(sourceTypes, new Marks.SourceType(SourceTypes.term(text), carrier));
  }

  void generator(String tool, String carrier, String key, String content) {
    add(generators, new Marks.Generator(tool, carrier, key, keyed.of("generator", content)));
  }

  void software(String text) {
    String stripped = stripped(text);
    if (!stripped.isEmpty()) {
      String name = Programs.named(stripped);
      add(software, new Marks.Software(name, keyed.of("software", stripped)));
    }
  }

  void make(String text) {
    make = make.isEmpty() ? stripped(text) : make;
  }

  void model(String text) {
    model = model.isEmpty() ? stripped(text) : model;
  }

  void serial(String text) {
    serial = serial.isEmpty() ? stripped(text) : serial;
  }

  void position() {
    hasPosition = true;
  }

  /** A time in the forms of EXIF and ISO 8601; others are passed over. */
  void taken(String text) {
    Matcher matcher = TIME.matcher(stripped(text));
    if (taken != null || !matcher.matches()) {
      return;
    }
    try {
      taken =
          LocalDateTime.of(
              Integer.parseInt(matcher.group(1)),
              Integer.parseInt(matcher.group(2)),
              Integer.parseInt(matcher.group(3)),
              Integer.parseInt(matcher.group(4)),
              Integer.parseInt(matcher.group(5)),
              Integer.parseInt(matcher.group(6)));
    } catch (DateTimeException none) {
      note("a time in it is none");
    }
  }

  void c2pa(Marks.C2pa found) {
    if (c2pa == null || c2pa.isRemote() && !found.isRemote()) {
      c2pa = found;
    }
  }

  void embedded(String carrier, byte[] bytes, int from, int length) {
    if (length < 1 || from < 0 || from > bytes.length - length) {
      note("an embedded picture lies outside of its file");
      return;
    }
    Digests digests = ThreeDigests.of(Arrays.copyOfRange(bytes, from, from + length));
    add(
        embedded,
        new Marks.Embedded(carrier, length, digests.md5(), digests.sha1(), digests.sha256()));
  }

  void note(String note) {
    add(notes, note);
  }

  private static <T> void add(Set<T> set, T one) {
    if (set.size() < MOST) {
      set.add(one);
    }
  }

  static String stripped(String text) {
    String bounded = text.length() > 4096 ? text.substring(0, 4096) : text;
    int end = bounded.indexOf('\0');
    return (end < 0 ? bounded : bounded.substring(0, end)).strip();
  }

  Marks end() {
    Optional<Marks.Camera> camera =
        make.isEmpty() && model.isEmpty() && serial.isEmpty()
            ? Optional.empty()
            : Optional.of(camera());
    return new Marks(
        new ArrayList<>(sourceTypes),
        new ArrayList<>(generators),
        Optional.ofNullable(c2pa),
        camera,
        new ArrayList<>(software),
        hasPosition,
        Optional.ofNullable(taken),
        new ArrayList<>(embedded),
        new ArrayList<>(notes));
  }

  private Marks.Camera camera() {
    String kind = (make + "\0" + model).toLowerCase(Locale.ROOT);
    return new Marks.Camera(
        keyed.of("camera model", kind),
        serial.isEmpty()
            ? Optional.empty()
            : Optional.of(keyed.of("camera", kind + "\0" + serial)));
  }
}
