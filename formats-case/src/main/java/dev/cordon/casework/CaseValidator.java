package dev.cordon.casework;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.sparql.path.Path;
import org.jspecify.annotations.Nullable;

/**
 * Validates documents against CASE/UCO 1.4.0: the shapes (SHACL), and a second gate that SHACL
 * lacks: a term that claims to be of CASE or UCO and is not in them, as a misspelt one is. Terms of
 * other namespaces are nobody's business here. Safe for several threads.
 */
public final class CaseValidator {

  /** The version validated against. */
  public static final String VERSION = Ontology.VERSION;

  private static final Comparator<Finding> GRAVEST_FIRST =
      Comparator.comparing(Finding::severity)
          .reversed()
          .thenComparing(Finding::focus)
          .thenComparing(finding -> String.valueOf(finding.path()))
          .thenComparing(Finding::constraint)
          .thenComparing(finding -> String.valueOf(finding.value()));

  private final Ontology ontology;

  /** Reads the ontology, which takes about two seconds; keep the validator. */
  public CaseValidator() {
    this.ontology = Ontology.read();
  }

  /**
   * What a document holds.
   *
   * @param triples how many statements it makes
   * @param findings the gravest first; the same document gives the same order
   */
  public record Result(long triples, List<Finding> findings) {

    /** Copies the findings. */
    public Result {
      findings = List.copyOf(findings);
    }

    /** Whether nothing is as grave as that, or graver. */
    public boolean isFreeOf(Finding.Severity severity) {
      return findings.stream().noneMatch(finding -> finding.severity().compareTo(severity) >= 0);
    }
  }

  /**
   * Validates a document.
   *
   * @param json JSON-LD 1.1 in UTF-8, with its context in it
   * @throws CaseException when it can not be read
   */
  public Result validate(byte[] json) {
    Graph data = CaseDocument.read(json);
    long triples = data.size();
    if (triples == 0) {
      throw new CaseException(
          "it makes no statement: its keys are no terms of its @context, or there is no @graph");
    }
    List<Finding> findings = new ArrayList<>(unknownTerms(data));
    ontology.hierarchy().forEach(data::add);
    ShaclValidator.get()
        .validate(ontology.shapes(), data)
        .getEntries()
        .forEach(entry -> findings.add(finding(entry)));
    findings.sort(GRAVEST_FIRST);
    return new Result(triples, findings);
  }

  private List<Finding> unknownTerms(Graph data) {
    Set<String> unknown = new TreeSet<>();
    data.find().forEach(triple -> unknown(triple, unknown));
    return unknown.stream()
        .map(term ->
            new Finding(
                Finding.Severity.VIOLATION,
                term,
                null,
                null,
                "UnknownTerm",
                "there is no such term in CASE/UCO " + VERSION))
        .toList();
  }

  private void unknown(Triple triple, Set<String> unknown) {
    for (Node node : List.of(triple.getSubject(), triple.getPredicate(), triple.getObject())) {
      String term = term(node);
      if (term != null && ontology.isUnknown(term)) {
        unknown.add(term);
      }
    }
  }

  private static @Nullable String term(Node node) {
    if (node.isURI()) {
      return node.getURI();
    }
    return node.isLiteral() ? node.getLiteralDatatypeURI() : null;
  }

  private static Finding finding(ReportEntry entry) {
    Path path = entry.resultPath();
    return new Finding(
        severity(entry),
        text(entry.focusNode()),
        path == null ? null : path.toString(),
        entry.value() == null ? null : text(entry.value()),
        constraint(entry.sourceConstraintComponent()),
        entry.message() == null ? "" : entry.message());
  }

  private static Finding.Severity severity(ReportEntry entry) {
    String level = entry.severity().level().getLocalName();
    return switch (level) {
      case "Info" -> Finding.Severity.INFO;
      case "Warning" -> Finding.Severity.WARNING;
      default -> Finding.Severity.VIOLATION;
    };
  }

  private static String constraint(@Nullable Node component) {
    return component == null ? "" : component.getLocalName().replace("ConstraintComponent", "");
  }

  private static String text(Node node) {
    if (node.isURI()) {
      return node.getURI();
    }
    return node.isLiteral() ? node.getLiteralLexicalForm() : "a node without a name";
  }
}
