package dev.cordon.demo;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The invented agencies and members of the exercise, and the operation they work in. Members are
 * invited and join with a password of their own; each is then signed in as a person would be.
 */
final class Cast implements AutoCloseable {

  /** An agency's country, zone and its officer. */
  record National(String country, String agency, ZoneId zone, Caller officer) {}

  private static final SecureRandom RANDOM = new SecureRandom();

  private final URI server;
  private final Caller administrator;
  private final Map<String, National> nationals = new LinkedHashMap<>();
  private final List<Caller> callers = new ArrayList<>();
  private final Map<String, Caller> leads = new LinkedHashMap<>();
  private final Map<String, String> joined = new LinkedHashMap<>();
  private final List<Credentials> credentials = new ArrayList<>();
  private String operation = "";
  private String leadAgency = "";

  /** What a member signs in with. */
  record Credentials(String signInName, String password, String role) {}

  Cast(URI server, Caller administrator) {
    this.server = server;
    this.administrator = administrator;
  }

  /** Adds the agencies, opens the operation on the lead's grounds and gives everybody a role. */
  void assemble(Path agencies, JsonNode facts) {
    JsonNode list = JsonMapper.shared().readTree(read(agencies));
    Map<String, String> ids = new LinkedHashMap<>();
    for (JsonNode agency : list) {
      String id = addAgency(agency);
      ids.put(agency.path("country").asString(), id);
      if (agency.path("lead").asBoolean()) {
        leadAgency = id;
      }
    }
    openOperation(facts);
    for (JsonNode agency : list) {
      addMembers(agency, ids);
    }
  }

  /** The operation's path under /api. */
  String operationPath() {
    return "/operations/" + operation;
  }

  /** The operation's id. */
  String operation() {
    return operation;
  }

  /** The agencies that may receive a package, by country. */
  Map<String, National> nationals() {
    return nationals;
  }

  /** The lead agency's analyst. */
  Caller analyst() {
    return lead("analyst");
  }

  /** The coordinator. */
  Caller coordinator() {
    return lead("coordinator");
  }

  /** Another coordinator, who approves what the first asks for. */
  Caller secondCoordinator() {
    return lead("coordinator.two");
  }

  /** Who looks for victims. */
  Caller victimIdentification() {
    return lead("victims");
  }

  /** Who watches over the ledger. */
  Caller auditor() {
    return lead("auditor");
  }

  /** Who answers for personal data. */
  Caller dataProtectionOfficer() {
    return lead("protection");
  }

  /** Who signs in with what: the members of the lead agency. */
  List<Credentials> credentials() {
    return List.copyOf(credentials);
  }

  @Override
  public void close() {
    callers.forEach(Caller::close);
  }

  private String addAgency(JsonNode agency) {
    return administrator
        .post(
            "/agencies",
            Map.of(
                "name", agency.path("agency").asString(),
                "country", agency.path("country").asString()))
        .path("id")
        .asString();
  }

  private void openOperation(JsonNode facts) {
    LocalDate today = LocalDate.now(ZoneId.of("UTC"));
    JsonNode grounds = facts.path("operation");
    operation =
        administrator
            .post(
                "/operations",
                Map.of(
                    "name", grounds.path("name").asString(),
                    "authority", grounds.path("authority").asString(),
                    "legalBasis", grounds.path("legal_basis").asString(),
                    "purpose", grounds.path("purpose").asString(),
                    "reviewOn", today.plusMonths(6).toString(),
                    "endsOn", today.plusYears(2).toString(),
                    "leadAgency", leadAgency))
            .path("id")
            .asString();
  }

