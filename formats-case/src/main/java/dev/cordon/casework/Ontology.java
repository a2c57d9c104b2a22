package dev.cordon.casework;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/**
 * CASE and UCO 1.4.0: the shapes, which class is below which, and every term there is. Immutable
 * after construction; one serves all threads.
 *
 * <p>Three SPARQL constraints of the released file are refused by Jena and mended on reading, each
 * without a change of what it says: two select {@code $this} without grouping by it (SPARQL 1.1,
 * section 11.4), one uses the prefix {@code rdfs} without declaring it.
 */
final class Ontology {

  static final String VERSION = "1.4.0";
  private static final String FILE = "case-1.4.0.ttl";
  private static final String SHACL = "http://www.w3.org/ns/shacl#";

  private static final String UNGROUPED = "GROUP BY ?value\n";
  private static final String GROUPED = "GROUP BY $this ?value\n";
  private static final String WITHOUT_PREFIX =
      "SELECT $this\n\t\t\tWHERE {\n\t\t\t\t$this a rdfs:Datatype ;";
  private static final String PREFIX =
      "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>\n\t\t\t";

  private static final List<String> STRUCTURAL =
      List.of(
          OWL.Class.getURI(),
          OWL.AnnotationProperty.getURI(),
          OWL.DatatypeProperty.getURI(),
          OWL.ObjectProperty.getURI(),
          OWL.Ontology.getURI(),
          RDFS.Datatype.getURI(),
          SHACL + "NodeShape",
          SHACL + "PropertyShape",
          SHACL + "Shape");
  private static final List<String> NAMING =
      List.of(
          OWL.backwardCompatibleWith.getURI(),
          OWL.imports.getURI(),
          OWL.incompatibleWith.getURI(),
          OWL.priorVersion.getURI(),
          OWL.NS + "versionIRI");

  private final Shapes shapes;
  private final List<Triple> hierarchy;
  private final Set<String> terms = new HashSet<>();

  private Ontology(Graph graph) {
    this.shapes = Shapes.parse(graph);
    this.hierarchy = graph.find(Node.ANY, RDFS.subClassOf.asNode(), Node.ANY).toList();
    for (String structural : STRUCTURAL) {
      graph
          .find(Node.ANY, RDF.type.asNode(), NodeFactory.createURI(structural))
          .forEach(triple -> addTerm(triple.getSubject()));
    }
    for (String naming : NAMING) {
      graph
          .find(Node.ANY, NodeFactory.createURI(naming), Node.ANY)
          .forEach(triple -> {
            addTerm(triple.getSubject());
            addTerm(triple.getObject());
          });
    }
  }

  /** Reads the ontology this module brings; takes about two seconds. */
  static Ontology read() {
    try (InputStream in = Ontology.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("the ontology " + FILE + " is not in this program");
      }
      String text = mended(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      return new Ontology(
          RDFParser.fromString(text, Lang.TURTLE)
              .errorHandler(ErrorHandlerFactory.errorHandlerNoWarnings)
              .toGraph());
    } catch (IOException unreadable) {
      throw new IllegalStateException("the ontology " + FILE + " can not be read", unreadable);
    }
  }

  private static String mended(String released) {
    String once = replaced(released, UNGROUPED, GROUPED, 2);
    return replaced(once, WITHOUT_PREFIX, PREFIX + WITHOUT_PREFIX, 1);
  }

  private static String replaced(String text, String what, String with, int times) {
    int found = text.split(java.util.regex.Pattern.quote(what), -1).length - 1;
    if (found != times) {
      throw new IllegalStateException(
          "the ontology has "
              + found
              + " places to mend instead of "
              + times
              + ": "
              + what.strip());
    }
    return text.replace(what, with);
  }

  private void addTerm(Node node) {
    if (node.isURI()) {
      terms.add(node.getURI());
    }
  }

  Shapes shapes() {
    return shapes;
  }

  /** Which class is below which; to be joined with the data before its shapes are asked. */
  List<Triple> hierarchy() {
    return hierarchy;
  }

  /** Whether the IRI claims to be of CASE or UCO and is not in them. */
  boolean isUnknown(String iri) {
    return (iri.startsWith("https://ontology.unifiedcyberontology.org/")
            || iri.startsWith("https://ontology.caseontology.org/"))
        && !terms.contains(iri);
  }
}
