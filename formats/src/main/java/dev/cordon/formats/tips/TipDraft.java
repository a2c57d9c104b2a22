package dev.cordon.formats.tips;

import dev.cordon.formats.Position;
import dev.cordon.formats.xml.XmlEvents;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A report, person or file as far as it has been read. Lists are bounded. */
final class TipDraft {

  private static final int MOST = 10_000;
  private static final Set<String> PARTS =
      Set.of("personOrUserReported", "intendedRecipient", "victim", "fileDetails");
  private static final Set<String> SELECTORS =
      Set.of(
          "screenName",
          "displayName",
          "email",
          "phone",
          "profileUrl",
          "firstName",
          "lastName",
          "dateOfBirth",
          "address",
          "groupIdentifier",
          "idValue");

  private final int number;
  private final String element;
  private final Position position;
  private final Map<String, String> values = new HashMap<>();
  private final List<TipPerson.Selector> selectors = new ArrayList<>();
  private final List<TipPerson.Capture> captures = new ArrayList<>();
  private final List<TipFile.Hash> hashes = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final List<String> prior = new ArrayList<>();
  private Map<String, String> capture = new HashMap<>();
  private @Nullable String verified;
  private @Nullable String hashType;
  private boolean exif;
  private boolean priority;

  TipDraft(int number, String element, Position position) {
    this.number = number;
    this.element = element;
    this.position = position;
  }

  static boolean isPart(String name) {
    return PARTS.contains(name);
  }

  String element() {
    return element;
  }

  boolean isFile() {
    return element.equals("fileDetails");
  }

  void start(String name, XmlEvents events) {
    verified = events.attribute("verified");
    if (name.equals("originalFileHash")) {
      hashType = events.attribute("hashType");
    } else if (name.equals("ipCaptureEvent")) {
      capture = new HashMap<>();
    } else if (name.endsWith("Incident") && names.size() < MOST) {
      names.add(name);
    } else if (name.equals("details") && "EXIF".equalsIgnoreCase(events.attribute("type"))) {
      exif = true;
    } else if (name.equals("escalateToHighPriority")) {
      priority = true;
    }
  }

  void end(String name, String around, String value) {
    if (around.equals("ipCaptureEvent")) {
      capture.put(name, value);
    } else if (name.equals("ipCaptureEvent")) {
      addCapture();
    } else if (around.equals("fileAnnotations")) {
      add(names, name);
    } else if (name.equals("type") && value.equalsIgnoreCase("EXIF")) {
      exif = true;
    } else if (value.isEmpty()) {
      return;
    } else if (name.equals("originalFileHash")) {
      if (hashes.size() < MOST) {
        hashes.add(new TipFile.Hash(hashType == null ? "unknown" : hashType, value));
      }
    } else if (name.equals("priorCTReports")) {
      add(prior, value);
    } else if (SELECTORS.contains(name)) {
      String kind = name.equals("idValue") ? "deviceId" : name;
      if (selectors.size() < MOST) {
        selectors.add(new TipPerson.Selector(kind, value, verified));
      }
    } else {
      values.putIfAbsent(name, value);
    }
  }

  private static void add(List<String> list, String value) {
    if (list.size() < MOST) {
      list.add(value);
    }
  }

  private void addCapture() {
    String ip = capture.get("ipAddress");
    if (ip != null && captures.size() < MOST) {
      captures.add(
          new TipPerson.Capture(
              ip,
              capture.get("eventName"),
              capture.get("dateTime"),
              capture.get("port"),
              capture.get("possibleProxy")));
    }
    capture = new HashMap<>();
  }

  TipReport report() {
    String service = values.get("companyTemplate");
    return new TipReport(
        number,
        position,
        values.get("reportId"),
        values.get("incidentType"),
        values.get("incidentDateTime"),
        priority,
        names,
        service == null ? values.get("espService") : service);
  }

  TipPerson person() {
    TipPerson.Role role =
        switch (element) {
          case "victim" -> TipPerson.Role.VICTIM;
          case "intendedRecipient" -> TipPerson.Role.RECIPIENT;
          default -> TipPerson.Role.REPORTED;
        };
    return new TipPerson(
        number,
        role,
        position,
        values.get("espIdentifier"),
        values.get("espService"),
        selectors,
        captures,
        prior);
  }

  TipFile file() {
    return new TipFile(
        number,
        position,
        values.get("reportId"),
        values.get("fileId"),
        values.get("originalFileName"),
        values.get("locationOfFile"),
        hashes,
        values.get("fileViewedByEsp"),
        values.get("exifViewedByEsp"),
        values.get("publiclyAvailable"),
        values.get("fileRelevance"),
        values.get("industryClassification"),
        exif,
        names,
        captures);
  }
}
