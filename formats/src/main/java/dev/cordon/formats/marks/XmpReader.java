package dev.cordon.formats.marks;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Properties of an XMP packet (ISO 16684-1) that are marks. No DTD, no entity, nothing fetched. */
final class XmpReader {

  private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
  private static final int DEEPEST = 64;
  private static final int MOST_TEXT = 8 << 20;

  private final MarksDraft draft;
  private final Deque<QName> open = new ArrayDeque<>();
  private final StringBuilder text = new StringBuilder();

  private XmpReader(MarksDraft draft) {
    this.draft = draft;
  }

  static void read(byte[] packet, MarksDraft draft) {
    int end = packet.length;
    while (end > 0 && packet[end - 1] == 0) {
      end--;
    }
    // HEIF writers put the name of the JPEG segment before the packet.
    int start = Math.max(0, Window.find(packet, new byte[] {'<'}, 0));
    if (start < 4) {
      start = 0;
    }
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    XmpReader reader = new XmpReader(draft);
    try {
      XMLStreamReader stream =
          factory.createXMLStreamReader(new ByteArrayInputStream(packet, start, end - start));
      try {
        reader.walk(stream);
      } finally {
        stream.close();
      }
    } catch (XMLStreamException | RuntimeException broken) {
      draft.note("XMP in it is broken; what stands before the break was read");
    }
  }

  private void walk(XMLStreamReader stream) throws XMLStreamException {
    while (stream.hasNext()) {
      switch (stream.next()) {
        case XMLStreamConstants.START_ELEMENT -> start(stream);
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (text.length() < MOST_TEXT) {
            text.append(stream.getText());
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          told();
          open.pop();
        }
        default -> {}
      }
    }
  }

  private void start(XMLStreamReader stream) throws XMLStreamException {
    told();
    if (open.size() >= DEEPEST) {
      throw new XMLStreamException("deeper than " + DEEPEST);
    }
    open.push(stream.getName());
    for (int place = 0; place < stream.getAttributeCount(); place++) {
      QName name = stream.getAttributeName(place);
      boolean isReference = RDF.equals(name.getNamespaceURI());
      property(isReference ? around() : name, stream.getAttributeValue(place));
    }
  }

  /** The text so far belongs to the nearest element that is none of RDF's own. */
  private void told() {
    if (!text.isEmpty()) {
      String value = text.toString();
      text.setLength(0);
      if (!value.isBlank()) {
        property(around(), value);
      }
    }
  }

  private QName around() {
    for (QName name : open) {
      if (!RDF.equals(name.getNamespaceURI())) {
        return name;
      }
    }
    return new QName("");
  }

  private void property(QName name, String value) {
    switch (name.getLocalPart()) {
      case "DigitalSourceType", "digitalSourceType" -> draft.sourceType(value, "xmp");
      case "provenance" -> {
        if (name.getNamespaceURI().startsWith("http://purl.org/dc/terms")) {
          draft.c2pa(new Marks.C2pa("xmp link", 0, 0, List.of(), true));
        }
      }
      case "CreatorTool", "Software", "softwareAgent" -> draft.software(value);
      case "Make" -> draft.make(value);
      case "Model" -> draft.model(value);
      case "SerialNumber", "BodySerialNumber" -> draft.serial(value);
      case "GPSLatitude", "GPSLongitude" -> draft.position();
      case "DateTimeOriginal", "DateCreated" -> draft.taken(value);
      case "image" -> preview(value);
      case "AIGC" -> draft.generator("a label of generated content (AIGC)", "xmp", "AIGC", value);
      case "Credit", "description", "Description", "UserComment", "parameters" ->
          GeneratorText.judge(draft, "xmp", "", value);
      default -> {}
    }
  }

  private void preview(String value) {
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(value.getBytes(StandardCharsets.US_ASCII));
      if (bytes.length > 32) {
        draft.embedded("xmp thumbnail", bytes, 0, bytes.length);
      }
    } catch (IllegalArgumentException broken) {
      draft.note("a thumbnail in XMP is no base64");
    }
  }
}