  /**
   * Opens an operation to train an action day in, on the same grounds, and gives the coordinators
   * and officers their roles in it.
   *
   * @param name of the operation
   * @return its path under /api
   */
  String openTraining(String name) {
    JsonNode grounds = administrator.get(operationPath());
    LocalDate today = LocalDate.now(ZoneId.of("UTC"));
    String training =
        administrator
            .post(
                "/operations",
                Map.of(
                    "name", name,
                    "authority", grounds.path("authority").asString("Exercise"),
                    "legalBasis", grounds.path("legalBasis").asString("Exercise"),
                    "purpose", "online-child-sexual-exploitation",
                    "reviewOn", today.plusMonths(1).toString(),
                    "endsOn", today.plusMonths(2).toString(),
                    "leadAgency", leadAgency))
            .path("id")
            .asString();
    String path = "/operations/" + training;
    for (String lead : List.of("coordinator", "coordinator.two")) {
      grant(path, joined.getOrDefault(lead, ""), "coordinator");
    }
    for (National national : nationals.values()) {
      grant(path, joined.getOrDefault(national.officer().name(), ""), "national_officer");
      grant(path, joined.getOrDefault(national.officer().name(), ""), "examiner");
    }
    return path;
  }

  private void grant(String operationPath, String member, String role) {
    administrator.post(operationPath + "/memberships", Map.of("member", member, "role", role));
  }

  private void addMembers(JsonNode agency, Map<String, String> ids) {
    String country = agency.path("country").asString();
    String id = ids.getOrDefault(country, "");
    JsonNode officers = agency.path("officers");
    if (agency.path("lead").asBoolean()) {
      joinLead(id, "Analyst of the exercise", "analyst", "analyst");
      joinLead(id, "Coordinator of the exercise", "coordinator", "coordinator");
      joinLead(id, "Second coordinator", "coordinator.two", "coordinator");
      joinLead(id, "Victim identification", "victims", "victim_identification");
      joinLead(id, "Prosecutor of the exercise", "prosecutor", "prosecutor");
      joinLead(id, "Auditor of the exercise", "auditor", "auditor");
      joinLead(id, "Data-protection officer", "protection", "data_protection_officer");
    }
    String name = officers.path(0).asString("Officer of " + country);
    Caller officer = join(id, name, signInName(name, country), "national_officer", "examiner");
    callers.add(officer);
    if (agency.path("lead").asBoolean()) {
      credentials.add(new Credentials(officer.name(), officer.password(), "national officer"));
    }
    nationals.put(
        country,
        new National(country, id, ZoneId.of(agency.path("zone").asString("UTC")), officer));
  }

  private void joinLead(String agency, String displayName, String signInName, String role) {
    Caller member = join(agency, displayName, signInName, role);
    callers.add(member);
    leads.put(signInName, member);
    credentials.add(new Credentials(signInName, member.password(), role.replace('_', ' ')));
  }

  private Caller lead(String signInName) {
    return java.util.Objects.requireNonNull(leads.get(signInName), signInName);
  }

  private Caller join(String agency, String displayName, String signInName, String... roles) {
    JsonNode invited =
        administrator.post(
            "/invitations",
            Map.of(
                "agency",
                agency,
                "signInName",
                signInName,
                "displayName",
                displayName,
                "operation",
                operation,
                "role",
                roles[0]));
    String password = newPassword();
    JsonNode member =
        administrator.post(
            "/join", Map.of("token", invited.path("token").asString(), "password", password));
    joined.put(signInName, member.path("member").asString());
    for (String role : List.of(roles).subList(1, roles.length)) {
      administrator.post(
          operationPath() + "/memberships",
          Map.of("member", member.path("member").asString(), "role", role));
    }
    return Caller.signIn(server, signInName, password);
  }

  private static String newPassword() {
    byte[] bytes = new byte[15];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * Letters of one alphabet only, as sign-in names are: "Søren Kragelund" becomes s.kragelund.dk.
   */
  private static String signInName(String name, String country) {
    String plain =
        Normalizer.normalize(name.replace("ø", "o").replace("Ø", "O"), Normalizer.Form.NFD)
            .replaceAll("[^A-Za-z ]", "")
            .toLowerCase(Locale.ROOT)
            .strip();
    String[] parts = plain.split(" +");
    String last = parts[parts.length - 1];
    String first = plain.isEmpty() ? "officer" : parts[0].substring(0, 1);
    return first + "." + last + "." + country.toLowerCase(Locale.ROOT);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (java.io.IOException unreadable) {
      throw new dev.cordon.CordonException("The demo could not read " + file + ".", unreadable);
    }
  }
}
