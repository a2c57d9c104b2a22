package dev.cordon.evidence.custody;

import dev.cordon.access.Operation;
import dev.cordon.evidence.ActKind;
import dev.cordon.evidence.CustodyAct;
import dev.cordon.evidence.CustodyFile;
import dev.cordon.evidence.Exhibit;
import dev.cordon.evidence.ExhibitDigests;
import dev.cordon.evidence.HandOver;
import dev.cordon.evidence.ItemClass;
import dev.cordon.evidence.WorkingCopy;
import dev.cordon.exchange.Receipt;
import dev.cordon.formats.casework.CaseGraph;
import dev.cordon.formats.casework.CaseNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Custody as CASE/UCO 1.4.0: every act is an InvestigativeAction informed by the one before, and
 * each that touches the thing results in a ProvenanceRecord with the exhibit's number. CASE has no
 * class for a chain of custody; this sequence is it.
 */
final class CaseExport {

  private final Operation operation;
  private final CaseGraph graph = new CaseGraph();
  private final List<CaseNode> held = new ArrayList<>();

  private CaseExport(Operation operation) {
    this.operation = operation;
  }

  /** The document of these exhibits. */
  static byte[] of(Operation operation, List<CustodyFile> files) {
    CaseExport export = new CaseExport(operation);
    CaseNode investigation =
        export
            .graph
            .node("investigation", operation.id().value(), "case-investigation:Investigation")
            .text("uco-core:name", operation.name())
            .text("uco-core:description", operation.authority() + "; " + operation.legalBasis())
            .text("case-investigation:investigationForm", "case");
    files.forEach(export::exhibit);
    investigation.links("uco-core:object", export.held);
    return export.graph.toBytes();
  }

  private void exhibit(CustodyFile file) {
    Exhibit exhibit = file.exhibit();
    CaseNode item = item(exhibit);
    held.add(item);
    medium(file, item);
    file.wholes()
        .forEach(whole -> item.links("case-investigation:wasDerivedFrom", List.of(item(whole))));
    CaseNode before = null;
    for (CustodyAct act : file.acts()) {
      before = action(file, act, item, before);
    }
    file.copies().forEach(copy -> image(copy, item));
  }

  private CaseNode item(Exhibit exhibit) {
    String type =
        switch (exhibit.itemClass()) {
          case DEVICE, STORAGE -> "uco-observable:Device";
          case ACCOUNT_DATA -> "uco-observable:ObservableObject";
          case PAPER, VEHICLE, OTHER -> "uco-core:Item";
        };
    boolean known = graph.has("exhibit", exhibit.id());
    CaseNode item = graph.node("exhibit", exhibit.id(), type);
    if (known) {
      return item;
    }
    item.text("uco-core:name", "Exhibit " + exhibit.number())
        .text("uco-core:description", exhibit.kind() + ": " + exhibit.description());
    if (exhibit.itemClass() == ItemClass.DEVICE || exhibit.itemClass() == ItemClass.STORAGE) {
      item.device(exhibit.kind(), exhibit.serial());
    }
    return item;
  }

  private static void medium(CustodyFile file, CaseNode item) {
    Optional<ExhibitDigests.Digest> intake =
        file.digests().stream()
            .filter(digest ->
                switch (digest.thing()) {
                  case MEDIUM, ACCOUNT_DATA -> true;
                  case PACKAGING_PHOTO, DOCUMENT -> false;
                })
            .findFirst();
    boolean observable =
        switch (file.exhibit().itemClass()) {
          case DEVICE, STORAGE, ACCOUNT_DATA -> true;
          case PAPER, VEHICLE, OTHER -> false;
        };
    if (observable) {
      intake.ifPresent(digest -> item.content(digest.sha256(), digest.sizeBytes()));
    }
  }

