package dev.cordon.dispatch.content;

import dev.cordon.dispatch.content.PackageContent.Concern;
import dev.cordon.dispatch.content.PackageContent.Fact;
import dev.cordon.dispatch.content.PackageContent.Subject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * A package as followthemoney entities, one JSON object a line, for analysts with tools of the
 * Aleph family: Person, UserAccount, Payment, and UnknownLink to third persons. Names of schemas
 * and properties are those of the public model (followthemoney, MIT licence).
 */
final class Entities {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private static final Map<String, String> OF_PERSON =
      Map.of(
          "EMAIL", "email",
          "RECOVERY_EMAIL", "email",
          "PHONE", "phone",
          "BIRTH_DATE", "birthDate",
          "ADDRESS", "address",
          "BILLING_COUNTRY", "country");

  private final PackageContent content;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private Entities(PackageContent content) {
    this.content = content;
  }

  static byte[] of(PackageContent content) {
    Entities entities = new Entities(content);
    content.subjects().forEach(entities::subject);
    return entities.out.toByteArray();
  }

  private void subject(Subject subject) {
    Map<String, Set<String>> properties = new TreeMap<>();
    String person = id(subject.number());
    List<Fact> apart = new ArrayList<>();
    for (Fact fact : subject.facts()) {
      String property = OF_PERSON.get(fact.kind());
      if (fact.concerns() == Concern.OTHER || Set.of("ACCOUNT", "PAYMENT").contains(fact.kind())) {
        apart.add(fact);
      } else if (fact.kind().equals("PERSON_NAME")) {
        add(properties, "name", fact.value());
      } else if (property != null) {
        add(properties, property, property.equals("country") ? lower(fact.value()) : fact.value());
      } else {
        add(properties, "notes", fact.kind() + " " + fact.value());
      }
    }
    if (!properties.containsKey("name")) {
      add(properties, "name", subject.number());
    }
    add(properties, "alias", subject.number());
    add(properties, "country", lower(content.about().country()));
    add(
        properties,
        "summary",
        subject.category().replace('_', ' ') + "; " + subject.attributionReason());
    write(person, "Person", properties);
    apart.forEach(fact -> apart(subject, person, fact));
  }

  private void apart(Subject subject, String person, Fact fact) {
    String key =
        subject.number()
            + "\n"
            + fact.kind()
            + "\n"
            + fact.value()
            + "\n"
            + fact.sourceTable()
            + fact.sourceRow();
    Map<String, Set<String>> properties = new TreeMap<>();
    String row = fact.sourceName() + ", " + fact.sourceTable() + " " + fact.sourceRow();
    if (fact.concerns() == Concern.OTHER) {
      add(properties, "name", fact.value());
      add(properties, "summary", "third person named in evidence; " + row);
      write(id(key), "Person", properties);
      Map<String, Set<String>> link = new TreeMap<>();
      add(link, "subject", id(key));
      add(link, "object", person);
      add(link, "role", fact.kind().equals("CARD_HOLDER") ? "card holder" : "name in evidence");
      add(link, "recordId", row);
      write(id("link\n" + key), "UnknownLink", link);
      return;
    }
    if (fact.kind().equals("ACCOUNT")) {
      add(properties, "name", fact.value());
      add(properties, "username", fact.value());
      add(properties, "service", fact.label());
      add(properties, "owner", person);
      write(id(key), "UserAccount", properties);
      return;
    }
    add(properties, "payer", person);
    add(properties, "purpose", fact.value());
    add(properties, "recordId", row);
    if (fact.at() != null) {
      add(properties, "date", fact.at().atZone(ZoneOffset.UTC).toLocalDateTime().toString());
    }
    write(id(key), "Payment", properties);
  }

  private static void add(Map<String, Set<String>> properties, String name, String value) {
    if (!value.isBlank()) {
      properties.computeIfAbsent(name, any -> new TreeSet<>()).add(value);
    }
  }

  private void write(String id, String schema, Map<String, Set<String>> properties) {
    Map<String, Object> entity = new LinkedHashMap<>();
    entity.put("id", id);
    entity.put("schema", schema);
    entity.put("properties", properties);
    out.writeBytes(MAPPER.writeValueAsBytes(entity));
    out.write('\n');
  }

  private static String lower(String country) {
    return country.strip().toLowerCase(Locale.ROOT);
  }

  private String id(String key) {
    return "cordon-"
        + UUID.nameUUIDFromBytes(
            (content.about().operation() + "\n" + key).getBytes(StandardCharsets.UTF_8));
  }
}
