package dev.cordon.dispatch;

import dev.cordon.dispatch.SubjectMaterial.Assessed;
import dev.cordon.dispatch.SubjectMaterial.Confirmed;
import dev.cordon.dispatch.SubjectMaterial.Material;
import dev.cordon.dispatch.content.PackageContent.Assessment;
import dev.cordon.dispatch.content.PackageContent.Concern;
import dev.cordon.dispatch.content.PackageContent.Fact;
import dev.cordon.dispatch.content.PackageContent.Omission;
import dev.cordon.dispatch.content.PackageContent.Subject;
import dev.cordon.dispatch.content.RecipientProfile;
import dev.cordon.dispatch.content.ThirdPersons;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What of the stages' material goes into a package: of each confirmed subject its own records,
 * third persons masked, fields by the recipient's profile; conclusions apart. A link whose ends are
 * not both the subject's own accounts says something about another person and stays out.
 */
final class PackageParts {

  private PackageParts() {}

  /** One subject and what was left out of it. */
  record Parts(Subject subject, List<Omission> omissions) {

    Parts {
      omissions = List.copyOf(omissions);
    }
  }

  static List<Parts> of(
      List<Confirmed> subjects,
      List<Material> material,
      List<Assessed> assessed,
      RecipientProfile profile) {
    Map<UUID, List<Material>> records =
        material.stream().collect(Collectors.groupingBy(Material::subject));
    Map<UUID, List<Assessed>> conclusions =
        assessed.stream().collect(Collectors.groupingBy(Assessed::subject));
    List<Parts> parts = new ArrayList<>();
    for (Confirmed subject : subjects) {
      parts.add(
          part(
              subject,
              records.getOrDefault(subject.subject(), List.of()),
              conclusions.getOrDefault(subject.subject(), List.of()),
              profile));
    }
    return parts;
  }

  private static Parts part(
      Confirmed subject,
      List<Material> records,
      List<Assessed> assessed,
      RecipientProfile profile) {
    List<Fact> all = records.stream().map(PackageParts::fact).toList();
    ThirdPersons.Result masked = ThirdPersons.apply(subject.number(), all);
    ThirdPersons.Result fitting = profile.keep(subject.number(), masked.facts());
    List<Omission> omissions = new ArrayList<>(masked.omissions());
    omissions.addAll(fitting.omissions());
    Set<String> accounts = accounts(all);
    List<Assessment> assessments =
        assessed.stream()
            .filter(one -> accounts.containsAll(one.ends()))
            .map(one -> new Assessment(one.kind(), one.label(), one.words()))
            .toList();
    return new Parts(
        new Subject(
            subject.subject(),
            subject.number(),
            subject.category(),
            subject.attributionReason(),
            fitting.facts(),
            assessments),
        omissions);
  }

  private static Fact fact(Material record) {
    return new Fact(
        record.kind(),
        record.label(),
        record.value(),
        record.at(),
        Concern.SUBJECT,
        record.sourceName(),
        record.sourceSha256(),
        record.sourceTable(),
        record.sourceRow());
  }

  /** As links name them; a handle in brackets stands behind some. */
  private static Set<String> accounts(List<Fact> facts) {
    Set<String> accounts = new HashSet<>();
    for (Fact fact : facts) {
      if (fact.kind().equals("ACCOUNT")) {
        String value = fact.value();
        accounts.add(fact.label() + ":" + value);
        int handle = value.lastIndexOf(" (");
        if (handle > 0 && value.endsWith(")")) {
          accounts.add(fact.label() + ":" + value.substring(0, handle));
        }
      }
    }
    return accounts;
  }
}