  private CaseNode action(
      CustodyFile file, CustodyAct act, CaseNode item, @Nullable CaseNode before) {
    CaseNode action =
        graph
            .node("action", act.id(), "case-investigation:InvestigativeAction")
            .text(
                "uco-core:name",
                file.exhibit().number() + ", act " + act.number() + ": " + act.kind().label())
            .text("uco-core:description", description(act))
            .time("uco-action:startTime", act.at())
            .time("uco-action:endTime", act.at())
            .link("uco-action:performer", performer(file, act))
            .links("uco-action:participant", participants(file, act))
            .links("uco-action:object", List.of(item))
            .text("cordon:sealFound", act.sealBefore())
            .text("cordon:sealAfter", act.seal())
            .text("cordon:heldBy", act.holder())
            .time("cordon:recordedAt", act.recordedAt());
    if (act.place() != null) {
      action.links("uco-action:location", List.of(location(act.place())));
    }
    if (before != null) {
      action.links("case-investigation:wasInformedBy", List.of(before));
    }
    if (act.kind().touches()) {
      action.links("uco-action:result", List.of(provenance(file.exhibit(), act, item)));
    }
    Receipt proof = file.proofs().get(act.id());
    if (proof != null) {
      action.reference("ledger entry, checked with " + proof.key(), "place " + proof.place());
    }
    return action;
  }

  private static String description(CustodyAct act) {
    return Stream.of(
            act.words(),
            act.order() == null
                ? null
                : "order "
                    + act.order().reference()
                    + " of "
                    + act.order().date()
                    + ", "
                    + act.order().authority(),
            act.irregularities().isEmpty()
                ? null
                : "irregular: " + String.join(", ", act.irregularities()),
            act.explanation())
        .filter(words -> words != null)
        .collect(Collectors.joining("; "));
  }

  private @Nullable CaseNode performer(CustodyFile file, CustodyAct act) {
    if (act.kind() == ActKind.HANDED_OVER) {
      return handOver(file, act).map(told -> identity(told.from())).orElse(null);
    }
    return act.person() == null ? null : identity(act.person());
  }

  private List<CaseNode> participants(CustodyFile file, CustodyAct act) {
    return act.kind() == ActKind.HANDED_OVER
        ? handOver(file, act).stream().map(told -> identity(told.to())).toList()
        : List.of();
  }

  private static Optional<HandOver> handOver(CustodyFile file, CustodyAct act) {
    return file.handOvers().stream().filter(told -> told.id().equals(act.handOver())).findFirst();
  }

  private CaseNode provenance(Exhibit exhibit, CustodyAct act, CaseNode item) {
    return graph
        .node("provenance-record", act.id(), "case-investigation:ProvenanceRecord")
        .text("case-investigation:exhibitNumber", exhibit.number())
        .text("case-investigation:rootExhibitNumber", exhibit.number().split("\\.", 2)[0])
        .links("uco-core:object", List.of(item));
  }

  private void image(WorkingCopy copy, CaseNode item) {
    CaseNode tool =
        graph
            .node("tool", named("tool", copy.tool()), "uco-tool:Tool")
            .text("uco-core:name", copy.tool());
    CaseNode image =
        graph
            .node("image", copy.id(), "uco-observable:Image")
            .text("uco-core:name", "Working copy " + copy.number())
            .text("uco-core:description", copy.format())
            .content(copy.sha256(), copy.sizeBytes())
            .links("case-investigation:wasDerivedFrom", List.of(item));
    graph
        .node("imaging", copy.id(), "case-investigation:InvestigativeAction")
        .text("uco-core:name", "Imaging")
        .time("uco-action:endTime", copy.madeAt())
        .link("uco-action:performer", identity(copy.madeBy()))
        .links("uco-action:instrument", List.of(tool))
        .links("uco-action:object", List.of(item))
        .links("uco-action:result", List.of(image));
  }

  private CaseNode identity(String name) {
    return graph
        .node("identity", named("identity", name), "uco-identity:Identity")
        .text("uco-core:name", name);
  }

  private CaseNode location(String place) {
    return graph
        .node("location", named("location", place), "uco-location:Location")
        .text("uco-core:name", place);
  }

  /** An id of the operation for what has only a name: the same name gives the same id. */
  private UUID named(String kind, String name) {
    return UUID.nameUUIDFromBytes(
        (operation.id() + " " + kind + " " + name).getBytes(StandardCharsets.UTF_8));
  }
}
