package dev.cordon.dispatch.content;

import dev.cordon.dispatch.content.PackageContent.About;
import dev.cordon.dispatch.content.PackageContent.Assessment;
import dev.cordon.dispatch.content.PackageContent.Concern;
import dev.cordon.dispatch.content.PackageContent.Fact;
import dev.cordon.dispatch.content.PackageContent.Subject;
import dev.cordon.formats.casework.CaseGraph;
import dev.cordon.formats.casework.CaseNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A package as CASE/UCO 1.4.0: the investigation with its marking and legal basis, a person for
 * each subject, an observable for each record, and a relationship between them that names the
 * source row. What CASE has no term for stands in terms of our own.
 */
final class CaseDocument {

  private final PackageContent content;
  private final CaseGraph graph = new CaseGraph();
  private final List<CaseNode> objects = new ArrayList<>();

  private CaseDocument(PackageContent content) {
    this.content = content;
  }

  static byte[] of(PackageContent content) {
    CaseDocument document = new CaseDocument(content);
    CaseNode investigation = document.investigation();
    content.subjects().forEach(document::subject);
    investigation.links("uco-core:object", document.objects);
    return document.graph.toBytes();
  }

  private CaseNode investigation() {
    About about = content.about();
    CaseNode authorization =
        graph
            .node("authorization", about.operation(), "case-investigation:Authorization")
            .text("case-investigation:authorizationType", "legal basis")
            .text("case-investigation:authorizationIdentifier", about.legalBasis());
    CaseNode statement =
        graph
            .node("statement-marking", id("statement"), "uco-marking:StatementMarking")
            .text("uco-marking:definitionType", "statement")
            .text("uco-marking:statement", marking());
    CaseNode marking =
        graph
            .node("marking-definition", id("marking"), "uco-marking:MarkingDefinition")
            .text("uco-marking:definitionType", "statement")
            .links("uco-marking:definition", List.of(statement));
    return graph
        .node("investigation", about.operation(), "case-investigation:Investigation")
        .text("uco-core:name", about.operationName())
        .text(
            "uco-core:description",
            "Package "
                + about.number()
                + ", version "
                + about.version()
                + ", for "
                + about.recipientName())
        .text("case-investigation:investigationForm", "case")
        .links("uco-core:objectMarking", List.of(marking))
        .links("case-investigation:relevantAuthorization", List.of(authorization))
        .text("cordon:handlingCode", about.handlingCode())
        .text("cordon:grading", about.gradingScheme() + " " + about.grading());
  }

  private String marking() {
    String note = content.about().handlingNote();
    return "Handling code " + content.about().handlingCode() + (note == null ? "" : ": " + note);
  }

  private void subject(Subject subject) {
    CaseNode person =
        graph
            .node("person", subject.id(), "uco-identity:Person")
            .text("uco-core:name", subject.number())
            .text("uco-core:description", "Confirmed subject of " + content.about().operationName())
            .text("cordon:dataSubjectCategory", subject.category())
            .text("cordon:jurisdiction", content.about().country())
            .text("cordon:attributionReason", subject.attributionReason());
    objects.add(person);
    int place = 0;
    for (Fact fact : subject.facts()) {
      fact(subject, person, fact, place++);
    }
    place = 0;
    for (Assessment assessment : subject.assessments()) {
      UUID id = id(subject.number() + " assessment " + place++);
      objects.add(
          graph
              .node("assertion", id, "uco-core:Assertion")
              .text("uco-core:name", assessment.kind() + ": " + assessment.label())
              .text("uco-core:statement", assessment.words())
              .links("uco-core:object", List.of(person)));
    }
  }

  private void fact(Subject subject, CaseNode person, Fact fact, int place) {
    String key =
        String.join(
            "\n", subject.number(), fact.kind(), fact.label(), fact.value(), String.valueOf(place));
    CaseNode thing = fact.concerns() == Concern.OTHER ? other(fact, key) : observable(fact, key);
    objects.add(thing);
    objects.add(
        graph
            .node("relationship", id("relationship\n" + key), "uco-core:Relationship")
            .link("uco-core:source", thing)
            .link("uco-core:target", person)
            .text(
                "uco-core:kindOfRelationship",
                fact.concerns() == Concern.OTHER ? "Named_In_Evidence_Of" : "Recorded_Of")
            .flag("uco-core:isDirectional", true)
            .time("cordon:at", fact.at())
            .text("cordon:where", fact.label())
            .text("cordon:sourceName", fact.sourceName())
            .text("cordon:sourceTable", fact.sourceTable())
            .number("cordon:sourceRow", fact.sourceRow()));
  }

  private CaseNode other(Fact fact, String key) {
    return graph
        .node("person", id("other\n" + key), "uco-identity:Person")
        .text("uco-core:name", fact.value())
        .text("cordon:dataSubjectCategory", "other")
        .text("cordon:kind", fact.kind());
  }

  private CaseNode observable(Fact fact, String key) {
    UUID id = id("observable\n" + key);
    CaseNode node =
        switch (fact.kind()) {
          case "ACCOUNT" ->
              graph
                  .node("account", id, "uco-observable:ObservableObject")
                  .facet(
                      "account-facet",
                      "uco-observable:AccountFacet",
                      "uco-observable:accountIdentifier",
                      fact.value());
          case "EMAIL", "RECOVERY_EMAIL" ->
              graph
                  .node("email-address", id, "uco-observable:EmailAddress")
                  .facet(
                      "email-address-facet",
                      "uco-observable:EmailAddressFacet",
                      "uco-observable:addressValue",
                      fact.value());
          case "ADDRESS_IP" ->
              graph
                  .node("ip-address", id, "uco-observable:IPAddress")
                  .facet(
                      "ip-address-facet",
                      "uco-observable:IPAddressFacet",
                      "uco-observable:addressValue",
                      fact.value());
          case "PHONE" ->
              graph
                  .node("phone-account", id, "uco-observable:PhoneAccount")
                  .facet(
                      "phone-account-facet",
                      "uco-observable:PhoneAccountFacet",
                      "uco-observable:phoneNumber",
                      fact.value());
          default -> graph.node("observable", id, "uco-observable:ObservableObject");
        };
    return node.text("uco-core:name", fact.value()).text("cordon:kind", fact.kind());
  }

  /** The same content gives the same id. */
  private UUID id(String key) {
    return UUID.nameUUIDFromBytes(
        (content.about().operation() + "\n" + content.about().number() + "\n" + key)
            .getBytes(StandardCharsets.UTF_8));
  }
}
