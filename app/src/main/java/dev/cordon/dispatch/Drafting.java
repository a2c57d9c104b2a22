package dev.cordon.dispatch;

import dev.cordon.Columns;
import dev.cordon.RefusedException;
import dev.cordon.access.HandlingCode;
import dev.cordon.access.MemberId;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.OperationId;
import dev.cordon.dispatch.PackageParts.Parts;
import dev.cordon.dispatch.SubjectMaterial.Confirmed;
import dev.cordon.dispatch.SubjectMaterial.Material;
import dev.cordon.dispatch.content.RecipientProfile;
import dev.cordon.dispatch.content.ReportTexts;
import dev.cordon.law.Conduct;
import dev.cordon.law.Coverage;
import dev.cordon.law.LawCatalogue;
import dev.cordon.law.LawQuestion;
import dev.cordon.law.LocalDays;
import dev.cordon.protection.Grade;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts a draft together from what the stages before have confirmed. */
@Component
class Drafting {

  private static final int SHOWN = 20;

  private static final String ALONE = "U";

  private final JdbcClient jdbc;
  private final LawCatalogue law;
  private final TransferRules transfers;
  private final Routing routing;
  private final ContentStore storing;

  Drafting(
      JdbcClient jdbc,
      LawCatalogue law,
      TransferRules transfers,
      Routing routing,
      ContentStore storing) {
    this.transfers = transfers;
    this.routing = routing;
    this.storing = storing;
    this.jdbc = jdbc;
    this.law = law;
  }

  private record Recipient(String name, String country, String jurisdiction) {}

  private record Ground(
      String legalBasis, HandlingCode handlingCode, LocalDate endsOn, String contact) {}

  private record Earlier(UUID id, String number, int version, boolean released) {}

  /**
   * Writes the draft and gives the subjects in it.
   *
   * @param alone whether it is no version of what the agency has already
   */
  Drafted draft(
      OperationId operation,
      DraftOrder order,
      SubjectMaterial source,
      MemberId member,
      boolean alone) {
    Recipient recipient = recipient(order);
    List<Confirmed> subjects = subjects(operation, order, recipient, source);
    List<UUID> ids = subjects.stream().map(Confirmed::subject).toList();
    List<Material> material = source.records(operation, ids);
    List<Parts> parts =
        PackageParts.of(
            subjects, material, source.assessments(operation, ids), profile(order.terms()));
    PackageId id = PackageId.random();
    addPackage(id, operation, order, recipient, parts, material, member, alone);
    storing.add(id, operation, parts);
    return new Drafted(id, ids);
  }

  /** What was drafted. */
  record Drafted(PackageId id, List<UUID> subjects) {}

  private Recipient recipient(DraftOrder order) {
    return jdbc.sql(DispatchSql.RECIPIENT)
        .param("agency", order.recipient().value())
        .query((row, number) ->
            new Recipient(
                row.getString("name"),
                row.getString("country"),
                known(row.getString("jurisdiction"), row.getString("country"))))
        .optional()
        .orElseThrow(NotPermittedException::new);
  }

  private String known(String jurisdiction, String country) {
    return law.places().contains(jurisdiction) ? jurisdiction : country;
  }

  private List<Confirmed> subjects(
      OperationId operation, DraftOrder order, Recipient recipient, SubjectMaterial source) {
    List<Confirmed> confirmed = source.confirmed(operation, recipient.country());
    Set<UUID> asked = new HashSet<>(order.subjects());
    List<Confirmed> chosen =
        asked.isEmpty()
            ? withoutThoseOfOthers(operation, order, recipient.country(), confirmed)
            : confirmed.stream().filter(one -> asked.contains(one.subject())).toList();
    if (!asked.isEmpty() && chosen.size() < asked.size()) {
      throw new RefusedException(
          (asked.size() - chosen.size())
              + " of the subjects are not confirmed or not attributed to "
              + recipient.country()
              + "; confirm and attribute them first, or leave them out.");
    }
    if (chosen.isEmpty()) {
      throw new RefusedException(
          "No confirmed subject is attributed to "
              + recipient.country()
              + " and free for "
              + recipient.name()
              + "; there is nothing to send.");
    }
    return chosen;
  }

  private List<Confirmed> withoutThoseOfOthers(
      OperationId operation, DraftOrder order, String recipientCountry, List<Confirmed> confirmed) {
    Set<UUID> elsewhere =
        Set.copyOf(
            jdbc.sql(DispatchSql.HELD_ELSEWHERE)
                .param("operation", operation.value())
                .param("recipient", order.recipient().value())
                .query(UUID.class)
                .set());
    Map<UUID, Route> routes =
        routing.routes(
            operation, recipientCountry, confirmed.stream().map(Confirmed::subject).toList());
    return confirmed.stream()
        .filter(one -> !elsewhere.contains(one.subject()))
        .filter(one -> isFor(order, routes.get(one.subject())))
        .toList();
  }

  /** Where no rule says, each agency of the country may get the subject. */
  private static boolean isFor(DraftOrder order, @Nullable Route route) {
    return route == null || route.agency() == null || order.recipient().equals(route.agency());
  }

