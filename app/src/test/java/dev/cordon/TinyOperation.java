package dev.cordon;

import dev.cordon.access.AgencyId;
import dev.cordon.access.Role;
import dev.cordon.access.SignedIn;
import dev.cordon.action.FieldReport;
import dev.cordon.action.MeasureKind;
import dev.cordon.approval.ApprovalId;
import dev.cordon.approval.Approvals;
import dev.cordon.dispatch.DraftOrder;
import dev.cordon.dispatch.IntelligencePackages;
import dev.cordon.dispatch.InventedMaterial;
import dev.cordon.dispatch.PackageId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/**
 * A tiny operation with known answers: two subjects in SE (of {@code other}), one in DE (of {@code
 * german}), one package released to each.
 */
@Import(InventedMaterial.class)
public abstract class TinyOperation extends DatabaseTest {

  @Autowired protected IntelligencePackages packages;
  @Autowired protected Approvals approvals;
  @Autowired protected InventedMaterial material;

  protected AgencyId german;
  protected SignedIn germanOfficer;
  protected PackageId swedishPackage;
  protected PackageId germanPackage;

  @BeforeEach
  void twoReleasedPackages() {
    german = agency("DE");
    germanOfficer = member(german, operation, Role.NATIONAL_OFFICER);
    material.add(operation, "SE", "S-0001", "Astrid Lindgård", "Elvgatan 1", "11122", "Stockholm");
    material.add(operation, "SE", "S-0002", "Bo Ekdahl", "Storgatan 2", "22233", "Lund");
    material.add(operation, "DE", "S-0003", "Jörg Müllmann", "Hauptstr. 3", "10115", "Berlin");
    swedishPackage = released(other);
    germanPackage = released(german);
  }

  private PackageId released(AgencyId recipient) {
    PackageId id =
        get(analyst, () -> packages.draft(operation, DraftOrder.of(recipient, "for action")).id());
    release(id);
    return id;
  }

  /** The analyst asks for the release, the coordinator approves it. */
  protected void release(PackageId id) {
    ApprovalId approval =
        get(
            analyst,
            () -> packages.askRelease(operation, id, "for action", "asked the liaison officer"));
    as(coordinator, () -> approvals.approve(operation, approval, "read it"));
  }

  /** A search at S-0001's address with two items seized. */
  protected static FieldReport searchAtFirst(String number) {
    return new FieldReport(
        number,
        "SE",
        "Officer Example",
        MeasureKind.SEARCH,
        "2025-02-26T06:05:00+01:00",
        new FieldReport.Person("ASTRID", "Lindgard", null),
        new FieldReport.Address("Elvgatan 1", "111 22", "Stockholm", "SE"),
        "M-1",
        List.of(
            new FieldReport.Item(1, "phone", "black phone", "SE-100", null),
            new FieldReport.Item(2, "laptop", "grey laptop", null, null)),
        null);
  }

  /** A report of that kind about a person and a postcode. */
  protected static FieldReport report(
      String number,
      String agency,
      MeasureKind kind,
      String at,
      String given,
      String family,
      String postcode) {
    return new FieldReport(
        number,
        agency,
        "Officer Example",
        kind,
        at,
        new FieldReport.Person(given, family, null),
        new FieldReport.Address(null, postcode, null, null),
        null,
        null,
        null);
  }
}