  private void addPackage(
      PackageId id,
      OperationId operation,
      DraftOrder order,
      Recipient recipient,
      List<Parts> parts,
      List<Material> material,
      MemberId member,
      boolean alone) {
    Ground ground = ground(operation, member);
    Optional<Earlier> earlier = alone ? Optional.empty() : earlier(operation, order);
    Conduct conduct = order.conduct() == null ? Conduct.POSSESS : order.conduct();
    LocalDate day = order.conductOn();
    LocalDays days =
        day == null
            ? law.places().days(recipient.jurisdiction(), lastPayment(material))
            : new LocalDays(day, day);
    LocalDate on = days.earliest();
    Coverage coverage = law.coverage(LawQuestion.of(recipient.jurisdiction(), conduct, on), days);
    HandlingCode handlingCode = or(order.handlingCode(), ground.handlingCode());
    if (handlingCode == HandlingCode.H3 && order.handlingNote() == null) {
      throw new RefusedException("H3 needs its restrictions in words: give a handling note.");
    }
    Grade grading = or(order.grading(), Grade.NOT_ASSESSED);
    RecipientProfile profile = profile(order.terms());
    requireFitting(profile, parts, grading, handlingCode);
    jdbc.sql(DispatchSql.ADD_PACKAGE)
        .param("id", id.value())
        .param("operation", operation.value())
        .param("recipient", order.recipient().value())
        .param("country", recipient.country())
        .param("number", earlier.map(Earlier::number).orElseGet(() -> number(recipient, id, alone)))
        .param("version", earlier.map(Earlier::version).orElse(0) + 1)
        .param("supersedes", earlier.filter(Earlier::released).map(Earlier::id).orElse(null))
        .param("handlingCode", handlingCode.name())
        .param("handlingNote", order.handlingNote())
        .param("gradingScheme", grading.scheme().text())
        .param("gradingSource", grading.source())
        .param("gradingInformation", grading.information())
        .param("gradingHandling", grading.handling())
        .param("legalBasis", or(order.legalBasis(), ground.legalBasis()))
        .param("conduct", conduct.name())
        .param("conductOn", on)
        .param("coverage", coverage.answer().name())
        .param("coverageReason", coverage.reason())
        .param(
            "lawQuestions",
            PackageQuestions.of(coverage, material, law, recipient.jurisdiction())
                .toArray(String[]::new))
        .param("lawVersion", coverage.version())
        .param(
            "transferBasis", transfers.needed(operation, recipient.country()) ? null : "not_needed")
        .param("reason", order.reason())
        .param("member", member.value())
        .param("profile", profile.name())
        .param("contact", or(order.terms().contact(), ground.contact()))
        .param("expiresOn", or(order.terms().expiresOn(), ground.endsOn()))
        .param("languages", new String[] {ReportTexts.languageOf(recipient.country())})
        .update();
  }

  private static RecipientProfile profile(DraftTerms terms) {
    String name = terms.profile() == null ? RecipientProfile.NATIONAL : terms.profile();
    return RecipientProfile.of(name)
        .orElseThrow(() ->
            new RefusedException(
                "There is no profile '"
                    + name
                    + "'. Choose one of "
                    + RecipientProfile.shipped().stream()
                        .map(RecipientProfile::name)
                        .collect(Collectors.joining(", "))
                    + "."));
  }

  private static void requireFitting(
      RecipientProfile profile, List<Parts> parts, Grade grading, HandlingCode handlingCode) {
    List<String> objections =
        profile.objections(
            parts.stream().map(Parts::subject).toList(), grading.toString(), handlingCode.name());
    if (!objections.isEmpty()) {
      throw new RefusedException(
          "A package for "
              + profile.title()
              + " can not be drafted so: "
              + objections.stream().limit(SHOWN).collect(Collectors.joining("; "))
              + (objections.size() > SHOWN ? "; and " + (objections.size() - SHOWN) + " more" : "")
              + ". Assess or leave out what is named, then draft again.");
    }
  }

  private Ground ground(OperationId operation, MemberId member) {
    return jdbc.sql(DispatchSql.OPERATION)
        .param("operation", operation.value())
        .param("member", member.value())
        .query((row, number) ->
            new Ground(
                row.getString("legal_basis"),
                HandlingCode.valueOf(row.getString("handling_code")),
                Columns.day(row, "ends_on"),
                row.getString("contact")))
        .single();
  }

  private Optional<Earlier> earlier(OperationId operation, DraftOrder order) {
    return jdbc.sql(DispatchSql.LATEST)
        .param("operation", operation.value())
        .param("recipient", order.recipient().value())
        .query((row, number) ->
            new Earlier(
                Columns.uuid(row, "id"),
                row.getString("number"),
                row.getInt("version"),
                Columns.instantOrNull(row, "released_at") != null))
        .optional();
  }

  // A package that stands alone is urgent, and its recipient sees so by its number.
  // Not counted through: a running number would tell one agency how many others were served.
  private static String number(Recipient recipient, PackageId id, boolean alone) {
    return "%s-%s-%s"
        .formatted(
            alone ? ALONE : "P",
            recipient.country(),
            id.toString().substring(0, 6).toUpperCase(Locale.ROOT));
  }

  private static Instant lastPayment(List<Material> material) {
    return material.stream()
        .filter(record -> record.kind().equals("PAYMENT"))
        .map(Material::at)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElseGet(Instant::now);
  }

  private static <T> T or(@Nullable T given, T usual) {
    return given == null ? usual : given;
  }
}
